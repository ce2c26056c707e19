using Azure;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>What the service refuses and the emulator may take is not sent at all.</summary>
public sealed class TableLimitTests
{
    static readonly TableAddress Address = TableAddress.FromConnectionString("UseDevelopmentStorage=true", out _)!;

    static TableTransactionAction Upsert(string partition, string row, int bytes = 1) => new(TableTransactionActionType.UpsertReplace, new(partition, row, new byte[bytes]));

    [Fact]
    public async Task Transactions_the_service_would_refuse_are_bugs()
    {
        await Refused([], "1 to 100");
        await Refused([.. Enumerable.Range(0, 101).Select(i => Upsert("p", $"{i}"))], "1 to 100");
        await Refused([Upsert("p", "a"), Upsert("q", "b")], "one partition");
        await Refused([Upsert("p", "a"), Upsert("p", "b"), Upsert("p", "a")], "twice");
        await Refused([Upsert("p", "a", RowRules.MostRowBytes + 1)], "at most");
        await Refused([Upsert("p", "a", RowRules.MostRowBytes), Upsert("p", "b", RowRules.MostRowBytes)], "at most");
        await Refused([Upsert("p/q", "a")], "ASCII");
        await Refused([Upsert("p", new string('k', 256))], "255");
        await Refused([new(TableTransactionActionType.Delete, new("p", "a", default))], "ETag");
        await Refused([new(TableTransactionActionType.UpdateReplace, new("p", "a", default), new("x\r\nEvil: 1"))], "ETag");

        async Task Refused(TableTransactionAction[] actions, string why) =>
            Assert.Contains(why, (await Nothing(client => client.SubmitTransactionAsync(actions).AsTask())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_operations_the_service_would_refuse_are_bugs()
    {
        await Nothing(client => client.AddEntityAsync(new("p", "a", new byte[RowRules.MostRowBytes + 1])).AsTask());
        await Nothing(client => client.UpsertEntityAsync(new("p", "ä", default)).AsTask());
        await Nothing(client => client.UpdateEntityAsync(new("p", "a", default), default).AsTask());
        await Nothing(client => client.UpdateEntityAsync(new("p#", "a", default), new("W/\"x\"")).AsTask());
        await Nothing(client => client.DeleteEntityAsync("p", "a", new("x\n")).AsTask());
    }

    [Theory]
    [InlineData("workshops", true)]
    [InlineData("Abc", true)]
    [InlineData("ab", false)]
    [InlineData("1ab", false)]
    [InlineData("a-b-c", false)]
    [InlineData("tables", false)]
    [InlineData("", false)]
    [InlineData("wörkshops", false)]
    public void A_table_has_a_name_the_service_takes(string name, bool isOne)
    {
        Assert.Equal(isOne, TableKeys.IsTable(name));
        if (!isOne)
            Assert.Throws<ArgumentException>(() => new TableClient(Address, name, new(TimeProvider.System)));
    }

    [Fact]
    public void The_largest_batch_of_rows_is_not_too_large_for_a_transaction()
    {
        // A hundred rows of long names, as full as the rules of rows let them be.
        var (partition, names) = (new string('p', 255), Enumerable.Range(0, 100).Select(i => new string('k', 250) + $"-{i:D3}").ToList());
        var (most, step) = (0, 256);
        while (IsAllowed(most + step))
            most += step;
        Assert.InRange(most, 10_000, 64 * 1024);
        var body = TransactionBody.Write("0", "https://an-account-with-a-long-name.table.core.windows.net/workshops", [.. names.Select(name => new TableTransactionAction(TableTransactionActionType.UpdateReplace, new(partition, name, new byte[most]), new("W/\"datetime'2026-03-02T09%3A00%3A00.1234567Z'\"")))]);
        Assert.InRange(body.Length, 1, TableClient.MostTransactionBytes);

        bool IsAllowed(int bytes)
        {
            try
            {
                RowRules.CheckBatch(partition, [.. names.Select(name => new RowChange.Put(name, new byte[bytes]))]);
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    static async Task<ArgumentException> Nothing(Func<TableClient, Task> ask)
    {
        using var wire = new Wire(_ => throw new InvalidOperationException("It was sent."));
        return await Assert.ThrowsAnyAsync<ArgumentException>(() => ask(new(Address, "workshops", new(TimeProvider.System), null, wire.Options)));
    }
}
