using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>A field of one record type: the shape of its value and the property it stands for.</summary>
public sealed class Field<TItem, TValue>(Shape<TValue> shape, Func<TItem, TValue> get, Func<TItem, TValue, TItem> set) : Field
    where TItem : Item
{
    public override string Shape => shape.Name;

    public override IReadOnlyList<Choice> Choices => shape.Choices;

    public override bool Grows => shape.Grows;

    public override FormInput Input => shape.Input;

    public override int MaxLength => shape.MaxLength;

    public override int? Scale => shape.Scale;

    public override bool ByLine => shape.ByLine;

    public override bool IsEmpty(Item item) => shape.IsEmpty(get((TItem)item));

    public override bool Same(Item one, Item other) => shape.Same(get((TItem)one), get((TItem)other));

    public override bool Takes(string text, Reading reading) => shape.Takes(text, reading);

    public override Parsed<Item> Fill(Item item, string text, Reading reading, bool replace = false)
    {
        var read = shape.Read(text, reading);
        if (read.Fault is { } fault) return fault;
        var before = get((TItem)item);
        var after = replace || shape.IsEmpty(before) ? read.Value : shape.Add(before, read.Value);
        return shape.TooMuch(after) is { } much ? much : Parsed<Item>.Yes(set((TItem)item, after));
    }

    public override Parsed<Item> Put(Item item, string text, Reading reading)
    {
        var after = shape.Nothing;
        foreach (var part in shape.ByLine ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : text.Length > 0 ? [text] : [])
        {
            var read = shape.Read(part, reading);
            if (read.Fault is { } fault) return fault;
            after = shape.IsEmpty(after) ? read.Value : shape.Add(after, read.Value);
        }
        return shape.TooMuch(after) is { } much ? much : Parsed<Item>.Yes(set((TItem)item, after));
    }

    public override string Again(Item item) => shape.Again(get((TItem)item));

    public override string Exactly(Item item) => shape.Exactly(get((TItem)item));

    public override Item? Point(Item item, Ref target) => (this, shape) switch
    {
        (Field<TItem, Ref?> one, RefShape shapeOfOne) when shapeOfOne.Accepts(target) => one.Set(item, target),
        (Field<TItem, ImmutableArray<Ref>> many, RefsShape shapeOfMany) when shapeOfMany.Accepts(target) => many.Set(item, shapeOfMany.Add(many.Get(item), [target])),
        _ => null,
    };

    public override Item Unpoint(Item item, Ref target) => this switch
    {
        Field<TItem, Ref?> one when one.Get(item) == target => one.Set(item, null),
        Field<TItem, ImmutableArray<Ref>> many when !many.Get(item).IsDefaultOrEmpty && many.Get(item).Contains(target) => many.Set(item, many.Get(item).Remove(target)),
        _ => item,
    };

    public override bool Accepts(Ref target) => shape switch
    {
        RefShape one => one.Accepts(target),
        RefsShape many => many.Accepts(target),
        _ => false,
    };

    public override IEnumerable<Ref> Targets(Item item) => this switch
    {
        Field<TItem, Ref?> one => one.Get(item) is { } target ? [target] : [],
        Field<TItem, ImmutableArray<Ref>> many => many.Get(item) is { IsDefaultOrEmpty: false } targets ? targets : [],
        _ => [],
    };

    public override Item Copy(Item from, Item to) =>
        set((TItem)to, shape.Grows && !shape.IsEmpty(get((TItem)to)) ? shape.Add(get((TItem)to), get((TItem)from)) : get((TItem)from));

    public override void Write(Utf8JsonWriter writer, Item item)
    {
        var value = get((TItem)item);
        if (shape.IsEmpty(value)) return;
        writer.WritePropertyName(Id);
        shape.Write(writer, value);
    }

    public override Item Load(Item item, JsonElement stored) => set((TItem)item, shape.Load(stored));

    public override Arg Show(Item item) => shape.Show(get((TItem)item));

    private TValue Get(Item item) => get((TItem)item);

    private TItem Set(Item item, TValue value) => set((TItem)item, value);
}
