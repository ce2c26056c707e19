using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Nodes;

/// <summary>A storage across a network: every call takes a while, and some answers are lost on their way back.</summary>
/// <param name="inner">What is really there.</param>
/// <param name="median">Of what a call takes, there and back.</param>
/// <param name="lost">How many answers of a hundred are lost.</param>
/// <param name="seed">Of the dice.</param>
/// <param name="time">Whose time calls take.</param>
sealed class SlowRows(IRowStore inner, TimeSpan median, int lost, int seed, TimeProvider time) : IRowStore
{
    const double Sigma = 0.4;

    readonly Lock _lock = new();
    readonly Random _dice = new(seed);
    int _reads;
    int _writes;

    public int Reads => _reads;

    /// <summary>Writes tried, refused ones too.</summary>
    public int Writes => _writes;

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        Interlocked.Increment(ref _reads);
        await Half(ct);
        var found = await inner.Get(partition, key, ct);
        await Half(ct);
        return found;
    }

    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        Interlocked.Increment(ref _reads);
        await Half(ct);
        var found = await inner.Range(partition, from, before, most, ct);
        await Half(ct);
        return found;
    }

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        Interlocked.Increment(ref _writes);
        await Half(ct);
        var result = await inner.Write(partition, changes, ct);
        await Half(ct);
        return Next() * 100 < lost ? new WriteResult.Unavailable(StorageFault.Unreachable) : result;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task Half(CancellationToken ct)
    {
        // Two evenly drawn numbers make a normal one, and that a lognormal one.
        var normal = Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());
        return Task.Delay(median / 2 * Math.Exp(Sigma * normal), time, ct);
    }

    double Next()
    {
        lock (_lock)
            return _dice.NextDouble();
    }
}
