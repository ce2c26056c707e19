using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Reads workshops as they stand, never older than the journal was when asked: where nobody else writes, what is held here; else once the journal has said that this is all.</summary>
/// <param name="journal">The journal.</param>
/// <param name="boxes">What is held here.</param>
/// <param name="alone">Nobody else writes to the storage.</param>
sealed class Presence(WorkshopJournal journal, Mailboxes boxes, bool alone)
{
    /// <summary>Throws <see cref="StorageUnavailableException"/>.</summary>
    public async ValueTask<Present> Read(string workshop, CancellationToken ct)
    {
        if (boxes.Held(workshop) is { } held && (alone || held.Version >= ((await journal.Head(workshop, ct))?.Version ?? 0)))
            return held;
        return await boxes.Look(workshop).WaitAsync(ct);
    }
}
