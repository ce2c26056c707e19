using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>
/// One datum of a kind, declared once: the form, the shorthand, the refusals, the journal, the export and docs/data.md follow from it.
/// The English words stand here; other languages give theirs in the resource file under <c>kind.field.label</c> and so on.
/// </summary>
public abstract class Field
{
    /// <summary>Written into the journal and the export; never renamed.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Other words people type for the label.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public string? Hint { get; init; }

    public string? Example { get; init; }

    /// <summary>The unit a bare number has, for docs/data.md.</summary>
    public string? Unit { get; init; }

    /// <summary>The requirements that ask for this datum, such as "S0-51 S2-27".</summary>
    public required string From { get; init; }

    /// <summary>Without it there is no item.</summary>
    public bool Required { get; init; }

    /// <summary>Unlabelled text of a typed line fills such fields in the order of their declaration.</summary>
    public bool InOrder { get; init; }

    /// <summary>The word that introduces the value in a typed line without a colon: <c>serves G2</c>, <c>owner @sam</c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>The words between item and value in a line of its own: <c>Research takes 2 weeks</c>.</summary>
    public string? Verb { get; init; }

    /// <summary>The place the item belongs to: its stage, touchpoint or item; at most one a kind.</summary>
    public bool Home { get; init; }

    /// <summary>Filled with the lead persona where the line names nobody.</summary>
    public bool LeadByDefault { get; init; }

    /// <summary>Kept for the program: in the journal and the export, never in a form.</summary>
    public bool Hidden { get; init; }

    public abstract string Shape { get; }

    public abstract IReadOnlyList<Choice> Choices { get; }

    public abstract bool Grows { get; }

    /// <summary>What a form fills it in with, and how many characters that takes; 0 where the input bounds itself.</summary>
    public abstract FormInput Input { get; }

    public abstract int MaxLength { get; }

    /// <summary>The highest score, from 1; null where it is no score.</summary>
    public abstract int? Scale { get; }

    /// <summary>True where a form takes several values, one a line.</summary>
    public abstract bool ByLine { get; }

    public abstract bool IsEmpty(Item item);

    /// <summary>True when both items hold the same value here.</summary>
    public abstract bool Same(Item one, Item other);

    public abstract bool Takes(string text, Reading reading);

    /// <summary>The item with what the text says added to this field, or why not.</summary>
    public abstract Parsed<Item> Fill(Item item, string text, Reading reading, bool replace = false);

    /// <summary>The item with what the text says in place of what the field holds, a list one entry a line; an empty text clears it.</summary>
    public abstract Parsed<Item> Put(Item item, string text, Reading reading);

    /// <summary>What somebody would type to put the same value here.</summary>
    public abstract string Again(Item item);

    /// <summary>What is read as this very value, whatever people would have to type.</summary>
    public abstract string Exactly(Item item);

    /// <summary>Points this field at an item; null when it cannot hold it.</summary>
    public abstract Item? Point(Item item, Ref target);

    /// <summary>Takes an item out of this field; the item itself when it was not there.</summary>
    public abstract Item Unpoint(Item item, Ref target);

    public abstract bool Accepts(Ref target);

    public abstract IEnumerable<Ref> Targets(Item item);

    /// <summary>Puts the value of one item into another; a list is added to what is there.</summary>
    public abstract Item Copy(Item from, Item to);

    public abstract void Write(Utf8JsonWriter writer, Item item);

    public abstract Item Load(Item item, JsonElement stored);

    public abstract Arg Show(Item item);

    public bool Labelled(string text) =>
        string.Equals(Label, text, StringComparison.OrdinalIgnoreCase) || string.Equals(Id, text, StringComparison.OrdinalIgnoreCase)
        || Also.Any(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
}
