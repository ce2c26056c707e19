using WorkshopBot.Journal;

namespace WorkshopBot.Tests;

/// <summary>Passes everything on to a real store, but writes fail, or wait, as told.</summary>
public sealed class RowsInTrouble(IRowStore inner) : IRowStore
{
    const string Pointer = "snap";

    /// <summary>What every write is answered; null: as it should be.</summary>
    public StorageFault? Fault { get; set; }

    /// <summary>Writes are made, and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Reads fail too.</summary>
    public bool IsGone { get; set; }

    /// <summary>Writes wait for this.</summary>
    public Task Opened { get; set; } = Task.CompletedTask;

    /// <summary>Snapshots are as if deleted.</summary>
    public bool HidesSnapshots { get; set; }

    int _waiting;
    int _written;
    int _snapshots;

    public int Waiting => Volatile.Read(ref _waiting);

    public int Snapshots => Volatile.Read(ref _snapshots);

    public int Written => Volatile.Read(ref _written);

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        Check();
        if (HidesSnapshots && key == Pointer)
            return ValueTask.FromResult<StoredRow?>(null);
        return inner.Get(partition, key, ct);
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        Check();
        return inner.Range(partition, from, before, most, ct);
    }

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        Interlocked.Increment(ref _waiting);
        await Opened;
        Interlocked.Decrement(ref _waiting);
        if (Fault is { } fault)
            return new WriteResult.Unavailable(fault);
        Interlocked.Increment(ref _written);
        if (changes.Any(change => change.Key == Pointer))
            Interlocked.Increment(ref _snapshots);
        var result = await inner.Write(partition, changes, ct);
        return LosesAnswers ? new WriteResult.Unavailable(StorageFault.Unreachable) : result;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    void Check()
    {
        if (IsGone)
            throw new StorageUnavailableException(StorageFault.Unreachable, "gone");
    }
}
