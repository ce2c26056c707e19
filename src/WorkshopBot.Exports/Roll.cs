using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>All items of a file by ref, whatever they stand under, and nothing that is no item.</summary>
internal sealed class Roll
{
    /// <summary>Refs a file may span, gaps in the numbering included: a small file that names G999999999 asks for as many items.</summary>
    private const int MostRefs = 5 * Limits.StoredItems;

    private readonly Catalogue kinds;

    private readonly SortedDictionary<Ref, Found> items = [];

    public Roll(JsonElement root, Catalogue kinds, IReadOnlyCollection<string> head)
    {
        this.kinds = kinds;
        Take(root, default, "The file", head);
        foreach (var kind in kinds.All.Where(kind => kind.Most < Limits.StoredItems))
            if (items.Values.Count(found => found.Kind == kind) is var count && count > kind.Most)
                throw new ImportFaultException(string.Create(CultureInfo.InvariantCulture, $"There are {count} {kind.Plural}; a map takes {kind.Most}."));
        if (kinds.All.Sum(kind => (long)Highest(kind)) > MostRefs)
            throw new ImportFaultException(string.Create(CultureInfo.InvariantCulture, $"The refs are numbered too high; a file may span {MostRefs}."));
    }

    /// <summary>In ref order.</summary>
    public IEnumerable<Found> All => items.Values;

    public Found? this[Ref name] => items.GetValueOrDefault(name);

    /// <summary>The highest number of a kind; 0 without items.</summary>
    public int Highest(Kind kind) => items.Keys.Where(name => name.Letter == kind.Letter).Select(name => name.Number).DefaultIfEmpty().Max();

    /// <summary>The refs of a kind as the file lists them.</summary>
    public List<Ref> Listed { get; } = [];

    private void Take(JsonElement holder, Ref under, string where, IReadOnlyCollection<string> fields)
    {
        foreach (var property in holder.EnumerateObject().Where(property => !fields.Contains(property.Name)))
        {
            if (kinds.All.FirstOrDefault(kind => kind.Plural == property.Name && Layout.Takes(under, kind)) is { } kind)
                foreach (var element in property.Value.Row($"'{kind.Plural}'")) Take(element, kind, under);
            // An array every file has, of a kind this workshop does not collect.
            else if (!Layout.Always(under).Contains(property.Name) || property.Value.Row($"'{property.Name}'").Any())
                throw new ImportFaultException($"{where} has no field '{JsonRead.Short(property.Name)}'.");
        }
    }

    private void Take(JsonElement element, Kind kind, Ref under)
    {
        var where = $"An entry of '{kind.Plural}'";
        var name = (element.Whole(where).Get(Layout.Name) ?? throw new ImportFaultException($"{where} has no ref.")).Name(where);
        if (name.Letter != kind.Letter) throw new ImportFaultException($"{name} stands in '{kind.Plural}', whose refs begin with {kind.Letter}.");
        if (!items.TryAdd(name, new(name, kind, element, under))) throw new ImportFaultException($"{name} is there twice.");
        Listed.Add(name);
        Take(element, name, name.ToString(), FieldsOf(kind));
    }

    /// <summary>The names an item of a kind may have in the file, beside the arrays under it.</summary>
    private static HashSet<string> FieldsOf(Kind kind)
    {
        HashSet<string> names = [Layout.Name, .. kind.Blank is Feeling ? FeelingForm.Names : kind.Fields.SelectMany(field => field.Shape == "source" ? ValueRules.Source : [field.Id])];
        if (kind.Blank is Gap) names.Add(GapForm.OwnText);
        return names;
    }
}
