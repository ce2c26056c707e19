using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Reading many rows: over several pages, and from a service that gives them in no order.</summary>
public sealed class TableScanTests
{
    const int Partitions = 12, Rows = 95;

    // Names that sort otherwise by any rule but the ordinal one, and one that is taken apart in addresses and filters.
    static string Partition(int i) => i == 0 ? "o'clock & more=50%" : i % 2 == 0 ? $"P{i}" : $"p-{i}";

    static async Task<string> Filled()
    {
        var table = Azurite.NewTable();
        await using var rows = await Emulator.Open(table);
        for (var i = 0; i < Partitions; i++)
            Assert.IsType<WriteResult.Written>(await rows.Write(Partition(i), [.. Enumerable.Range(0, Rows).Select(j => new RowChange.Insert(j == 0 ? "it's +1" : $"{(j % 2 == 0 ? "K" : "k")}{j}", Encoding.UTF8.GetBytes($"{i}/{j}")))]));
        return table;
    }

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_row_is_read_once_partition_by_partition_and_in_order(bool isSorted)
    {
        var table = await Filled();
        // A service without order turns round what the emulator has sorted.
        await using var proxy = new FaultProxy(Azurite.Shared.Port) { Rewrite = isSorted ? (_, body) => body : TurnedRound };
        await using var rows = await Emulator.Open(table, isSorted, proxy.Port);
        var all = await rows.All().ToListAsync();
        Assert.Equal(Partitions * Rows, all.Count);
        Assert.Equal(Partitions * Rows, all.Select(placed => Encoding.UTF8.GetString(placed.Row.Data.Span)).Distinct().Count());
        // As often as there are partitions, the next row is of another one.
        Assert.Equal(Partitions, 1 + all.Zip(all.Skip(1)).Count(pair => pair.First.Partition != pair.Second.Partition));
        Assert.All(all.Zip(all.Skip(1)).Where(pair => pair.First.Partition == pair.Second.Partition), pair => Assert.True(string.CompareOrdinal(pair.First.Row.Key, pair.Second.Row.Key) < 0));
        Assert.Contains(proxy.Asked, request => request.Target.Contains("NextPartitionKey", StringComparison.Ordinal));      // more than a page

        for (var i = 0; i < Partitions; i++)
        {
            var keys = all.Where(placed => placed.Partition == Partition(i)).Select(placed => placed.Row.Key).ToList();
            Assert.Equal(Rows, keys.Count);
            Assert.Equal(keys, (await rows.Range(Partition(i), " ", "~", 1000)).Select(row => row.Key));
            Assert.Equal(keys.Take(7), (await rows.Range(Partition(i), " ", "~", 7)).Select(row => row.Key));
        }
        Assert.Equal("0/0", Encoding.UTF8.GetString((await rows.Get(Partition(0), "it's +1"))!.Data.Span));
    }

    [NodeFact]
    public async Task A_service_that_breaks_its_order_is_not_taken_at_its_word()
    {
        await using var proxy = new FaultProxy(Azurite.Shared.Port) { Rewrite = TurnedRound };
        await using var rows = await Emulator.Open(await Filled(), port: proxy.Port);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await rows.All().ToListAsync());
    }

    [NodeFact]
    public async Task A_page_may_be_empty_and_not_the_last()
    {
        var table = await Filled();
        var emptied = 0;
        await using var proxy = new FaultProxy(Azurite.Shared.Port)
        {
            // Only where more follow: then nothing is lost but the page.
            Rewrite = (request, body) => request.Target.Contains("$filter", StringComparison.Ordinal) && Interlocked.Increment(ref emptied) == 1 ? """{"value":[]}"""u8.ToArray() : body,
        };
        var client = new TableClient(Emulator.Address(proxy.Port), table, new(TimeProvider.System));
        var pages = await client.QueryAsync($"PartitionKey eq '{Partition(1)}'", maxPerPage: 20).ToListAsync();
        Assert.Equal([0, 20, 20, 20, 15], pages.Select(page => page.Count));
    }

    static byte[] TurnedRound(ProxiedRequest request, byte[] body)
    {
        if (!request.Target.Contains("()", StringComparison.Ordinal) || JsonNode.Parse(body) is not { } page)
            return body;
        page["value"] = new JsonArray([.. page["value"]!.AsArray().Reverse().Select(row => row!.DeepClone())]);
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }
}
