using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>
/// One round's hold of a lane: taken by the first thing that is written, under the ETag the lane was found with, so that whatever has been read since was as it is when the lane
/// becomes ours. Whoever else gets it in the meantime takes it away for good. How much of the lease is left is counted on the clock that only goes forward.
/// </summary>
sealed class LaneHold
{
    const int MostTries = 20;

    readonly Kit _kit;
    readonly string _workshop;
    readonly string _holder;
    readonly CancellationToken _stopping;
    string _etag;
    long _since;

    public LaneHold(Kit kit, string workshop, FoundLane found, CancellationToken stopping)
    {
        (_kit, _workshop, _holder, _etag, _since, _stopping) = (kit, workshop, kit.Ids(), found.ETag, kit.Time.GetTimestamp(), stopping);
        Lane = found.Lane with { Holder = _holder, State = LaneState.Ok, Reason = null };
    }

    /// <summary>The lane as last written, or as it is to be.</summary>
    public LaneRow Lane { get; private set; }

    public TimeSpan Left => Spans.Lease - _kit.Time.GetElapsedTime(_since);

    /// <summary>Something was written; before that no call may begin.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Somebody else has it, or may; nothing is written any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Somebody has asked that the lane be looked at again while it was held.</summary>
    public bool IsDisturbed { get; private set; }

    /// <summary>
    /// Makes a lane look again at what has changed since <paramref name="version"/>, whoever has it: a round that lost it may have put an older text over a newer one.
    /// </summary>
    public static async ValueTask LookAgain(Kit kit, string workshop, string room, long version)
    {
        // Somebody must come by even if this node ends here.
        await kit.Agenda.Ensure(workshop);
        for (var tries = 0; tries < MostTries; tries++)
            try
            {
                if (await kit.Lanes.Find(workshop, room) is not { } found)
                    return;
                var lane = found.Lane with { Kept = Math.Min(found.Lane.Kept, Math.Max(version - 1, 0)), Doubt = long.MaxValue };
                if (await kit.Lanes.Write(workshop, lane, found.ETag, []) is WriteResult.Written)
                    return;
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(Spans.Again, kit.Time);
            }
        kit.Log.LogWarning("A lane of workshop {Workshop} could not be made to look again", workshop);
    }

    /// <summary>
    /// Writes rows together with the lane as changed, and begins the lease anew. A write that was not answered is repeated for as long as the lane is ours
    /// and this node goes on. False: the lane is lost.
    /// </summary>
    public async ValueTask<bool> Write(Func<LaneRow, LaneRow> change, IReadOnlyCollection<MessageRow> rows)
    {
        var (isRepeated, since) = (false, 0L);
        while (!IsLost)
        {
            since = isRepeated ? since : _kit.Time.GetTimestamp();
            var lane = change(Lane with { Until = _kit.Time.GetUtcNow() + Spans.Lease });
            switch (await _kit.Lanes.Write(_workshop, lane, _etag, rows))
            {
                case WriteResult.Written written:
                    (Lane, _etag, _since, IsTaken) = (lane, written.ETags[0]!, since, true);
                    return true;
                // It may have arrived with the intents in it, and then the lane is ours: left alone it would be nobody's until the lease is over, and what comes once would stay unsure.
                case WriteResult.Unavailable when !IsTaken && !isRepeated:
                    var found = await Read();
                    if (found?.Lane.Holder == _holder)
                        return Take(lane, found, since);
                    if (found?.ETag != _etag)
                        break;
                    isRepeated = true;
                    continue;
                // The first one may have come after all.
                case not null when isRepeated && await Read() is { } late && late.Lane.Holder == _holder:
                    return Take(lane, late, since);
                case WriteResult.Unavailable when IsTaken:
                    await Task.Delay(Spans.Again, _kit.Time);
                    break;
            }
            IsLost = !IsTaken || !await FindAgain();
        }
        return false;
    }

    bool Take(LaneRow written, FoundLane found, long since)
    {
        IsDisturbed |= found.Lane.Kept != written.Kept || found.Lane.Doubt != written.Doubt;
        (Lane, _etag, _since, IsTaken) = (found.Lane, found.ETag, since, true);
        return true;
    }

    // A write of our own that was not answered, or somebody who asks for another look, changes the ETag and not the holder.
    async ValueTask<bool> FindAgain()
    {
        if (await Read() is not { } found || found.Lane.Holder != _holder)
            return false;
        IsDisturbed |= found.Lane.Kept != Lane.Kept || found.Lane.Doubt != Lane.Doubt;
        // Who came back meanwhile, by another node, is not to be lost again.
        (Lane, _etag) = (Lane with { Kept = found.Lane.Kept, Doubt = found.Lane.Doubt, Unreached = found.Lane.Unreached }, found.ETag);
        return true;
    }

    // Null: there is none, or no time is left to ask.
    async ValueTask<FoundLane?> Read()
    {
        while (Left > TimeSpan.Zero && !_stopping.IsCancellationRequested)
            try
            {
                return await _kit.Lanes.Find(_workshop, Lane.Room);
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(Spans.Again, _kit.Time);
            }
        return null;
    }
}
