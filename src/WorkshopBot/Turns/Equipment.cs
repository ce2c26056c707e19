using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>What all mailboxes work with.</summary>
sealed record Equipment(WorkshopJournal Journal, Standings Standings, Background Background, TimeProvider Time, ILogger Log)
{
    /// <summary>Nobody else writes to the storage: what is held here is how it stands, and need not be asked for.</summary>
    public bool Alone { get; init; }

    /// <summary>Where a look is set before each commit; null where no messages are kept.</summary>
    public Agenda? Agenda { get; init; }

    /// <summary>Told of each workshop that has been committed to; must return at once.</summary>
    public Action<string> Committed { get; init; } = _ => { };

    /// <summary>Told what the storage made of each commit.</summary>
    public Action<bool> Saved { get; init; } = _ => { };
}
