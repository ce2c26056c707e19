using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Nodes;

/// <summary>A storage that may stop answering, whatever anybody says, or answer with what nobody wrote.</summary>
sealed class GatedRows(IRowStore inner) : IRowStore
{
    /// <summary>Calls wait for this.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    /// <summary>Every row that is read is this; null: as it is.</summary>
    public byte[]? Garbage { get; set; }

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        await Open;
        return Garbage is { } bytes ? new(key, bytes, "?", default) : await inner.Get(partition, key, ct);
    }

    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        await Open;
        return Garbage is { } bytes ? [new(from, bytes, "?", default)] : await inner.Range(partition, from, before, most, ct);
    }

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        await Open;
        return Garbage is null ? await inner.Write(partition, changes, ct) : new WriteResult.Conflict();
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
