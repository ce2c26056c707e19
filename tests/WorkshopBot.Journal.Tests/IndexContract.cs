namespace WorkshopBot.Journal.Tests;

/// <summary>Finding workshops, over every storage.</summary>
public abstract class IndexContract : StoreTests
{
    const string Room = "19:abc/d?e#f\\g@thread.tacv2;messageid=1 ä🙂";

    WorkshopIndex Index => new(Rows);

    [StoreFact]
    public async Task A_free_room_is_claimed_and_found()
    {
        Assert.Null(await Index.FindRoom(Room));
        var claimed = Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w1", null));
        Assert.Equal("w1", claimed.Room.Workshop);
        Assert.Equal(claimed.Room, await Index.FindRoom(Room));
        Assert.Null(await Index.FindRoom(Room.ToUpperInvariant()));
    }

    [StoreFact]
    public async Task Of_many_who_claim_a_room_one_gets_it_and_the_others_hear_who()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Index.ClaimRoom(Room, $"w{i}", null))));
        var winner = Assert.Single(results.OfType<ClaimResult.Claimed>()).Room;
        Assert.Equal(Enumerable.Repeat(winner, 7), results.OfType<ClaimResult.Lost>().Select(lost => lost.Winner));
    }

    [StoreFact]
    public async Task The_same_claim_made_twice_is_claimed_twice()
    {
        await Index.ClaimRoom(Room, "w1", null);
        Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w1", null));
    }

    [StoreTheory]
    [InlineData(TroubledRowStore.Trouble.LostAnswer)]
    [InlineData(TroubledRowStore.Trouble.Repeated)]
    public async Task A_claim_whose_answer_was_lost_is_ones_own(TroubledRowStore.Trouble trouble)
    {
        var troubled = new TroubledRowStore(Rows);
        var index = new WorkshopIndex(troubled);
        troubled.Next.Enqueue(trouble);
        var claimed = await index.ClaimRoom(Room, "w1", null);
        if (claimed is ClaimResult.Refused)
            claimed = await index.ClaimRoom(Room, "w1", null);
        var first = Assert.IsType<ClaimResult.Claimed>(claimed).Room;
        troubled.Next.Enqueue(trouble);
        claimed = await index.ClaimRoom(Room, "w2", first);
        if (claimed is ClaimResult.Refused)
            claimed = await index.ClaimRoom(Room, "w2", first);
        Assert.Equal(await Index.FindRoom(Room), Assert.IsType<ClaimResult.Claimed>(claimed).Room);
    }

    [StoreFact]
    public async Task A_room_is_freed_only_from_the_workshop_one_has_seen_there()
    {
        Assert.Null(await Index.GivenAt(Room));
        var first = Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w1", null)).Room;
        Assert.NotNull(await Index.GivenAt(Room));
        var second = Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w2", first)).Room;
        Assert.IsType<WriteResult.Conflict>(await Index.FreeRoom(Room, first));
        Assert.IsType<WriteResult.Written>(await Index.FreeRoom(Room, second));
        Assert.Null(await Index.FindRoom(Room));
    }

    [StoreFact]
    public async Task A_room_passes_on_only_from_the_workshop_one_has_seen_there()
    {
        var first = Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w1", null)).Room;
        var second = Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w2", first)).Room;
        Assert.Equal(second, Assert.IsType<ClaimResult.Lost>(await Index.ClaimRoom(Room, "w3", first)).Winner);
        Assert.Equal("w2", (await Index.FindRoom(Room))!.Workshop);
    }

    [StoreFact]
    public async Task A_claim_on_a_row_purged_meanwhile_takes_the_free_room()
    {
        var gone = new IndexedRoom("w1", "17");
        Assert.Equal("w2", Assert.IsType<ClaimResult.Claimed>(await Index.ClaimRoom(Room, "w2", gone)).Room.Workshop);
    }

    [StoreFact]
    public async Task A_claim_the_storage_does_not_take_says_why()
    {
        var index = new WorkshopIndex(new TroubledRowStore(Rows) { DiesAfter = 0 });
        Assert.Equal(new ClaimResult.Refused(StorageFault.Unreachable), await index.ClaimRoom(Room, "w1", null));
        Assert.Equal(StorageFault.Unreachable, await index.AddToTenant("t", "w1"));
    }

    [StoreFact]
    public async Task A_tenant_lists_its_own_workshops_each_once()
    {
        foreach (var workshop in (string[])["w3", "w1", "w2", "w1"])
            Assert.Null(await Index.AddToTenant("slack:T1", workshop));
        await Index.AddToTenant("slack:T2", "w9");
        Assert.Equal(["w1", "w2", "w3"], await Index.OfTenant("slack:T1", 10));
        Assert.Equal(["w1", "w2"], await Index.OfTenant("slack:T1", 2));
        Assert.Empty(await Index.OfTenant("slack:T3", 10));
    }
}
