using System.Diagnostics;
using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Sees to one workshop's snapshots, off the path of its turns and one at a time. A failure costs only the next load some time, so it is logged and no more.</summary>
sealed class SnapshotKeeping(string workshop, Equipment with)
{
    sealed record Saving(Standing Of, long Version, long Tail, Task<long> Bytes);

    Saving? _saving;
    long _notBefore;        // bytes of tail, after a failure

    /// <summary>Called after each commit by the mailbox alone.</summary>
    public void Look(Standing standing)
    {
        if (_saving is { Bytes.IsCompleted: true } done)
            Finish(done, standing);
        if (_saving is not null || standing.TailBytes < _notBefore || !WorkshopJournal.SnapshotDue(standing.TailBytes, standing.SnapshotBytes))
            return;
        var (state, turns, version) = (standing.State, standing.Recent.Copy(), standing.Head!.Version);
        var bytes = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _saving = new(standing, version, standing.TailBytes, bytes.Task);
        with.Background.Run(async () => bytes.SetResult(await Save(state, turns, version)));
    }

    void Finish(Saving done, Standing standing)
    {
        _saving = null;
        Debug.Assert(done.Bytes.IsCompletedSuccessfully, "saving never throws");
        if (done.Bytes.Result is var bytes && bytes < 0)
            _notBefore = standing.TailBytes + WorkshopJournal.LeastSnapshotTail;
        else if (ReferenceEquals(done.Of, standing))
        {
            (_notBefore, standing.SnapshotBytes) = (0, bytes);
            standing.TailBytes -= done.Tail;
        }
    }

    // Its size, below zero when it could not be saved.
    async Task<long> Save(Workshops.Workshop state, RecentTurn[] turns, long version)
    {
        try
        {
            var bytes = SnapshotJson.Write(state, turns);
            if (await with.Journal.SaveSnapshot(workshop, version, bytes) is not { } fault)
                return bytes.Length;
            with.Log.LogWarning("No snapshot of {Workshop} at version {Version}: {Fault}", workshop, version, fault);
        }
        catch (Exception e)
        {
            with.Log.LogError("No snapshot of {Workshop} at version {Version}: {Fault} {Where}", workshop, version, e.GetType().Name, e.StackTrace);
        }
        return -1;
    }
}
