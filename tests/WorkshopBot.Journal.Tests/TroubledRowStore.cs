namespace WorkshopBot.Journal.Tests;

/// <summary>Passes everything on to a real store, with the next writes going wrong as told.</summary>
public sealed class TroubledRowStore(IRowStore inner) : IRowStore
{
    public enum Trouble
    {
        None,

        /// <summary>It is written, and nobody hears of it.</summary>
        LostAnswer,

        /// <summary>It is written, the answer is lost, and the client behind the store tries again by itself.</summary>
        Repeated,

        /// <summary>It never arrives.</summary>
        LostRequest,
    }

    public Queue<Trouble> Next { get; } = [];

    /// <summary>Writes after which nothing arrives any more, as after a crash; below zero: never.</summary>
    public int DiesAfter { get; set; } = -1;

    public int Written { get; private set; }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) =>
        inner.Range(partition, from, before, most, ct);

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        var trouble = Next.TryDequeue(out var next) ? next : Trouble.None;
        if (trouble == Trouble.LostRequest || Written == DiesAfter)
            return new WriteResult.Unavailable(StorageFault.Unreachable);
        Written++;
        var result = await inner.Write(partition, changes, ct);
        return trouble switch
        {
            Trouble.LostAnswer => new WriteResult.Unavailable(StorageFault.Unreachable),
            Trouble.Repeated => await inner.Write(partition, changes, ct),
            _ => result,
        };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
