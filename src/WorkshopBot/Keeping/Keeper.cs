using System.Collections.Concurrent;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Keeping;

/// <summary>
/// Keeps the messages of workshops true: posted once, edited when what they show has changed. It is woken after commits and by the agenda, works at each workshop
/// one pass at a time, and holds no thread while it waits. It never writes a workshop's commits, and answers nobody.
/// </summary>
public sealed class Keeper : IAsyncDisposable
{
    const int MostLeft = 1_000;
    const int AtOnce = 16;

    readonly Kit _kit;
    readonly Background _background;
    readonly Lock _lock = new();
    readonly Dictionary<string, KeptWorkshop> _workshops = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Pace> _paces = new(StringComparer.Ordinal);
    readonly IdleLanes _idle = new();
    readonly HashSet<string> _left = new(StringComparer.Ordinal);
    readonly CancellationTokenSource _stopping = new();
    readonly CancellationTokenSource _leaving = new();
    bool _closed;

    public Keeper(Kit kit)
    {
        _kit = kit with { Leaving = _leaving.Token };
        _background = new(kit.Log);
    }

    /// <summary>How many workshops are being worked at this moment; those that wait for a time are none of them.</summary>
    public int AtWork
    {
        get
        {
            lock (_lock)
                return _workshops.Values.Count(workshop => workshop.IsWorking);
        }
    }

    /// <summary>Something may have changed in the workshop. Returns at once.</summary>
    public void Wake(string workshop)
    {
        lock (_lock)
            if (!_closed)
                Find(workshop).Wake();
            else if (_left.Count < MostLeft)
                _left.Add(workshop);
    }

    /// <summary>Somebody spoke in a room or in their own chat: if it was lost, it is tried again. Returns at once.</summary>
    public void Heard(string workshop, string room)
    {
        lock (_lock)
            if (!_closed)
                Find(workshop).Hear(room);
    }

    /// <summary>A message was seen in a place under a platform id, such as by a button on it that was pressed: if nobody knew whether it had arrived, it has. Returns at once.</summary>
    public void Seen(string workshop, string key, Address where, string platformId)
    {
        lock (_lock)
            if (!_closed)
                _background.Run(async () =>
                {
                    if (await Asking.Learn(_kit, workshop, where, key, platformId, _stopping.Token))
                        Wake(workshop);
                });
    }

    /// <summary>Keys of messages that are told once and of which nobody knows whether they arrived. Throws <see cref="StorageUnavailableException"/>.</summary>
    public ValueTask<IReadOnlyList<string>> Unsure(string workshop, CancellationToken ct = default) => Asking.Unsure(_kit, workshop, ct);

    /// <summary>A kept message as one person sees it in a room, with something said above it; null where it shows them nothing of their own.</summary>
    public Message? View(string workshop, Workshops.Workshop state, string key, string room, Person person, string notice)
    {
        var place = _kit.Channel(room)?.Place(new Address.Room(room)) ?? ChatPlace.Plain;
        return new Rendering(_kit, workshop, state, place, room, _kit.Views.All(state).FirstOrDefault()).Personal(key, person.Key, person.Guest, notice);
    }

    /// <summary>Who cannot be reached, and rooms that are closed to us, with the reasons as codes. Throws <see cref="StorageUnavailableException"/>.</summary>
    public ValueTask<IReadOnlyList<LostPerson>> Unreached(string workshop, CancellationToken ct = default) => Asking.Unreached(_kit, workshop, ct);

    /// <summary>
    /// Somebody wants a message posted that may not have arrived, or was deleted, wherever that is so. False: there is no such message, or it could not be saved.
    /// Throws <see cref="StorageUnavailableException"/>.
    /// </summary>
    public async ValueTask<bool> PostAgain(string workshop, string key, CancellationToken ct = default)
    {
        if (await _kit.Agenda.Ensure(workshop, ct: ct) is not null)
            return false;
        var any = false;
        foreach (var found in await _kit.Lanes.All(workshop, ct))
            any |= await Asking.PostAgain(_kit, workshop, found.Lane.Room, key, ct);
        if (any)
            Wake(workshop);
        return any;
    }

    /// <summary>Whether all messages of the workshop show how it stands, as far as this can be. Throws <see cref="StorageUnavailableException"/>.</summary>
    public async ValueTask<bool> IsTrue(string workshop, CancellationToken ct = default)
    {
        if (await _kit.Journal.Head(workshop, ct) is not { } head)
            return true;
        var visit = new LaneVisit(_kit, _paces, _idle, workshop);
        foreach (var found in await _kit.Lanes.All(workshop, ct))
            if (!visit.IsDone(found.Lane, head.Version) && !await visit.IsIdle(found, ct))
                return false;
        return true;
    }

    /// <summary>Finishes the calls under way, gives the lanes back and begins nothing more. The storage is the caller's to close, afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_closed)
                return;
            _closed = true;
            _left.UnionWith(_workshops.Keys.Take(MostLeft));
            foreach (var workshop in _workshops.Values)
                workshop.Dispose();
        }
        await _stopping.CancelAsync();
        using (_kit.Time.CreateTimer(_ => _leaving.Cancel(), null, Spans.Leaving, Timeout.InfiniteTimeSpan))
            await _background.Finish(Spans.Gone, _kit.Time);
        _stopping.Dispose();
    }

    /// <summary>Sees to it that others look at once at what was left, once everything is given back.</summary>
    public async Task HandOver()
    {
        if (!_kit.Hands)
            return;
        List<string> left;
        lock (_lock)
            left = [.. _left];
        var now = _kit.Time.GetUtcNow();
        await Calls.Each(left, AtOnce, async workshop => await _kit.Agenda.Ensure(workshop, now)).WaitAsync(Spans.Again, _kit.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    KeptWorkshop Find(string workshop)
    {
        if (!_workshops.TryGetValue(workshop, out var found))
            _workshops[workshop] = found = new(_lock, _kit.Time, pass => _background.Run(pass), new WorkshopPass(_kit, _paces, _idle, workshop, _stopping.Token).Run, () => _workshops.Remove(workshop));
        return found;
    }
}
