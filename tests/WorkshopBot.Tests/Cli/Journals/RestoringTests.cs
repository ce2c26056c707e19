using System.Globalization;
using WorkshopBot.Cli.Journals;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Storages;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>What an import does beside writing rows.</summary>
public sealed class RestoringTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly MemoryRowStore _rows = new(TimeProvider.System);

    public void Dispose()
    {
        _folder.Dispose();
        _rows.DisposeAsync().AsTask().Wait();
    }

    [Fact]
    public async Task Looks_are_set_by_the_storages_time_however_wrong_the_machines_is()
    {
        var storage = new ManualTime { Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal(0, await Restoring.Run(await Exported(), Name(new RowsInTrouble(_rows), storage), TimeProvider.System, TextWriter.Null, TextWriter.Null));
        var look = Assert.Single(await _rows.All().Where(row => row.Partition.StartsWith("agenda-", StringComparison.Ordinal)).ToListAsync());
        Assert.StartsWith((storage.Now + new AgendaTimes().Ahead).UtcTicks.ToString("D19", CultureInfo.InvariantCulture), look.Row.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_as_in_the_file_is_named_and_served_by_nobody()
    {
        using var errors = new StringWriter();
        var path = await Exported();
        Assert.Equal(1, await Restoring.Run(path, Name(new Meddled(_rows), TimeProvider.System), TimeProvider.System, TextWriter.Null, errors));
        Assert.Contains("trouble: n-late is not the same in both.", errors.ToString(), StringComparison.Ordinal);
        Assert.True(await Filling.IsUnderWay(_rows));
    }

    StorageName Name(IRowStore rows, TimeProvider clock) => new("memory", "", _ => throw new NotSupportedException(), (_, _) => new(new OpenStorage(rows, _rows, clock, () => [])));

    async Task<string> Exported()
    {
        await using var rows = new MemoryRowStore(TimeProvider.System);
        Assert.IsType<AppendResult.Appended>(await new WorkshopJournal(rows).Append("m-1", null, Guid.NewGuid(), "x"u8.ToArray(), null));
        await using var file = File.Create(_folder.File("backup"));
        await Export.Write(rows, new NoMoment(rows), file, row => Assert.Fail(row.Row.Key));
        return _folder.File("backup");
    }

    sealed class NoMoment(IRowScan inner) : IRowScan
    {
        public IAsyncEnumerable<PlacedRow> All(CancellationToken ct = default) => inner.All(ct);
    }

    /// <summary>Somebody else writes a row into it, too.</summary>
    sealed class Meddled(IRowStore inner) : IRowStore
    {
        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            if (partition.StartsWith("w-", StringComparison.Ordinal))
                await inner.Write("n-late", [new RowChange.Put("note", default)], ct);
            return await inner.Write(partition, changes, ct);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
