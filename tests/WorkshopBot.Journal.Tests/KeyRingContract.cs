namespace WorkshopBot.Journal.Tests;

/// <summary>The key ring, over every storage.</summary>
public abstract class KeyRingContract : StoreTests
{
    KeyRing Ring => new(Rows);

    [StoreFact]
    public async Task Keys_come_back_as_they_were_added_and_stay()
    {
        Assert.Empty(await Ring.All());
        ETag(await Ring.Add("key-b", Bytes("<two/>")));
        ETag(await Ring.Add("key-a", new byte[] { 0, 255, 7 }));
        Assert.Equal([[0, 255, 7], Bytes("<two/>").ToArray()], (await new KeyRing(Rows).All()).Select(row => row.Data.ToArray()));
    }

    [StoreFact]
    public async Task A_name_is_given_once()
    {
        ETag(await Ring.Add("key-a", Bytes("one")));
        Assert.IsType<WriteResult.Conflict>(await Ring.Add("key-a", Bytes("two")));
        Assert.Equal("one", Text(Assert.Single(await Ring.All()).Data));
    }

    [StoreTheory]
    [InlineData(TroubledRowStore.Trouble.LostAnswer)]
    [InlineData(TroubledRowStore.Trouble.Repeated)]
    public async Task A_key_whose_answer_was_lost_is_added_and_rewritten_when_it_is_tried_again(TroubledRowStore.Trouble trouble)
    {
        var troubled = new TroubledRowStore(Rows);
        var ring = new KeyRing(troubled);
        foreach (var write in (Func<ValueTask<WriteResult>>[])[() => ring.Add("key-a", Bytes("one")), async () => await ring.Rewrite((await Rows.Get("keys", "k-key-a"))!, Bytes("two"))])
        {
            troubled.Next.Enqueue(trouble);
            if (await write() is WriteResult.Unavailable)
                ETag(await write());
        }
        Assert.Equal("two", Text(Assert.Single(await Ring.All()).Data));
    }

    [StoreFact]
    public async Task A_key_is_rewritten_only_as_it_was_read()
    {
        ETag(await Ring.Add("key-a", Bytes("plain")));
        var read = Assert.Single(await Ring.All());
        ETag(await Ring.Rewrite(read, Bytes("wrapped")));
        Assert.IsType<WriteResult.Conflict>(await Ring.Rewrite(read, Bytes("again")));
        Assert.Equal("wrapped", Text(Assert.Single(await Ring.All()).Data));
    }
}
