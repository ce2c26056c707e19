using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Reads workshops as they stand, never older than the journal when asked: from the mailbox where that is up to date, else from the journal.</summary>
sealed class Presence(WorkshopJournal journal, Standings standings, Func<string, Present?> held)
{
    /// <summary>Whether the storage answers in the time a turn has.</summary>
    public async Task<bool> Answers(TimeProvider time, CancellationToken ct)
    {
        try
        {
            await journal.Head("ready", ct).AsTask().WaitAsync(Mailbox.Deadline, time, ct);
            return true;
        }
        catch (Exception e) when (e is StorageUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask<Present> Read(string workshop, CancellationToken ct)
    {
        var head = await journal.Head(workshop, ct);
        return held(workshop) is { } present && present.Version >= (head?.Version ?? 0) ? present : (await standings.Load(workshop, ct)).Present;
    }
}
