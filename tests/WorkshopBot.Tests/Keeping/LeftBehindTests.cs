using WorkshopBot.Channels;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What a process that was killed held: whoever comes after it need not wait, where it is certain that nothing of it is under way.</summary>
public sealed class LeftBehindTests
{
    /// <summary>Kills the first process at each of its writes, and before its post is answered.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_next_process_on_the_same_file_makes_everything_true_at_once(int dies)
    {
        var (first, next) = await Killed(dies, within: true, alone: true);
        Assert.NotNull((await next.Lane()).Holder);
        Assert.Null((await next.Pass()).Due);
        Assert.Equal([1, 1, 1], new[] { Toys.Root, $"{Toys.Inner}:kickoff", Toys.Once }.Select(key => first.Platform.Of(key).Count()));
        await next.Shows(Toys.Root, "two");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Where_a_call_may_outlive_its_process_the_next_one_waits_until_it_cannot_be_on_its_way_and_no_longer(int dies)
    {
        var (first, next) = await Killed(dies, within: false, alone: true);
        next.Time.Advance(TimeSpan.FromSeconds(5));
        var calls = next.Chat.Calls;
        Assert.Equal(next.Time.GetUtcNow() + TimeSpan.FromSeconds(10), (await next.Pass()).Due);
        Assert.Equal(calls, next.Chat.Calls);
        next.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null((await next.Pass()).Due);
        Assert.Equal([1, 1, 1], new[] { Toys.Root, $"{Toys.Inner}:kickoff", Toys.Once }.Select(key => first.Platform.Of(key).Count()));
        await next.Shows(Toys.Root, "two");
    }

    [Fact]
    public async Task A_lease_that_is_over_sooner_is_not_waited_for_longer()
    {
        var (first, _) = await Killed(3, within: false, alone: true);
        first.Time.Advance(TimeSpan.FromSeconds(61));
        var next = first.Another(new(first.Platform) { Limits = new(TimeSpan.Zero, Finds: true) });
        Name(next, "last.", alone: true);
        await next.Pass();
        await next.Shows(Toys.Root, "two");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_another_process_may_be_alive_the_lease_is_waited_for(bool within)
    {
        var (_, next) = await Killed(3, within, alone: false);
        var calls = next.Chat.Calls;
        Assert.Equal((await next.Lane()).Until, (await next.Pass()).Due);
        Assert.Equal(calls, next.Chat.Calls);
        next.Time.Advance(TimeSpan.FromSeconds(61));
        await next.Pass();
        await next.Shows(Toys.Root, "two");
    }

    static async Task<(Desk First, Desk Next)> Killed(int dies, bool within, bool alone)
    {
        var platform = new Platform();
        var first = new Desk(platform: platform, chat: Chat());
        await first.Open();
        await first.Commit([.. Toys.Begin(), Toys.Says("one")]);
        var writes = 0;
        var rows = new DyingRows(first.Rows) { Before = changes => changes.Any(change => change.Key.StartsWith("l-", StringComparison.Ordinal)) && ++writes > dies };
        var dying = first.Another(Chat(), rows);
        Name(dying, "first.", alone);
        Assert.False(dying.BeginPass().IsCompleted);
        await first.Commit(Toys.Says("two"));
        var next = first.Another(Chat());
        Name(next, "next.", alone);
        return (first, next);

        Chat Chat() => new(platform) { Limits = new(TimeSpan.Zero, Finds: true) { Within = within } };
    }

    static void Name(Desk desk, string life, bool alone)
    {
        var ids = 0;
        desk.With(kit => kit with { Ids = () => $"{life}{++ids}", Ended = name => alone && !name.StartsWith(life, StringComparison.Ordinal) });
    }
}
