using System.Collections.Immutable;
using WorkshopBot.Workshops;

namespace WorkshopBot.Exports;

/// <summary>What came of reading an export: the events that make the map again, or why the file cannot be read. Never both.</summary>
/// <param name="Events">In order; empty when there is a fault. They belong to nobody, so they go into the journal without an author.</param>
/// <param name="Fault">One English sentence for the person who brought the file; null when all is well.</param>
public sealed record ImportResult(ImmutableArray<WorkshopEvent> Events, string? Fault)
{
    internal static ImportResult No(string fault) => new([], fault);
}
