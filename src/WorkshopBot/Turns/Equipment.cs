using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>What all mailboxes work with.</summary>
sealed record Equipment(WorkshopJournal Journal, Standings Standings, Background Background, TimeProvider Time, ILogger Log);
