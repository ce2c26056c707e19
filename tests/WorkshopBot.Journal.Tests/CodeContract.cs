namespace WorkshopBot.Journal.Tests;

/// <summary>Codes and the tries to guess one, over every storage.</summary>
public abstract class CodeContract : StoreTests
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    JoinCodes Codes => new(Rows);

    Guesses Guesses => new(Rows);

    [StoreFact]
    public async Task A_code_is_used_by_one_whoever_is_first()
    {
        Assert.Null(await Codes.Find("K7QM2RTX"));
        Assert.IsType<WriteResult.Written>(await Codes.Add("K7QM2RTX", new("w1", "c1", At)));
        Assert.IsType<WriteResult.Conflict>(await Codes.Add("K7QM2RTX", new("w2", "c2", At)));
        var found = (await Codes.Find("K7QM2RTX"))!;
        Assert.Equal(new KeptCode("w1", "c1", At), found.Code);
        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Codes.Use("K7QM2RTX", found, $"r{i}"))));
        Assert.Single(used.OfType<WriteResult.Written>());
        Assert.Equal(7, used.OfType<WriteResult.Conflict>().Count());
        Assert.NotNull((await Codes.Find("K7QM2RTX"))!.Code.UsedBy);
    }

    [StoreFact]
    public async Task A_code_keeps_for_whom_it_speaks()
    {
        await Codes.Add("K7QM2RTX", new("w1", "c1", At) { Person = "one:a:ann" });
        Assert.Equal("one:a:ann", (await Codes.Find("K7QM2RTX"))!.Code.Person);
    }

    [StoreFact]
    public async Task Codes_that_are_over_are_taken_away_so_many_at_a_time_and_no_other()
    {
        for (var i = 0; i < 5; i++)
            await Codes.Add($"K7QM2RT{i}", new("w1", $"c{i}", At + i * Hour));
        await Codes.Add("K7QM2RTX", new("w2", "c9", At));
        await Codes.Use("K7QM2RT1", (await Codes.Find("K7QM2RT1"))!, "far");

        Assert.True(await Codes.Sweep("w1", At - Hour, 2));
        Assert.Equal("01234X", await There());
        Assert.False(await Codes.Sweep("w1", At + 2 * Hour, 2));
        Assert.Equal("234X", await There());
        // The very moment is over already.
        Assert.True(await Codes.Sweep("w1", At + 2 * Hour, 2));
        Assert.Equal("34X", await There());
        Assert.Equal(2, (await Rows.Range("codes-w1", " ", "~", 9)).Count);
        Assert.True(await Codes.Sweep("w1", At + 9 * Hour, 9));
        Assert.Empty(await Rows.Range("codes-w1", " ", "~", 9));

        async Task<string> There() => string.Concat(await Task.WhenAll("01234X".Select(async sign => await Codes.Find($"K7QM2RT{sign}") is null ? "" : $"{sign}")));
    }

    [StoreFact]
    public async Task A_code_that_could_not_be_kept_takes_no_other_with_it_and_one_that_cannot_be_taken_away_is_tried_again()
    {
        await Codes.Add("K7QM2RTX", new("w1", "c1", At + Hour));
        Assert.IsType<WriteResult.Conflict>(await Codes.Add("K7QM2RTX", new("w1", "c2", At)));
        Assert.True(await Codes.Sweep("w1", At, 9));
        Assert.Equal("c1", (await Codes.Find("K7QM2RTX"))!.Code.Name);

        Assert.False(await new JoinCodes(new TroubledRowStore(Rows) { DiesAfter = 0 }).Sweep("w1", At + Hour, 9));
        Assert.NotNull(await Codes.Find("K7QM2RTX"));
        Assert.True(await Codes.Sweep("w1", At + Hour, 9));
        Assert.Null(await Codes.Find("K7QM2RTX"));
    }

    [StoreTheory]
    [InlineData(TroubledRowStore.Trouble.LostAnswer)]
    [InlineData(TroubledRowStore.Trouble.Repeated)]
    public async Task A_code_whose_answer_was_lost_is_kept_when_it_is_tried_again_and_a_try_counts_once(TroubledRowStore.Trouble trouble)
    {
        var troubled = new TroubledRowStore(Rows);
        foreach (var skipped in (TroubledRowStore.Trouble[])[TroubledRowStore.Trouble.None, trouble])
            troubled.Next.Enqueue(skipped);
        var (codes, kept) = (new JoinCodes(troubled), new KeptCode("w1", "c1", At));
        if (await codes.Add("K7QM2RTX", kept) is WriteResult.Unavailable)
            Assert.IsType<WriteResult.Written>(await codes.Add("K7QM2RTX", kept));
        Assert.Equal(kept, (await Codes.Find("K7QM2RTX"))!.Code);

        troubled.Next.Enqueue(trouble);
        for (var heard = false; !heard;)
            try
            {
                heard = await new Guesses(troubled).Count("ann", "t0", 2, Hour, At);
            }
            catch (StorageUnavailableException)
            {
            }
        Assert.True(await Guesses.Count("ann", "t1", 2, Hour, At));
        Assert.False(await Guesses.Count("ann", "t2", 2, Hour, At));
    }

    [StoreFact]
    public async Task Tries_are_counted_by_turn_for_a_while_and_no_more_than_may_be_also_at_once()
    {
        Assert.True(await Guesses.Count("ann", "t0", 5, Hour, At));
        Assert.True(await Guesses.Count("ann", "t0", 5, Hour, At));
        var counted = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Guesses.Count("ann", $"t{i}", 5, Hour, At + TimeSpan.FromMinutes(1)).AsTask()));
        Assert.Equal(4, counted.Count(one => one));
        Assert.True(await Guesses.Count("ben", "t9", 5, Hour, At));
        Assert.False(await Guesses.Count("ann", "t9", 5, Hour, At + Hour - TimeSpan.FromSeconds(1)));
        // The first is an hour ago.
        Assert.True(await Guesses.Count("ann", "t9", 5, Hour, At + Hour));
        Assert.False(await Guesses.Count("ann", "t10", 5, Hour, At + Hour));
    }

    [StoreFact]
    public async Task A_try_that_was_right_is_not_counted()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await Guesses.Count("ann", $"t{i}", 1, Hour, At));
            await Guesses.Forgive("ann", $"t{i}");
        }
        Assert.True(await Guesses.Count("ann", "t10", 1, Hour, At));
        Assert.False(await Guesses.Count("ann", "t11", 1, Hour, At));
    }

    [StoreFact]
    public async Task What_cannot_be_counted_is_not_taken_for_a_try()
    {
        var troubled = new TroubledRowStore(Rows) { DiesAfter = 0 };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => new Guesses(troubled).Count("ann", "t", 5, Hour, At).AsTask());
    }
}
