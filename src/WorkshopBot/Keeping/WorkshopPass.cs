using System.Collections.Concurrent;
using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>One pass over all lanes of a workshop, and then a look whether somebody committed meanwhile.</summary>
sealed class WorkshopPass(Kit kit, ConcurrentDictionary<string, Pace> paces, IdleLanes idle, string workshop, CancellationToken stopping)
{
    readonly LaneVisit _visit = new(kit, paces, idle, workshop);
    readonly Dictionary<string, DateTimeOffset?> _ready = new(StringComparer.Ordinal);

    /// <summary>When the next one is to be. Never throws.</summary>
    public async Task<Visited> Run(IReadOnlySet<string> heard)
    {
        try
        {
            if (await kit.Journal.Head(workshop, stopping) is not { } head)
                return new(null);
            foreach (var room in heard)
                await Asking.Find(kit, workshop, room, stopping);
            var lanes = await kit.Lanes.All(workshop, stopping);
            var visits = await Task.WhenAll(lanes.Select(lane => Lane(lane, head.Version)));
            var now = kit.Time.GetUtcNow();
            // Who committed while a lane was held has left it to its holder.
            var later = visits.Length > 0 && !stopping.IsCancellationRequested && await kit.Journal.Head(workshop, stopping) is { } then && then.Version > head.Version;
            // A lane that may be called at any time waits a little for those that may not, so that a pass finds several with work.
            var ready = _ready.Values.Any(at => at > now) ? _ready.Values.Where(at => at > now).Append(now + Spans.Gather).Min() : null;
            return new(later ? ready ?? now : visits.Min(visit => visit.Due), ready);
        }
        catch (Exception e)
        {
            return new(kit.Time.GetUtcNow() + After(e));
        }
    }

    // A lane in trouble does not keep the others.
    async Task<Visited> Lane(FoundLane found, long head)
    {
        var room = found.Lane.Room;
        try
        {
            var visited = await _visit.Make(found, head, _ready.GetValueOrDefault(room), stopping);
            lock (_ready)
                _ready[room] = visited.Ready;
            return visited;
        }
        catch (Exception e)
        {
            return new(kit.Time.GetUtcNow() + After(e));
        }
    }

    TimeSpan After(Exception e)
    {
        if (e is StorageUnavailableException or OperationCanceledException)
        {
            kit.Log.LogWarning("Messages of workshop {Workshop} wait: {Fault}", workshop, e.GetType().Name);
            return Spans.Soon;
        }
        kit.Log.LogError("Messages of workshop {Workshop} wait: {Fault} {Where}", workshop, e.GetType().Name, e.StackTrace);
        return Spans.AfterFault;
    }
}
