using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Map;

/// <summary>An item in its place on the map: who brought it, when, how often it was changed, and what points at it.</summary>
/// <param name="Name">Its ref.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Item">What it says now.</param>
/// <param name="EntryId">The line, form or dialog that made it; the same one never makes it twice.</param>
/// <param name="By">Person key of the author; empty for what the program or an import made.</param>
/// <param name="At">When it was added.</param>
/// <param name="Rev">How often it was changed; starts at 0.</param>
/// <param name="State">Whether it is on the map.</param>
/// <param name="Timing">Whether its step was open when it came.</param>
/// <param name="Mentions">Items that point or once pointed here; <see cref="JourneyMap.Pointing"/> sorts out which still do.</param>
/// <param name="FilledBy">Who filled a field that was empty when the item came, by field id; others than the author may put another value there.</param>
/// <param name="Backing">How many live pieces of evidence above an assumption it has.</param>
public sealed record Entry(
    Ref Name, Kind Kind, Item Item, string EntryId, string By, DateTimeOffset At, int Rev, EntryState State, Timing Timing, Shelf<Ref> Mentions, int Backing,
    ImmutableDictionary<string, string> FilledBy)
{
    public static readonly ImmutableDictionary<string, string> ByNobody = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public bool IsLive => State == EntryState.Live;

    /// <summary>What the line that made it says, as it stands now; the item itself may have gone on from there.</summary>
    public Item Said { get; init; } = Item;

    /// <summary>It is off the map because its line is gone from the message, and comes back with it.</summary>
    public bool Unsaid { get; init; }
}

/// <summary>On the map; taken back, and restorable; or merged into an older one, whose alias it stays for ever.</summary>
public enum EntryState { Live, Withdrawn, Merged }

/// <summary>When an item came: while its step was open, before, or after.</summary>
public enum Timing { OnTime, Early, Late }
