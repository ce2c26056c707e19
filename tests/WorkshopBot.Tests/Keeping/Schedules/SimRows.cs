using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>The rows as one node reaches them: each call waits until the schedule lets it through, and may go wrong.</summary>
sealed partial class SimRows(Simulation sim, SimNode node, Breaking breaking) : IRowStore
{
    readonly Journal.Memory.MemoryRowStore _inner = sim.Rows;

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        Check(await node.Gate($"reads {key}"));
        return await _inner.Get(partition, key, ct);
    }

    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        Check(await node.Gate($"reads {from}"));
        var rows = await _inner.Range(partition, from, before, most, ct);
        return breaking == Breaking.Doubt ? [.. rows.Select(row => row.Key.StartsWith("l-", StringComparison.Ordinal) ? row with { Data = Encoding.UTF8.GetBytes(Forget(Text(row.Data))) } : row)] : rows;
    }

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        var fate = await node.Gate($"writes {string.Join(' ', changes.Select(change => Says(change)))}");
        if (fate == Fate.LosesRequest)
            return new WriteResult.Unavailable(StorageFault.Unreachable);
        var result = await Broken(partition, changes, ct);
        if (result is WriteResult.Written)
            foreach (var row in changes.OfType<RowChange.Put>().Where(put => put.Key.StartsWith("m-", StringComparison.Ordinal)).Select(put => JsonDocument.Parse(put.Data).RootElement))
                if (row.TryGetProperty("phase", out var phase) && phase.GetString() == "up")
                    sim.Know(row.GetProperty("op").GetString()!);
        return fate == Fate.LosesAnswer ? new WriteResult.Unavailable(StorageFault.Unreachable) : result;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // What a keeper without one of its parts would have written.
    async ValueTask<WriteResult> Broken(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        switch (breaking)
        {
            case Breaking.Intent:
                changes = [.. changes.Where(change => change is not RowChange.Put put || !Text(put.Data).Contains("\"phase\":\"posting\"", StringComparison.Ordinal))];
                break;
            case Breaking.Fence:
                changes = [.. changes.Select(change => change is RowChange.Replace { Key: ['l', '-', ..] } lane ? new RowChange.Put(lane.Key, lane.Data) : change)];
                break;
            // Only who asks for another look writes doubt without an end.
            case Breaking.Repair when changes is [RowChange.Replace lane] && Text(lane.Data).Contains($"\"doubt\":{long.MaxValue}", StringComparison.Ordinal):
                return new WriteResult.Written(["-"]);
        }
        return await _inner.Write(partition, changes, ct);
    }

    // A lane whose holder ended looks as if it had been given back.
    string Forget(string lane) => JsonDocument.Parse(lane).RootElement.TryGetProperty("until", out var until) && until.GetDateTimeOffset() <= sim.Time.GetUtcNow()
        ? Holder().Replace(lane, "")
        : lane;

    [GeneratedRegex(",\"holder\":\"[^\"]*\"")]
    private static partial Regex Holder();

    static void Check(Fate fate)
    {
        if (fate != Fate.Goes)
            throw new StorageUnavailableException(StorageFault.Unreachable, "lost");
    }

    static string Says(RowChange change) => change switch
    {
        RowChange.Replace replace => $"{change.Key[..Math.Min(6, change.Key.Length)]}{Text(replace.Data)}",
        RowChange.Put put => Text(put.Data),
        _ => change.Key,
    };

    static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
