using System.Globalization;
using System.Runtime.CompilerServices;

namespace WorkshopBot.Journal.Checking;

/// <summary>One workshop's rows, as they come: lanes, messages, snapshot, head, and then its commits.</summary>
sealed class WorkshopCheck(string partition, IWorkshopReader reader)
{
    const int CommitDigits = 10;

    readonly Dictionary<string, long> _lanes = new(StringComparer.Ordinal);       // how far each is kept
    readonly HashSet<string> _unfenced = new(StringComparer.Ordinal);             // lanes that messages speak of and that did not come
    readonly SnapshotCheck _snapshot = new();
    Head? _head;
    bool _hasHead;
    StoredCommit? _last;
    long _shown;

    public string Partition => partition;

    public IEnumerable<Finding> Take(StoredRow row, Action<string> count) => row.Key switch
    {
        CommitRows.HeadKey => Head(row),
        Snapshots.PointerKey => At(row, _snapshot.Point(row)),
        ['c', '-', ..] => Commit(row, count),
        ['s', '-', ..] => Part(row),
        ['l', '-', ..] => At(row, Lane(row, count)),
        ['m', '-', ..] => At(row, Message(row, count)),
        _ => Unknown(row, count),
    };

    /// <summary>What is wrong with the workshop as a whole.</summary>
    public async IAsyncEnumerable<Finding> End(IRowStore rows, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!_hasHead && _last is not null)
            yield return new(partition, CommitRows.HeadKey, "is missing, and there are commits");
        // A start that was not saved may leave a lane.
        else if (!_hasHead)
            yield return new(partition, null, "is a workshop that never began", IsTrouble: false);
        else if (_head is { } head && (_last?.Version ?? 0) is var last && last != head.Version)
            yield return new(partition, CommitRows.HeadKey, FormattableString.Invariant($"stands at version {head.Version}, and the last commit is {last}"));
        else if (_head is { } same && _last is not null && same.CommitId != _last.Id)
            yield return new(partition, CommitRows.HeadKey, FormattableString.Invariant($"names another commit than that of version {same.Version}"));
        if (_head is { } stands)
        {
            if (await Beyond(rows, stands.Version, ct).ConfigureAwait(false) is { } beyond)
                yield return new(partition, beyond, FormattableString.Invariant($"lies beyond the head, which stands at version {stands.Version}"));
            foreach (var (key, _) in _lanes.Where(lane => lane.Value > stands.Version))
                yield return new(partition, key, FormattableString.Invariant($"is kept beyond the head, which stands at version {stands.Version}"));
            if (_shown > stands.Version)
                yield return new(partition, null, FormattableString.Invariant($"has messages that show a version beyond the head, which stands at {stands.Version}"));
            foreach (var fault in _snapshot.End(stands.Version))
                yield return new(partition, Snapshots.PointerKey, fault);
        }
        foreach (var lane in _unfenced)
            if (await rows.Get(partition, lane, ct).ConfigureAwait(false) is null)
                yield return new(partition, lane, "is missing, and there are messages of its room");
    }

    IEnumerable<Finding> At(StoredRow row, string? trouble) => trouble is null ? [] : [new(partition, row.Key, trouble)];

    IEnumerable<Finding> Part(StoredRow row)
    {
        _snapshot.Take(row);
        return [];
    }

    IEnumerable<Finding> Unknown(StoredRow row, Action<string> count)
    {
        count("unknown rows");
        return [new(partition, row.Key, "is a row this program does not know", IsTrouble: false)];
    }

    IEnumerable<Finding> Head(StoredRow row)
    {
        _hasHead = true;
        if (StoredJson.TryRead(row, StoredJson.Default.HeadRow) is not { Version: > 0 and < CommitRows.LastVersion } head)
            return At(row, "cannot be read");
        _head = new(head.Version, head.Commit, head.Due, row.ETag);
        return [];
    }

    IEnumerable<Finding> Commit(StoredRow row, Action<string> count)
    {
        count("commits");
        if (row.Key.Length != 2 + CommitDigits || !long.TryParse(row.Key.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version == 0)
        {
            yield return new(partition, row.Key, "is no name of a commit");
            yield break;
        }
        if (version != (_last?.Version ?? 0) + 1)
        {
            reader.Skip();
            yield return new(partition, CommitRows.Key((_last?.Version ?? 0) + 1), version == (_last?.Version ?? 0) + 2 ? "is missing" : FormattableString.Invariant($"is missing, and so are all up to version {version - 1}"));
        }
        if (row.Data.Length < CommitRows.IdBytes)
        {
            reader.Skip();
            _last = new(version, Guid.Empty, default);
            yield return new(partition, row.Key, "is too short for a commit");
            yield break;
        }
        var commit = CommitRows.ReadCommit(row);
        // Its bytes are of no use any more once it is read.
        _last = commit with { Data = default };
        if (reader.Read(commit) is { } trouble)
            yield return new(partition, row.Key, trouble);
        if (_snapshot.Reached(version) is { } state && reader.Compare(state) is { } difference)
            yield return new(partition, Snapshots.PointerKey, difference);
    }

    string? Lane(StoredRow row, Action<string> count)
    {
        count("lanes");
        if (StoredJson.TryRead(row, StoredJson.Default.LaneRow) is not { Room: not null } lane)
        {
            _lanes[row.Key] = 0;
            return "cannot be read";
        }
        _lanes[row.Key] = lane.Kept;
        return Lanes.LaneKey(lane.Room) == row.Key ? null : "stands in another's place";
    }

    string? Message(StoredRow row, Action<string> count)
    {
        count("messages");
        if (StoredJson.TryRead(row, StoredJson.Default.MessageRow) is not { Room: not null, Key: not null, Page: >= 0 and <= 99 } message)
            return "cannot be read";
        if (Lanes.MessageKey(message.Room, message.Key, message.Page) != row.Key)
            return "stands in another's place";
        if (Lanes.LaneKey(message.Room) is var lane && !_lanes.ContainsKey(lane))
            _unfenced.Add(lane);
        _shown = Math.Max(_shown, message.Shown);
        return null;
    }

    // Null too when the head has moved on meanwhile: then it is somebody's newest commit.
    async ValueTask<string?> Beyond(IRowStore rows, long version, CancellationToken ct) =>
        await rows.Range(partition, CommitRows.Key(version + 1), CommitRows.CommitsEnd, 1, ct).ConfigureAwait(false) is [var row]
        && await rows.Get(partition, CommitRows.HeadKey, ct).ConfigureAwait(false) is { } head && CommitRows.ReadHead(head).Version == version ? row.Key : null;
}
