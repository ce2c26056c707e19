using System.Text;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What chats answer when they do not do as they are asked.</summary>
public sealed class TroubleTests
{
    static readonly TimeSpan OverDeadline = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task A_chat_that_says_later_is_left_alone_until_then_and_nothing_is_posted_twice()
    {
        var desk = new Desk();
        await desk.Begin();
        desk.Chat.Next.Enqueue(Chat.Trouble.None);
        desk.Chat.Next.Enqueue(Chat.Trouble.Later);
        Assert.Equal(desk.Time.GetUtcNow() + TimeSpan.FromSeconds(30), (await desk.Pass()).Due);
        Assert.Equal((LaneState.Paused, "later", 0), ((await desk.Lane()).State, (await desk.Lane()).Reason, (await desk.Lane()).Kept));
        desk.Time.Advance(TimeSpan.FromSeconds(29));
        await desk.Pass();
        Assert.Equal(2, desk.Chat.Calls);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.Pass();
        Assert.Equal((3, LaneState.Ok), (desk.Platform.All.Count, (await desk.Lane()).State));
        await desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task A_lost_room_is_not_called_again_until_somebody_speaks_there()
    {
        var desk = new Desk();
        await desk.Begin();
        desk.Chat.Rule = _ => Chat.Trouble.Lost;
        Assert.Null((await desk.Pass()).Due);
        Assert.Equal((LaneState.Lost, "archived"), ((await desk.Lane()).State, (await desk.Lane()).Reason));
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Commit(Toys.Says("two"));
        await desk.Pass();
        await desk.Pass("toy:t:elsewhere");
        Assert.Equal(1, desk.Chat.Calls);
        await desk.Pass(Desk.Room);
        await desk.Shows(Toys.Root, "two");
        Assert.Equal((LaneState.Ok, null), ((await desk.Lane()).State, (await desk.Lane()).Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_got_lost_is_looked_for_once_nothing_can_be_under_way_any_more(bool arrived)
    {
        var desk = new Desk();
        await desk.Begin();
        desk.Chat.Next.Enqueue(arrived ? Chat.Trouble.LosesAnswer : Chat.Trouble.LosesRequest);
        Assert.Equal(desk.Time.GetUtcNow() + TimeSpan.FromSeconds(30), (await desk.Pass()).Due);
        // What does not go under it need not wait for it.
        Assert.Equal((0, 1), (desk.Platform.Of($"{Toys.Inner}:kickoff").Count(), desk.Platform.Of(Toys.Once).Count()));
        desk.Time.Advance(TimeSpan.FromSeconds(29));
        await desk.Pass();
        Assert.Equal(arrived ? 1 : 0, desk.Platform.Of(Toys.Root).Count());
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        await desk.Pass();
        Assert.Equal([1, 1, 1], new[] { Toys.Root, $"{Toys.Inner}:kickoff", Toys.Once }.Select(key => desk.Platform.Of(key).Count()));
        Assert.All(desk.Platform.All, shown => Assert.Equal(0, shown.Edits));
        await desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task Where_a_chat_cannot_look_what_must_be_there_comes_anew_and_what_comes_once_stays_unsure_until_it_is_asked_for()
    {
        var desk = new Desk(finds: false);
        await desk.Begin();
        foreach (var trouble in (Chat.Trouble[])[Chat.Trouble.LosesAnswer, Chat.Trouble.LosesRequest])
            desk.Chat.Next.Enqueue(trouble);
        await desk.Pass();
        desk.Time.Advance(OverDeadline);
        await desk.Pass();
        Assert.Equal((2, 0), (desk.Platform.Of(Toys.Root).Count(), desk.Platform.Of(Toys.Once).Count()));
        Assert.Equal((MessagePhase.Up, MessagePhase.Unsure), ((await desk.Row(Toys.Root))!.Phase, (await desk.Row(Toys.Once))!.Phase));
        await desk.Commit(Toys.Says("two"));
        await desk.Pass();
        Assert.Empty(desk.Platform.Of(Toys.Once));
        await using var keeper = new Keeper(desk.Kit);
        Assert.True(await keeper.IsTrue(Desk.Workshop));
        Assert.Equal([Toys.Once], await keeper.Unsure(Desk.Workshop));
        Assert.False(await keeper.PostAgain(Desk.Workshop, Toys.Root));
        Assert.False(await keeper.PostAgain(Desk.Workshop, "nothing"));
        Assert.True(await keeper.PostAgain(Desk.Workshop, Toys.Once));
        await Until.True(() => desk.Platform.Of(Toys.Once).Any() && keeper.AtWork == 0);
        await desk.Shows(Toys.Once, "two");
        Assert.Empty(await keeper.Unsure(Desk.Workshop));
        Assert.False(await keeper.PostAgain(Desk.Workshop, Toys.Once));
    }

    [Fact]
    public async Task An_edit_of_which_nobody_heard_is_made_again_when_it_cannot_land_any_more()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("two"));
        desk.Chat.Next.Enqueue(Chat.Trouble.LosesAnswer);
        await desk.Pass();
        // Back to what it showed before: the row must not be believed.
        await desk.Commit(Toys.Says("one"));
        await desk.Pass();
        Assert.Contains(" two ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromSeconds(15));
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task What_a_node_edited_before_it_ended_is_put_right_even_when_the_text_is_the_old_one_again()
    {
        var dying = new DyingRows(new Journal.Memory.MemoryRowStore(TimeProvider.System));
        var desk = new Desk(dying);
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("two"));
        dying.Before = changes => changes.Any(change => change is RowChange.Replace { Key: ['l', '-', ..] } lane && Encoding.UTF8.GetString(lane.Data.Span).Contains("\"edits\":3", StringComparison.Ordinal));
        _ = desk.BeginPass();
        Assert.True(dying.IsDead);
        (dying.IsDead, dying.Before) = (false, _ => false);       // the storage lives; the pass waits for ever
        Assert.All(desk.Platform.All, shown => Assert.Contains(" two ", shown.Text, StringComparison.Ordinal));
        await desk.Commit(Toys.Says("one"));
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        await desk.Another().Pass();
        await desk.Shows(Toys.Root, "one");
        await desk.Shows(Toys.Once, "one");
    }

    [Fact]
    public async Task An_edit_that_comes_after_a_newer_one_is_noticed_by_its_sender_and_put_right()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("two"));
        var opened = new TaskCompletionSource();
        var slow = desk.Another(new(desk.Platform) { Opened = opened.Task }, time: new() { Follows = desk.Time, Stands = true });
        var late = slow.BeginPass();
        await desk.Commit(Toys.Says("three"));
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        await desk.Pass();
        await desk.Shows(Toys.Root, "three");
        opened.SetResult();
        Assert.Contains(" two ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
        Assert.Equal(desk.Time.GetUtcNow(), (await late).Due);
        await desk.Pass();
        await desk.Shows(Toys.Root, "three");
        Assert.All(desk.Platform.All, shown => Assert.Contains(" three ", shown.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_does_not_answer_is_waited_for_ten_seconds()
    {
        var desk = new Desk();
        await desk.Begin();
        var opened = new TaskCompletionSource();
        desk.Chat.Opened = opened.Task;
        var pass = desk.BeginPass();
        for (var second = 0; !pass.IsCompleted && second < 60; second++)
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(pass.IsCompleted);
        Assert.Empty(desk.Platform.All);
        opened.SetResult();
        desk.Time.Advance(OverDeadline);
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
        Assert.Equal(3, desk.Platform.All.Count);
    }

    [Fact]
    public async Task When_the_storage_does_not_take_an_intent_nothing_is_posted()
    {
        var rows = new RowsInTrouble(new Journal.Memory.MemoryRowStore(TimeProvider.System));
        var desk = new Desk(rows);
        await desk.Begin();
        rows.Fault = StorageFault.Full;
        Assert.NotNull((await desk.Pass()).Due);
        rows.IsGone = true;
        Assert.NotNull((await desk.Pass()).Due);
        Assert.Equal(0, desk.Chat.Calls);
        (rows.IsGone, rows.Fault) = (false, null);
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
    }
}
