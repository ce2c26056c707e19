using System.Collections.Immutable;
using System.Globalization;

namespace WorkshopBot.Workshops.Views;

/// <summary>
/// The whole map as a table, in words of one language: stages across, lanes down, and beside it what belongs to no stage. Every live item is in it
/// once, up to <see cref="Limits.ShownItems"/>; beyond that the rest is counted. It is no card, and knows no markup: all text is as people wrote it.
/// </summary>
/// <param name="Title">Of the map.</param>
/// <param name="State">As it is or as it shall be, and whether it is closed.</param>
/// <param name="Label">The evidence share, or HYPOTHESIS.</param>
/// <param name="IsHypothesis">Too little is known for more than that.</param>
/// <param name="IsOpen">The map can still be added to.</param>
/// <param name="Scenario">The sentence it is about; null while nobody has said it.</param>
/// <param name="Facts">Why it is made, for which decisions, whose it is.</param>
/// <param name="Personas">Whose journey it is, the leading one first.</param>
/// <param name="Stages">The columns, in the order of the journey.</param>
/// <param name="Lanes">The rows, in the order of the method; each has a cell for every stage.</param>
/// <param name="Also">What belongs to no stage, by kind.</param>
/// <param name="More">How many items are left out.</param>
/// <param name="Rest">That in words; null when nothing is left out.</param>
/// <param name="Counts">What the map comes to, in a few words each.</param>
public sealed record MapTable(
    string Title, string State, string Label, bool IsHypothesis, bool IsOpen, string? Scenario, ImmutableArray<MapFact> Facts, ImmutableArray<MapPersona> Personas,
    ImmutableArray<MapStage> Stages, ImmutableArray<MapLane> Lanes, ImmutableArray<MapGroup> Also, int More, string? Rest, ImmutableArray<string> Counts)
{
    /// <summary>Walks over the whole map: for people who look, never for a turn.</summary>
    public static MapTable Of(Workshop w, CultureInfo culture) => new MapTabling(w, culture).Table();
}

/// <summary>A labelled fact, such as who owns the map.</summary>
public sealed record MapFact(string Label, string Text);

/// <summary>A persona, short; the facts under <paramref name="More"/> are for whoever asks.</summary>
public sealed record MapPersona(string Ref, string Name, string? Text, ImmutableArray<MapFact> Facts, ImmutableArray<MapFact> More);

/// <summary>A column.</summary>
/// <param name="Ref">The stage's ref.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lasts">How long it takes, or should while nobody knows; null while nobody said.</param>
public sealed record MapStage(string Ref, string Name, string? Lasts);

/// <summary>A row.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Hint">What is collected in it.</param>
/// <param name="Form">Id of the form that adds to it; empty where none does.</param>
/// <param name="Always">Shown also while it is empty.</param>
/// <param name="Cells">One for every stage, in their order.</param>
public sealed record MapLane(string Id, string Name, string Hint, string Form, bool Always, ImmutableArray<MapCell> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);
}

/// <summary>What stands at one stage in one row.</summary>
/// <param name="Stage">The stage's ref.</param>
/// <param name="Items">In the order they are read.</param>
/// <param name="More">How many items are left out here.</param>
/// <param name="Empty">What is said in place of items: an invitation; empty when there are some.</param>
public sealed record MapCell(string Stage, ImmutableArray<MapItem> Items, int More, string Empty)
{
    public bool IsEmpty => Items.IsEmpty && More == 0;
}

/// <summary>Items of one kind that belong to no stage.</summary>
public sealed record MapGroup(string Id, string Name, ImmutableArray<MapItem> Items, int More);

/// <summary>An item as the table shows it.</summary>
/// <param name="Ref">Its ref; empty for a fact of the stage itself.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">The item it hangs on, where that is not the stage itself.</param>
/// <param name="Chips">What can be seen at a glance.</param>
/// <param name="Details">The rest, a sentence each.</param>
/// <param name="By">Who added it, for the team itself; empty where nobody is to be named.</param>
public sealed record MapItem(string Ref, string Text, MapPlace? At, ImmutableArray<MapChip> Chips, ImmutableArray<string> Details, string By);

/// <summary>Another item: its ref, empty when it is not on the map any more, and what it says, where the one that names it does not.</summary>
public sealed record MapPlace(string Ref, string Name);

/// <summary>A word with a tone: <c>good</c>, <c>bad</c>, <c>star</c>, <c>gap</c>, <c>guess</c>, <c>who</c> or <c>plain</c>. The word alone says it; the tone only helps.</summary>
public sealed record MapChip(string Text, string Tone);
