using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Nodes;

/// <summary>All workshops of a tenant can be found.</summary>
public sealed class TenantListTests
{
    [Fact]
    public async Task A_workshop_is_listed_before_its_first_commit_and_by_nothing_after_it()
    {
        var rows = new CountedRows(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.Takes("ann", "start Bikes");
        var writes = rows.Writes.ToList();
        Assert.InRange(writes.FindIndex(IsListing), 0, writes.FindIndex(write => write.StartsWith("w-m-1/c-", StringComparison.Ordinal)) - 1);
        rows.Forget();
        await talk.Takes("ann", "why: to sell more");
        await talk.Refuses("bob", "start Cars");
        Assert.DoesNotContain(rows.Writes, IsListing);
        await talk.Takes("ann", "throw away");
        await talk.Takes("ann", "start Cars");
        await talk.Takes("bob", "start Bicycles", isPrivate: true);
        Assert.Equal(["m-1", "m-2", "m-3"], await new WorkshopIndex(rows).OfTenant("web:local", 10));

        static bool IsListing(string write) => write.StartsWith("tenant-", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_listed_is_not_opened()
    {
        var rows = new RefusingRows(new MemoryRowStore(TimeProvider.System)) { Refused = "tenant-" };
        await using var talk = new Talk(rows);
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("ann", "start Bikes")).Kind);
        Assert.Null(await talk.Loop.Looking.Find("web:local:r"));
        rows.Refused = null;
        await talk.Takes("ann", "start Bikes");
        Assert.Equal(["m-1"], await new WorkshopIndex(rows).OfTenant("web:local", 10));
    }
}
