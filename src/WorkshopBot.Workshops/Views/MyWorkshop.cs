using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A workshop in a list of somebody's own: where it stands, and what waits there for them. It is no card, and knows no markup.</summary>
/// <param name="Title">Of the map.</param>
/// <param name="State">As it is or as it shall be, and whether it is closed.</param>
/// <param name="IsOpen">It can still be added to.</param>
/// <param name="Step">The open step; null once it is closed.</param>
/// <param name="Answered">How many have answered that step; null once it is closed.</param>
/// <param name="Counts">What is on the map, in a few words.</param>
/// <param name="Asks">The question of the open step, while the reader has not answered it.</param>
/// <param name="Points">What the open step still lacks, for who leads; nothing for everybody else.</param>
/// <param name="More">How many more of those there are, in words; null for none.</param>
public sealed record MyWorkshop(string Title, string State, bool IsOpen, string? Step, string? Answered, string Counts, string? Asks, ImmutableArray<string> Points, string? More)
{
    /// <summary>Something waits for the reader.</summary>
    public bool Waits => Asks is not null || !Points.IsEmpty;

    public static MyWorkshop Of(Workshop w, string person, Reader reader)
    {
        var step = Progress.Open(w);
        var open = step is null || w.Crew[person] is not { Leads: true } ? [] : step.Missing(w).OrderBy(point => !point.Hard).ToList();
        return new(
            w.Title, reader.Say(BoardView.Overlined(w)), step is not null,
            step is null ? null : reader.Say(BoardView.Numbered(w, step)), step is null ? null : reader.Say(Progress.Said(w)), reader.Say(MapCounts.Said(w.Map)),
            step is null || Progress.HasAnswered(w, step, person) ? null : reader.Say(step.Asks),
            [.. open.Take(Limits.NamedPoints).Select(point => reader.Say(Phrase.Of(point.Hard ? "show.hard" : "show.soft", point.What)))],
            open.Count > Limits.NamedPoints ? reader.More(open.Count - Limits.NamedPoints) : null);
    }
}
