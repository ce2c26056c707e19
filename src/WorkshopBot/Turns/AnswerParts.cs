using System.Collections.Immutable;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>What an answer is made of, before it is a card: what was said, what there is to see, and the line that would have worked.</summary>
sealed record AnswerParts(ImmutableArray<Phrase> Lines, Screen? Screen = null, string? Instead = null)
{
    /// <summary>Key of the message that is to be posted again; null for none.</summary>
    public string? Again { get; init; }

    /// <summary>Keys of messages that may not have arrived, where the answer tells of them.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>Whom messages do not reach, where the answer tells of them.</summary>
    public IReadOnlyList<Unreached> Unreached { get; init; } = [];
}
