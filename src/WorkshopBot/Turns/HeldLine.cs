using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>A message that waits until its person has said which workshop it is for; heard later, under the turn it came with.</summary>
/// <param name="Turn">That turn's id.</param>
/// <param name="Text">What was typed; empty where it was brought by a press.</param>
sealed record HeldLine(string Turn, string Text)
{
    /// <summary>What brought it, where nobody typed it here.</summary>
    public string? Verb { get; init; }

    /// <summary>What came with that.</summary>
    public ImmutableSortedDictionary<string, string>? Data { get; init; }

    /// <summary>What has to wait of a turn; null where it says nothing that could be lost.</summary>
    public static HeldLine? Of(Turn turn) =>
        turn.Text.Length > 0 ? new(turn.Id, turn.Text)
        : turn.Action is { Verb: Press.Put } brought ? new(turn.Id, "") { Verb = brought.Verb, Data = brought.Data }
        : null;

    /// <summary>All that it says.</summary>
    public string Words => Data is null ? Text : string.Join(' ', Data.Values);

    /// <summary>The turn it was, now that a choice was made by another.</summary>
    public Turn Again(Turn chosen) => chosen with { Id = Turn, Text = Text, Action = Verb is null || Data is null ? null : new(Verb, Data) };
}
