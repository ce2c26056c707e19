namespace WorkshopBot.Turns;

/// <summary>A turn that is in the journal: in which commit, and when it was decided.</summary>
readonly record struct RecentTurn(TurnName Name, long Version, DateTimeOffset At);
