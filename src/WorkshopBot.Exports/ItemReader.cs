using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Exports;

/// <summary>Makes items of what stands in the file, field by field in the order of the declaration; what a field cannot hold is a fault.</summary>
internal sealed class ItemReader(Roll roll)
{
    public Item Read(Found found)
    {
        var item = found.Kind.Blank is Feeling ? ReadFeeling(found) : ReadFields(found.Kind, found.Element, found.Name.ToString());
        if (found.Kind.Home is { } home && home.IsEmpty(item) && !found.Under.IsNone && home.Point(item, found.Under) is { } placed) item = placed;
        if (found.Kind.ByName && found.Kind.Main.Show(item) is Arg.Text name && (name.Value.Length == 0 || Tidy.Graphemes(name.Value) > Limits.Name))
            throw new ImportFaultException($"{found.Name} needs a name of at most {Limits.Name} characters.");
        return item;
    }

    public Item ReadFields(Kind kind, JsonElement element, string where)
    {
        // The text of a finding is its check's, unless the file says that it is somebody's own.
        var foreign = kind.Blank is Gap && element.Get("check") is not null && !element.Get(GapForm.OwnText).Flag($"{where} {GapForm.OwnText}");
        var item = kind.Blank;
        foreach (var field in kind.Fields.Where(field => !(foreign && field.Id == "text")))
            if (Value(kind, field, element, $"{where} {field.Id}") is { } value) item = Read(kind, field, item, value, $"{where} {field.Id}");
        return item;
    }

    private static JsonElement? Value(Kind kind, Field field, JsonElement element, string where)
    {
        // How we know stands in the item itself.
        if (field.Shape == "source") return ValueRules.Source.Any(name => element.Get(name) is not null) ? element : null;
        var value = element.Get(field.Id);
        if (kind.Blank is not Touchpoint || field.Id != "momentOfTruth" || value is not { } moment) return value;
        moment.Whole(where).Only(where, "why");
        return moment.Get("why") ?? throw new ImportFaultException($"{where} needs its why.");
    }

    private Item Read(Kind kind, Field field, Item item, JsonElement value, string where)
    {
        if (field.Shape is "item") return Point(field, item, value, where);
        if (field.Shape is "items") return value.Row(where).Aggregate(item, (made, name) => Point(field, made, name, where));
        try
        {
            return ValueRules.Fits(field, kind, value) ? field.Load(item, value) : throw new ImportFaultException($"{where} is not what the field holds.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            // Shapes load what they stored themselves and throw at anything else; a shape made later is not among the rules above.
            throw new ImportFaultException($"{where} is not what the field holds.");
        }
    }

    private Item Point(Field field, Item item, JsonElement value, string where)
    {
        var name = value.Name(where);
        if (roll[name] is null) throw new ImportFaultException($"{where} names {name}, which is not in the file.");
        return field.Accepts(name) && field.Point(item, name) is { } pointed ? pointed : throw new ImportFaultException($"{where} cannot name {name}.");
    }

    private Item ReadFeeling(Found found)
    {
        var (kind, where) = (found.Kind, found.Name.ToString());
        var item = kind.Blank;
        if ((found.Element.Get(FeelingForm.Touchpoint) ?? found.Element.Get(FeelingForm.Stage)) is { } place) item = Point(kind.Home!, item, place, where);
        if (found.Element.Get(FeelingForm.Persona) is { } persona) item = Point(kind.Field("persona")!, item, persona, where);
        return item;
    }
}
