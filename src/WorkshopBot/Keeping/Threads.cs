using System.Collections.Concurrent;
using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>Which message a workshop's others go under in a room. Others talk in threads too, so what was found is remembered, and looked for again no more than now and then.</summary>
public sealed class Threads(Lanes lanes, string rootKey, TimeProvider time)
{
    const int Most = 10_000;

    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<(string Workshop, string Room), (string? Root, DateTimeOffset At)> _roots = new();

    /// <summary>Throws <see cref="StorageUnavailableException"/>.</summary>
    public async ValueTask<bool> Is(string workshop, string room, string thread, CancellationToken ct)
    {
        if (_roots.TryGetValue((workshop, room), out var known) && (known.Root == thread || time.GetUtcNow() - known.At < Again))
            return known.Root == thread;
        var lane = await lanes.Find(workshop, room, ct);
        var root = lane?.Lane.Root ?? (await lanes.Message(workshop, room, rootKey, 0, ct))?.PlatformId;
        if (_roots.Count >= Most)
            _roots.Clear();
        _roots[(workshop, room)] = (root, time.GetUtcNow());
        return root == thread;
    }
}
