using System.Globalization;
using System.Text.Json.Serialization;

namespace WorkshopBot.Workshops.Views;

/// <summary>What one card shows, in words, in one language: the record a card is bound to. One record a card; its properties are what the card may name.</summary>
public abstract record View
{
    /// <summary>Name of the card.</summary>
    [JsonIgnore]
    public abstract string Card { get; }

    /// <summary>Headline, counts, open points and where to read on: said where the card's whole text would be too long.</summary>
    [JsonIgnore]
    public abstract string Brief { get; }
}

/// <summary>What a view needs beside the workshop: the reader's language and zone, and how the map is called and reached.</summary>
/// <param name="Culture">The language and the way numbers and dates are written.</param>
/// <param name="Zone">The zone times are shown in; it is named beside them.</param>
/// <param name="MapId">The workshop's id, which every button carries.</param>
/// <param name="MapUrl">Makes a link to the page with the map; each is good for a while.</param>
public sealed record Reader(CultureInfo Culture, TimeZoneInfo Zone, string MapId, Func<string> MapUrl)
{
    /// <summary>Keys of messages of which nobody knows whether they arrived; filled in where the question tells of them (<see cref="Query.TellsUnsure"/>).</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];
}
