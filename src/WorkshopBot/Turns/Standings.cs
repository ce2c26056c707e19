using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Turns;

/// <summary>Builds workshops from what the journal holds of them: newest snapshot and the commits after it.</summary>
sealed class Standings(WorkshopJournal journal, Playbook playbook)
{
    /// <summary>The workshop as it stands; a blank one where nothing is in the journal. Throws as reading the journal does.</summary>
    public async ValueTask<Standing> Load(string workshop, CancellationToken ct)
    {
        var loaded = await journal.Load(workshop, ct);
        if (loaded.Head is null)
            return new(new Workshop(playbook));
        if (loaded.Snapshot is not { } snapshot)
            return Built(new(new Workshop(playbook)), loaded.Tail, 0);
        return SnapshotJson.Read(snapshot, playbook) is { } standing
            ? Built(standing, loaded.Tail, loaded.SnapshotVersion)
            : Built(new(new Workshop(playbook)), await journal.Tail(workshop, 0, ct), 0);

        Standing Built(Standing from, IReadOnlyList<StoredCommit> commits, long version)
        {
            from.Follow(loaded.Head, commits, version);
            return from;
        }
    }

    /// <summary>Takes in what others have committed since. True: there was something.</summary>
    public async ValueTask<bool> CatchUp(string workshop, Standing standing, CancellationToken ct)
    {
        var since = await journal.Since(workshop, standing.Head?.Version ?? 0, ct);
        return standing.Follow(since);
    }
}
