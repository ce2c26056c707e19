namespace WorkshopBot.Journal.Tests;

/// <summary>Codes and the tries to guess one, over every storage.</summary>
public abstract class CodeContract : StoreTests
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    JoinCodes Codes => new(Rows);

    Guesses Guesses => new(Rows);

    [Fact]
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

    [Fact]
    public async Task A_code_keeps_for_whom_it_speaks_and_is_taken_away()
    {
        await Codes.Add("K7QM2RTX", new("w1", "c1", At) { Person = "one:a:ann" });
        var found = (await Codes.Find("K7QM2RTX"))!;
        Assert.Equal("one:a:ann", found.Code.Person);
        Assert.IsType<WriteResult.Written>(await Codes.Remove("K7QM2RTX", found));
        Assert.Null(await Codes.Find("K7QM2RTX"));
    }

    [Fact]
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

    [Fact]
    public async Task A_try_that_was_right_is_not_counted()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await Guesses.Count("ann", $"t{i}", 1, Hour, At));
            await Guesses.Forgive("ann", $"t{i}");
        }
    }

    [Fact]
    public async Task What_cannot_be_counted_is_not_taken_for_a_try()
    {
        var troubled = new TroubledRowStore(Rows) { DiesAfter = 0 };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => new Guesses(troubled).Count("ann", "t", 5, Hour, At).AsTask());
    }
}
