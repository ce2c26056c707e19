using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Rows as a process reaches them that may end: then nothing is ever answered again, and nothing written.</summary>
sealed class DyingRows(IRowStore inner) : IRowStore
{
    public bool IsDead { get; set; }

    /// <summary>Dies before such a write.</summary>
    public Func<IReadOnlyList<RowChange>, bool> Before { get; set; } = _ => false;

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        await Alive();
        return await inner.Get(partition, key, ct);
    }

    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        await Alive();
        return await inner.Range(partition, from, before, most, ct);
    }

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        IsDead |= Before(changes);
        await Alive();
        return await inner.Write(partition, changes, ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task Alive() => IsDead ? new TaskCompletionSource().Task : Task.CompletedTask;
}
