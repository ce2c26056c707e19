using System.Globalization;
using System.Text.Json.Serialization;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Words;

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
public sealed record Reader(CultureInfo Culture, Zone Zone, string MapId, Func<string> MapUrl)
{
    /// <summary>Keys of messages of which nobody knows whether they arrived; filled in where the question tells of them (<see cref="Query.TellsUnsure"/>).</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>What a line has to begin with to be heard, where only mentions are; null where every line is.</summary>
    public string? Mention { get; init; }

    /// <summary>The open step is shown below the board in the same message, with its question and how to answer.</summary>
    public bool InOne { get; init; }

    /// <summary>Whom messages do not reach, and why; filled in where the question tells of them (<see cref="Query.TellsUnreached"/>).</summary>
    public IReadOnlyList<Unreached> Unreached { get; init; } = [];

    /// <summary>Key of the room that reads; null for a person.</summary>
    public string? Room { get; init; }

    /// <summary>The reader is a guest: they take part, and hand nothing over.</summary>
    public bool Guest { get; init; }

    /// <summary>A line as it has to be typed to be heard.</summary>
    internal string Heard(string line) => Mention is null ? line : $"{Mention} {line}";
}

/// <summary>Somebody, or a room (no person), that messages do not reach.</summary>
/// <param name="Person">Person key; null for a room.</param>
/// <param name="Reason">Why, as a code: blocked, disabled, not-in-roster, no-permission, writes-blocked, gone, archived, unknown, uninstalled, not-invited, not-found, channel-archived, missing-scope, messages-off, deactivated.</param>
public sealed record Unreached(string? Person, string Reason)
{
    private static readonly string[] Known = ["blocked", "disabled", "not-in-roster", "no-permission", "writes-blocked", "gone", "archived", "unknown", "uninstalled", "not-invited", "not-found", "channel-archived", "missing-scope", "messages-off", "deactivated"];

    /// <summary>Who cannot be reached and why, in a sentence.</summary>
    internal Phrase Said(Workshop w)
    {
        var why = Known.Contains(Reason) ? Reason : "other";
        return Phrase.Of("unreached", Person is null ? Phrase.Of("unreached.room") : w.Crew[Person] is { } person ? person.Name : Phrase.Of("unreached.somebody"), Phrase.Of($"unreached.{why}"));
    }
}
