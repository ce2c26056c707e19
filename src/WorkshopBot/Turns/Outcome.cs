using System.Collections.Immutable;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>What a mailbox gives back for a turn.</summary>
abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Heard, and what it changed is saved.</summary>
    public sealed record Said(string Text, AnswerParts Parts, bool Refused, string? Handover, ImmutableArray<string> Warned, Workshop After) : Outcome;

    /// <summary>Overheard, and not for us.</summary>
    public sealed record Ignored : Outcome;

    /// <summary>Delivered before; its first answer lies in that commit.</summary>
    public sealed record Again(long Version, Workshop Now) : Outcome;

    /// <summary>Delivered before, and what it was answered is not known any more.</summary>
    public sealed record Forgotten : Outcome;

    /// <summary>It opens a workshop, and this one is over: it belongs to the next.</summary>
    public sealed record Over : Outcome;

    /// <summary>Its room may have another workshop by now: it is to be looked up anew.</summary>
    public sealed record Elsewhere : Outcome;

    /// <summary>It may not come into this workshop.</summary>
    public sealed record Barred : Outcome;

    /// <summary>Nothing came of it.</summary>
    public sealed record Missed(ReplyKind Kind) : Outcome;
}
