using WorkshopBot.Journal;
using WorkshopBot.Keeping;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Rooms and people that take no message of ours any more, and their coming back.</summary>
public sealed class UnreachedTests
{
    static readonly string Bob = Toys.Person("bob");

    static string Key(string name) => $"{Toys.Asks}:{Toys.Person(name)}";

    static async Task<Desk> BobIsLost(bool afterwards = false)
    {
        var desk = new Desk();
        if (!afterwards)
            Lose(desk);
        await desk.Open(room: "off:t:r");
        await desk.Commit([.. Toys.Begin("ann", "bob"), Toys.Says("one", asks: true)]);
        await desk.Pass();
        return desk;
    }

    static void Lose(Desk desk) => desk.Chat.Rule = to => to.Key == Bob ? Chat.Trouble.Lost : Chat.Trouble.None;

    static async Task<IReadOnlyList<LostPerson>> Unreached(Desk desk)
    {
        await using var keeper = new Keeper(desk.Kit);
        return await keeper.Unreached(Desk.Workshop);
    }

    [Fact]
    public async Task Somebody_lost_is_listed_with_the_reason_and_not_written_to_again()
    {
        var desk = await BobIsLost();
        var row = (await desk.Row(Key("bob"), room: Lanes.People))!;
        Assert.Equal((MessagePhase.Gone, "archived", null), (row.Phase, row.Reason, row.PlatformId));
        Assert.Equal([new LostPerson(Bob, "archived")], await Unreached(desk));
        var calls = desk.Chat.Calls;
        await desk.Commit(Toys.Says("two", asks: true));
        await desk.Pass();
        Assert.Equal((calls + 1, 1), (desk.Chat.Calls, desk.Platform.The(Key("ann")).Edits));
        Assert.Equal(2, (await desk.Lane(Lanes.People)).Kept);
    }

    [Fact]
    public async Task Somebody_lost_is_told_what_is_still_open_once_they_speak()
    {
        var desk = await BobIsLost();
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Commit(Toys.Says("two", asks: true));
        await desk.Pass();
        Assert.Empty(desk.Platform.Of(Key("bob")));
        await desk.Pass(Bob);
        await desk.Pass();
        Assert.Contains(" two ", desk.Platform.The(Key("bob")).Text, StringComparison.Ordinal);
        Assert.Empty(await Unreached(desk));
        Assert.Equal((MessagePhase.Up, null), ((await desk.Row(Key("bob"), room: Lanes.People))!.Phase, (await desk.Row(Key("bob"), room: Lanes.People))!.Reason));
        Assert.Single(desk.Platform.Of(Key("ann")));
    }

    [Fact]
    public async Task What_is_over_by_then_is_not_told_any_more()
    {
        var desk = await BobIsLost();
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Commit(Toys.Says("two"));
        await desk.Pass(Bob);
        await desk.Pass();
        Assert.Empty(desk.Platform.Of(Key("bob")));
        Assert.Empty(await Unreached(desk));
    }

    [Fact]
    public async Task Somebody_lost_later_keeps_what_they_have_until_they_speak()
    {
        var desk = await BobIsLost(afterwards: true);
        Lose(desk);
        await desk.Commit(Toys.Says("two", asks: true));
        await desk.Pass();
        Assert.Equal([new LostPerson(Bob, "archived")], await Unreached(desk));
        Assert.Equal(0, desk.Platform.The(Key("bob")).Edits);
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Pass(Bob);
        await desk.Pass();
        Assert.Contains(" two ", desk.Platform.Of(Key("bob")).Last().Text, StringComparison.Ordinal);
        Assert.Empty(await Unreached(desk));
    }

    [Fact]
    public async Task What_somebody_deleted_themselves_does_not_come_back_with_what_they_missed()
    {
        var desk = await BobIsLost(afterwards: true);
        desk.Platform.The(Key("bob")).Deleted = true;
        await desk.Commit(Toys.Says("two", asks: true));
        await desk.Pass();
        await desk.Pass(Bob);
        await desk.Pass();
        Assert.Single(desk.Platform.Of(Key("bob")));
        Assert.Equal((MessagePhase.Gone, null), ((await desk.Row(Key("bob"), room: Lanes.People))!.Phase, (await desk.Row(Key("bob"), room: Lanes.People))!.Reason));
    }

    [Fact]
    public async Task A_word_of_somebody_else_or_of_one_who_is_not_lost_changes_nothing()
    {
        var desk = await BobIsLost();
        var before = await desk.Lanes.Find(Desk.Workshop, Lanes.People);
        await desk.Pass(Toys.Person("ann"), "toy:t:elsewhere");
        Assert.Equal(before!.ETag, (await desk.Lanes.Find(Desk.Workshop, Lanes.People))!.ETag);
    }

    [Fact]
    public async Task Somebody_who_comes_back_by_another_node_while_a_round_is_under_way_is_not_lost_again()
    {
        var desk = await BobIsLost();
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Commit(Toys.Says("two", asks: true));
        var opened = new TaskCompletionSource();
        desk.Chat.Opened = opened.Task;
        var pass = desk.BeginPass();
        Assert.NotNull((await desk.Lane(Lanes.People)).Holder);
        await desk.Another().Pass(Bob);
        opened.SetResult();
        await pass;
        Assert.Empty(await Unreached(desk));
        await desk.Pass();
        Assert.Contains(" two ", desk.Platform.The(Key("bob")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_room_is_listed_until_somebody_speaks_there()
    {
        var desk = new Desk();
        desk.Chat.Rule = _ => Chat.Trouble.Lost;
        await desk.Begin();
        await desk.Pass();
        Assert.Equal([new LostPerson(Desk.Room, "archived")], await Unreached(desk));
        desk.Chat.Rule = _ => Chat.Trouble.None;
        await desk.Pass();
        Assert.Empty(desk.Platform.All);
        await desk.Pass(Desk.Room);
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
        Assert.Empty(await Unreached(desk));
    }
}
