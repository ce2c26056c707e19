using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>What a command leads to: events with what to say about them, or a refusal. Never both; a refusal is an answer, not an exception.</summary>
public sealed record Decision(ImmutableArray<WorkshopEvent> Events, ImmutableArray<Phrase> Reply, bool Refused)
{
    public static Decision Yes(IEnumerable<WorkshopEvent> events, params ImmutableArray<Phrase> reply) => new([.. events], reply, false);

    public static Decision No(Phrase reason) => new([], [reason], true);

    [return: NotNullIfNotNull(nameof(reason))]
    public static implicit operator Decision?(Phrase? reason) => reason is null ? null : No(reason);
}
