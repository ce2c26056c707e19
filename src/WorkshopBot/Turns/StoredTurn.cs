using System.Collections.Immutable;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>One accepted turn as a commit keeps it: who, when, what happened, and the first answer, to be given again word for word.</summary>
sealed record StoredTurn(
    TurnName Name, string By, DateTimeOffset At, ImmutableArray<Phrase> Reply, string Language, string? Handover, bool Refused, ImmutableArray<WorkshopEvent> Events);
