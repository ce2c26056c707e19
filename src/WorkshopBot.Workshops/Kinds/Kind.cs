using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>A kind of item the map holds: its letter, its fields, and what the map keeps count of for it.</summary>
public abstract class Kind
{
    /// <summary>Written into the journal, and typed: <c>goal Research: …</c>; never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>The letter of its refs (grammar, "ref"); '\0' for the frame of the workshop, which is no item.</summary>
    public required char Letter { get; init; }

    public required string Label { get; init; }

    /// <summary>Where the export puts its items; never renamed.</summary>
    public required string Plural { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Other words people type for it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>People may add it by typing or by form; false for what only the program makes.</summary>
    public bool Typed { get; init; } = true;

    /// <summary>Ids of the fields its form begins with, where they are not simply the first ones; the others are asked for by "more".</summary>
    public IReadOnlyList<string> Begins { get; init; } = [];

    /// <summary>The most live items of it a map takes (settled: "Limits").</summary>
    public int Most { get; init; } = Limits.StoredItems;

    /// <summary>A full typed line, as help shows it.</summary>
    public required string Line { get; init; }

    public abstract Item Blank { get; }

    /// <summary>What makes two items of the kind the same one, such as the folded name; null when nothing does.</summary>
    public abstract string? Identity(Item item, Func<Ref, Ref> resolve);

    /// <summary>The item as it goes on the map when a person adds it: with what the kind presumes.</summary>
    public abstract Item Ready(Item item);

    /// <summary>Whether the item counts for the evidence share, and whether it brings evidence of its own (settled: "Evidence share").</summary>
    public abstract Share Share(Item item);

    /// <summary>What the map counts items of the kind by, beside stage and persona.</summary>
    public abstract IEnumerable<string> Tags(Item item);

    /// <summary>The lists the map keeps the item in, each with a rank; lowest first.</summary>
    public abstract IEnumerable<(string List, int Rank)> Marks(Item item, Func<Ref, Ref> resolve);

    /// <summary>Person keys of those who have a vote in the item, each once.</summary>
    public abstract IReadOnlyCollection<string> Voters(Item item);

    /// <summary>Whether the item is evidence, better than an assumption, for the place it belongs to.</summary>
    public abstract bool Backs(Item item);

    /// <summary>People name its items by their main text; two live ones never share it.</summary>
    public bool ByName { get; init; }

    public Field Main => Fields.FirstOrDefault(f => f.InOrder) ?? Fields[0];

    public Field? Home => Fields.FirstOrDefault(f => f.Home);

    public Arg Word => new Arg.Word($"{Id}.label", Label);

    /// <summary>A full typed line, in the reader's language.</summary>
    public Arg Sample => new Arg.Word($"{Id}.line", Line);

    /// <summary>What a field of it is called.</summary>
    public Arg LabelOf(Field field) => new Arg.Word($"{Id}.{field.Id}.label", field.Label);

    /// <summary>A good answer to a field of it; nothing where none is declared.</summary>
    public Arg ExampleOf(Field field) => field.Choices is [var first, ..] ? first.Word : field.Example is { } example ? new Arg.Word($"{Id}.{field.Id}.example", example) : "";

    public bool Called(string text) => Same(Id, text) || Same(Label, text) || Also.Any(word => Same(word, text));

    /// <summary>The words of other languages a line of it may begin with.</summary>
    public IEnumerable<string> Names(Tongue tongue) => tongue.Names(Id);

    public Field? Labelled(string text) => Labelled(text, Tongue.English);

    /// <summary>The field a label names, in English or another language that is understood.</summary>
    public Field? Labelled(string text, Tongue tongue) =>
        Fields.FirstOrDefault(field => !field.Hidden && field.Labelled(text)) ?? (tongue.IsEnglish ? null : Fields.FirstOrDefault(field => !field.Hidden && tongue.Calls($"{Id}.{field.Id}", text)));

    public Field? Field(string id) => Fields.FirstOrDefault(field => field.Id == id);

    public IEnumerable<Ref> Targets(Item item) => Fields.SelectMany(field => field.Targets(item));

    /// <summary>Writes the fields that hold something, in the order of their declaration, then the unknown ones.</summary>
    public void Write(Utf8JsonWriter writer, Item item)
    {
        foreach (var field in Fields) field.Write(writer, item);
        if (item.Unknown is not { } unknown) return;
        foreach (var (name, value) in unknown)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; fields of a later version are kept as they are.</summary>
    public Item Load(JsonElement stored)
    {
        var item = Blank;
        foreach (var property in stored.EnumerateObject())
            item = Field(property.Name) is { } field ? field.Load(item, property.Value)
                : item with { Unknown = (item.Unknown ?? NoUnknown).Add(property.Name, property.Value.Clone()) };
        return item;
    }

    private static readonly ImmutableSortedDictionary<string, JsonElement> NoUnknown = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How an item counts for the evidence share: not at all, without evidence of its own, or with it.</summary>
public enum Share { None, Bare, Backed }
