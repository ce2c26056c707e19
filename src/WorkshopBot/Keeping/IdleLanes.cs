using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>
/// Up to which version this node has seen that lanes which lag need nothing, so that the same commits are not read again at each look. It holds for as long as a lane's row is
/// as it was found then; what is forgotten is read once more.
/// </summary>
sealed class IdleLanes(int most = IdleLanes.Most)
{
    /// <summary>Lanes, some 200 bytes each.</summary>
    public const int Most = 8_192;

    readonly Lock _lock = new();
    readonly Dictionary<(string Workshop, string Room), (string ETag, long Version)> _seen = [];

    /// <summary>The version from which on something may be new to those who read the lane.</summary>
    public long Since(string workshop, FoundLane found)
    {
        lock (_lock)
            return _seen.TryGetValue((workshop, found.Lane.Room), out var seen) && seen.ETag == found.ETag ? Math.Max(seen.Version, found.Lane.Kept) : found.Lane.Kept;
    }

    /// <summary>Nothing up to this version changes what is read there.</summary>
    public void Saw(string workshop, FoundLane found, long version)
    {
        lock (_lock)
        {
            var lane = (workshop, found.Lane.Room);
            if (_seen.Count >= most && !_seen.ContainsKey(lane))
                _seen.Clear();
            _seen[lane] = (found.ETag, version);
        }
    }
}
