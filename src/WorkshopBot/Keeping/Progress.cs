using System.Collections.Immutable;
using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Keeping;

/// <summary>How a round of a lane goes: what is not yet written, why it must stop, and what is left for another round.</summary>
/// <param name="kit">What the keeper works with.</param>
/// <param name="hold">The lane.</param>
/// <param name="present">What is to be shown.</param>
/// <param name="rootKey">The message others go under, until which is up they wait; null for people.</param>
/// <param name="doubt">What shows an older version may show something else than its row says.</param>
/// <param name="stopping">This node goes.</param>
sealed class Progress(Kit kit, LaneHold hold, Present present, string? rootKey, long doubt, CancellationToken stopping)
{
    readonly Lock _lock = new();
    readonly Dictionary<(string Key, int Page), MessageRow> _unwritten = [];
    readonly Dictionary<string, string?> _reached = new(StringComparer.Ordinal);
    DateTimeOffset? _pause;
    string? _reason;
    DateTimeOffset? _due;
    string? _lost;
    bool _left;
    bool _posted;
    int _edits;

    public Kit Kit => kit;

    public Present Present => present;

    public long Doubt => doubt;

    public LaneRow Lane => hold.Lane;

    /// <summary>No more calls are to begin.</summary>
    public bool IsStopped => _pause is not null || _lost is not null || hold.IsLost || stopping.IsCancellationRequested;

    /// <summary>Chats that were called, by platform and tenant.</summary>
    public HashSet<string> Called { get; } = new(StringComparer.Ordinal);

    /// <summary>Chats that asked us to come later, and when.</summary>
    public Dictionary<string, DateTimeOffset> Later { get; } = new(StringComparer.Ordinal);

    /// <summary>When another round has something to do; null: not before the next commit.</summary>
    public DateTimeOffset? Due => _pause ?? (_lost is not null ? null : _left || hold.IsDisturbed ? kit.Time.GetUtcNow() : _due);

    public bool IsLostRoom => _lost is not null;

    /// <summary>A call may begin, for something planned at this time of the clock that only goes forward.</summary>
    public bool MayCall(long? planned = null) =>
        !IsStopped && hold.IsTaken && hold.Left >= Spans.LeastLeft && (planned is null || Spans.Intent - kit.Time.GetElapsedTime(planned.Value) >= Spans.LeastLeft);

    /// <summary>Edits that were called for, by chat.</summary>
    public Dictionary<string, int> Edits { get; } = new(StringComparer.Ordinal);

    public void Note(string place, bool isEdit = false)
    {
        var chat = Pace.Workspace(place);
        lock (_lock)
        {
            Called.Add(chat);
            if (isEdit)
                Edits[chat] = Edits.GetValueOrDefault(chat) + 1;
        }
    }

    /// <summary>Something must wait until then; the rest goes on.</summary>
    public void Wait(DateTimeOffset until)
    {
        lock (_lock)
            _due = _due < until ? _due : until;
    }

    /// <summary>Something was not got to.</summary>
    public void Leave() => _left = true;

    public void Edited() => Interlocked.Increment(ref _edits);

    /// <summary>The platform asks us to come later.</summary>
    public void Pause(string place, TimeSpan after)
    {
        after = after < Spans.Again ? Spans.Again : after > Spans.LongestPause ? Spans.LongestPause : after;
        lock (_lock)
            Later[Pace.Workspace(place)] = Pause(after, "later");
    }

    /// <summary>An edit may still be under way: whoever edits before it cannot land any more, would only race with it.</summary>
    public void LetLand()
    {
        lock (_lock)
            Pause(Spans.LeastLeft, "unknown");
    }

    /// <summary>Somebody's own chat takes our messages, or does not, and why.</summary>
    public void Reach(string? person, string? reason)
    {
        if (person is null)
            return;
        lock (_lock)
            _reached[person] = reason;
    }

    /// <summary>The room is gone or closed to us.</summary>
    public void Lose(string reason) => _lost = reason;

    /// <summary>To be written with whatever is written next.</summary>
    public void Remember(IEnumerable<MessageRow> rows)
    {
        foreach (var row in rows)
            _unwritten[(row.Key, row.Page)] = row;
    }

    /// <summary>Others go under it.</summary>
    public bool IsRoot(MessageRow row) => row.Page == 0 && row.Key == rootKey;

    /// <summary>False: the lane is lost, and so is what was to be written.</summary>
    public Task<bool> Save() => Write(lane => lane);

    /// <summary>Something was posted and that is not written yet: whoever comes after a crash might post it again.</summary>
    public void Posted() => _posted = true;

    /// <summary>Makes sure that the lane is ours, that there is time for a call, and that what was posted need not wait for it.</summary>
    public async Task Renew()
    {
        if ((_posted || !hold.IsTaken || hold.Left < Spans.LeastLeft + Spans.Soon) && !IsStopped)
            await Save();
    }

    /// <summary>Gives the lane back; it is kept up to this state when nothing was left. False: it was lost.</summary>
    public Task<bool> End() => Write(lane =>
    {
        lane = lane with { Holder = null, Until = null };
        if (_lost is not null)
            return lane with { State = LaneState.Lost, Reason = _lost };
        if (_pause is { } until)
            return lane with { State = LaneState.Paused, Until = until, Reason = _reason };
        return _left || _due is not null || IsStopped || hold.IsDisturbed ? lane : lane with { Kept = present.Version, Doubt = 0 };
    });

    /// <summary>Gives the lane back after a fault, as it was found; what was edited and not written down is in doubt.</summary>
    public Task<bool> GiveUp() => !hold.IsTaken ? Task.FromResult(false) : Write(lane => lane with { Holder = null, Until = null, Doubt = Called.Count > 0 ? long.MaxValue : lane.Doubt });

    DateTimeOffset Pause(TimeSpan after, string reason)
    {
        var until = kit.Time.GetUtcNow() + after;
        if (_pause is null || until > _pause)
            (_pause, _reason) = (until, reason);
        return until;
    }

    async Task<bool> Write(Func<LaneRow, LaneRow> change)
    {
        var rows = _unwritten.Values.ToList();
        // When the message that others go under comes up, whatever waited for it may lie far back.
        var rooted = rows.Any(row => IsRoot(row) && row.Phase == MessagePhase.Up && row.PlatformId != Root);
        if (!await hold.Write(lane => change(lane with { Edits = lane.Edits + _edits, Kept = rooted ? 0 : lane.Kept, Doubt = Math.Max(lane.Doubt, doubt), Unreached = Unreached(lane) }), rows))
            return false;
        if (rows.FirstOrDefault(IsRoot) is { } root)
            Root = root.Phase == MessagePhase.Up ? root.PlatformId : null;
        (_edits, _posted) = (0, false);
        _unwritten.Clear();
        return true;
    }

    ImmutableArray<LostPerson> Unreached(LaneRow lane)
    {
        lock (_lock)
            return _reached.Count == 0 || (lane.Unreached.IsEmpty && _reached.Values.All(reason => reason is null)) ? lane.Unreached
                : [.. lane.Unreached.Where(person => !_reached.ContainsKey(person.Key)), .. _reached.Where(one => one.Value is not null).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new LostPerson(one.Key, one.Value!))];
    }

    /// <summary>The platform's id of the room's first message.</summary>
    public string? Root { get; set; }
}
