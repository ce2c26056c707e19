using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Reads workshops as they stand, never older than the journal when asked: from the mailbox where that is up to date, else from the journal.</summary>
sealed class Presence(WorkshopJournal journal, Standings standings, Func<string, Present?> held)
{
    public async ValueTask<Present> Read(string workshop, CancellationToken ct)
    {
        var head = await journal.Head(workshop, ct);
        return held(workshop) is { } present && present.Version >= (head?.Version ?? 0) ? present : (await standings.Load(workshop, ct)).Present;
    }
}
