using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>What one item of the map says: a persona, a goal, a touchpoint. Who said it and when is its entry, not the item.</summary>
public abstract record Item
{
    /// <summary>Stored fields this version does not know; they survive being read and written again.</summary>
    public ImmutableSortedDictionary<string, JsonElement>? Unknown { get; init; }
}
