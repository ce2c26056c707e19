using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Keeping;

/// <summary>The keeper as it lives: woken by commits and by the agenda, paced, stopped and started again.</summary>
public sealed class KeeperTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Two_hundred_items_in_a_minute_are_at_most_forty_edits_of_one_message_and_no_new_message()
    {
        var platform = new Platform();
        var desk = new Desk(chat: new(platform, every: TimeSpan.FromSeconds(2)), platform: platform);
        var (woken, items) = (0, 0);
        var standings = new Standings(desk.Journal, Playbook.Standard);
        var background = new Background(NullLogger.Instance);
        Mailboxes? boxes = null;
        desk.With(kit => kit with { Read = (id, ct) => new Presence(desk.Journal, boxes!, alone: false).Read(id, ct) });
        await using var keeper = new Keeper(desk.Kit);
        boxes = new(
            new(desk.Journal, standings, background, desk.Time, NullLogger.Instance)
            {
                Agenda = desk.Agenda,
                Committed = id =>
                {
                    keeper.Wake(id);
                    Interlocked.Increment(ref woken);
                },
            }, TurnLoop.CacheBytes);
        await desk.Open();
        foreach (var line in (string[])["start Bikes", "goto stages", "Research, Purchase", "goto goals"])
            await Say(line);
        await Pass(TimeSpan.FromSeconds(10));
        var (posts, edits) = (platform.All.Count, platform.The(Toys.Root).Edits);
        for (var i = 0; i < 200; i++)
        {
            await Say($"Research: goal number {i}");
            await Pass(TimeSpan.FromSeconds(0.3));
        }
        await Pass(TimeSpan.FromSeconds(10));
        edits = platform.The(Toys.Root).Edits - edits;
        output.WriteLine(FormattableString.Invariant($"200 items in a minute: {edits} edits of the first message, {platform.All.Count - posts} new messages"));
        Assert.InRange(edits, 15, 40);
        Assert.Equal(posts, platform.All.Count);
        Assert.Contains(FormattableString.Invariant($" {(await desk.State()).Map.Size} "), platform.The(Toys.Root).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await desk.State()).Map.Count('G'));
        Assert.True(await keeper.IsTrue(Desk.Workshop));
        boxes.Close();
        await background.Finish();

        async Task Say(string line)
        {
            var pending = new Pending(new($"t{++items}", new(Toys.Person("ann"), "ann", "UTC", "en"), new(Desk.Room, "r"), line, false), Desk.Workshop, [], desk.Time.GetTimestamp(), refused: false);
            Assert.True(boxes.Post(pending));
            Assert.False(Assert.IsType<Outcome.Said>(await pending.Outcome).Refused);
            await Until.True(() => Volatile.Read(ref woken) == items);
        }

        async Task Pass(TimeSpan by)
        {
            await Until.True(() => keeper.AtWork == 0);
            desk.Time.Advance(by);
            await Until.True(() => keeper.AtWork == 0);
        }
    }

    [Fact]
    public async Task Thirty_workshops_share_what_one_chat_allows_and_all_end_true()
    {
        const int Allowed = 50;     // calls a minute
        var (platform, time, calls, refused) = (new Platform(), new FakeTime(), new Queue<DateTimeOffset>(), 0);
        var chat = new Chat(platform, every: TimeSpan.FromSeconds(2));
        chat.Rule = _ =>
        {
            while (calls.TryPeek(out var first) && first <= time.GetUtcNow() - TimeSpan.FromMinutes(1))
                calls.Dequeue();
            if (calls.Count >= Allowed)
            {
                refused++;
                return Chat.Trouble.Later;
            }
            calls.Enqueue(time.GetUtcNow());
            return Chat.Trouble.None;
        };
        var desk = new Desk(chat: chat, platform: platform, time: time);
        await using var keeper = new Keeper(desk.Kit);
        var workshops = Enumerable.Range(0, 30).Select(i => $"w{i}").ToList();
        foreach (var workshop in workshops)
        {
            await desk.Open(workshop, $"toy:t:{workshop}");
            await Commits.Append(desk.Journal, workshop, [.. Toys.Begin(), Toys.Says("n")], time.GetUtcNow(), default);
            keeper.Wake(workshop);
        }
        for (var second = 0; second < 120; second += 2)
        {
            await Tick(2);
            foreach (var workshop in workshops)
            {
                await Commits.Append(desk.Journal, workshop, [Toys.Says(FormattableString.Invariant($"n{second}"))], time.GetUtcNow(), default);
                keeper.Wake(workshop);
            }
        }
        for (var i = 0; i < 200 && !await AllTrue(); i++)
            await Tick(10);
        Assert.True(await AllTrue());
        output.WriteLine(FormattableString.Invariant($"30 workshops changed every 2 s for 2 min: {chat.Calls} calls, {refused} of them too early"));
        Assert.Equal(30 * 3, platform.All.Count);
        Assert.All(platform.All, shown => Assert.Contains(" n118 ", shown.Text, StringComparison.Ordinal));
        Assert.InRange(refused, 0, chat.Calls / 3);

        async Task Tick(int seconds)
        {
            for (var i = 0; i < seconds; i++)
            {
                await Until.True(() => keeper.AtWork == 0);
                time.Advance(TimeSpan.FromSeconds(1));
            }
            await Until.True(() => keeper.AtWork == 0);
        }

        async Task<bool> AllTrue()
        {
            foreach (var workshop in workshops)
                if (!await keeper.IsTrue(workshop))
                    return false;
            return true;
        }
    }

    [Fact]
    public async Task After_a_restart_the_same_messages_are_edited_on_rows_in_a_file()
    {
        using var folder = new TempFolder();
        var platform = new Platform();
        for (var life = 0; life < 3; life++)
        {
            await using var rows = SqliteRowStore.Open(folder.File(), TimeProvider.System);
            var desk = new Desk(rows, platform: platform);
            await using var keeper = new Keeper(desk.Kit);
            if (life == 0)
                await desk.Begin("ann", "bob");
            else
                await desk.Commit(Toys.Says($"life{life}", pages: 2, asks: true));
            keeper.Wake(Desk.Workshop);
            var text = life == 0 ? " one " : $" life{life} ";
            await Until.True(() => platform.All.Count == (life == 0 ? 3 : 7) && platform.All.All(shown => shown.Text.Contains(text, StringComparison.Ordinal)) && keeper.AtWork == 0);
            Assert.True(await keeper.IsTrue(Desk.Workshop));
        }
        Assert.Equal([2, 2, 2, 1, 1, 1, 1], platform.All.Select(shown => shown.Edits));
    }

    [Fact]
    public async Task Stopped_it_finishes_the_call_under_way_writes_what_came_of_it_and_gives_the_lane_back()
    {
        var desk = new Desk();
        await desk.Begin();
        var opened = new TaskCompletionSource();
        desk.Chat.Opened = opened.Task;
        var keeper = new Keeper(desk.Kit);
        keeper.Wake(Desk.Workshop);
        await Until.True(() => desk.Chat.AtOnce.Now == 1);
        var stopping = keeper.DisposeAsync().AsTask();
        Assert.False(stopping.IsCompleted);
        opened.SetResult();
        await stopping;
        Assert.Equal(Toys.Root, desk.Platform.All.Single().Key);
        Assert.Equal((null, 0), ((await desk.Lane()).Holder, (await desk.Lane()).Kept));
        Assert.Equal(MessagePhase.Up, (await desk.Row(Toys.Root))!.Phase);
        keeper.Wake(Desk.Workshop);
        await desk.Another().Pass();
        await desk.Shows(Toys.Root, "one");
        Assert.Equal(3, desk.Platform.All.Count);
    }

    [Fact]
    public async Task Somebody_speaking_in_a_lost_room_brings_it_back()
    {
        var desk = new Desk();
        await desk.Begin();
        desk.Chat.Next.Enqueue(Chat.Trouble.Lost);
        await using var keeper = new Keeper(desk.Kit);
        keeper.Wake(Desk.Workshop);
        await Until.True(() => desk.Chat.Calls == 1 && keeper.AtWork == 0);
        keeper.Heard(Desk.Workshop, Desk.Room);
        await Until.True(() => desk.Platform.All.Count == 3 && keeper.AtWork == 0);
        await desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task What_a_crash_left_undone_the_agenda_brings_up_and_then_the_look_is_gone()
    {
        var desk = new Desk();
        await desk.Open();
        Assert.Null(await desk.Agenda.Ensure(Desk.Workshop));
        await desk.Commit([.. Toys.Begin(), Toys.Says("one")]);
        await using var keeper = new Keeper(desk.Kit);
        var swept = new List<string>();
        await using var worker = new AgendaWorker(desk.Agenda, keeper, (workshop, _) =>
        {
            swept.Add(workshop);
            return Task.CompletedTask;
        }, desk.Time, NullLogger.Instance);
        await worker.Visit(first: false, default);
        Assert.Empty(swept);
        desk.Time.Advance(TimeSpan.FromSeconds(121));
        await worker.Visit(first: false, default);
        await Until.True(() => desk.Platform.All.Count == 3 && keeper.AtWork == 0);
        Assert.Single(await desk.Rows.Range(Shard, " ", "~", 10));
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        await worker.Visit(first: false, default);
        Assert.Empty(await desk.Rows.Range(Shard, " ", "~", 10));
        Assert.Equal([Desk.Workshop, Desk.Workshop], swept);
    }

    [Fact]
    public async Task A_node_that_starts_does_not_wait_for_looks_to_come_due()
    {
        var desk = new Desk();
        await desk.Open();
        await desk.Agenda.Ensure(Desk.Workshop);
        await desk.Commit([.. Toys.Begin(), Toys.Says("one")]);
        await using var keeper = new Keeper(desk.Kit);
        await using var worker = new AgendaWorker(desk.Agenda, keeper, (_, _) => Task.CompletedTask, desk.Time, NullLogger.Instance);
        worker.Start();
        await Until.True(() => desk.Platform.All.Count == 3 && keeper.AtWork == 0);
        Assert.Single(await desk.Rows.Range(Shard, " ", "~", 10));
    }

    [Fact]
    public async Task A_sweep_that_fails_is_tried_again_and_keeps_nobody()
    {
        var desk = new Desk();
        await desk.Agenda.Ensure(Desk.Workshop);
        await using var keeper = new Keeper(desk.Kit);
        var tries = 0;
        await using var worker = new AgendaWorker(desk.Agenda, keeper, (_, _) => tries++ == 0 ? throw new InvalidOperationException("bug") : Task.CompletedTask, desk.Time, NullLogger.Instance);
        desk.Time.Advance(TimeSpan.FromSeconds(121));
        await worker.Visit(first: false, default);
        Assert.Single(await desk.Rows.Range(Shard, " ", "~", 10));
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        await worker.Visit(first: false, default);
        Assert.Equal((2, 0), (tries, (await desk.Rows.Range(Shard, " ", "~", 10)).Count));
    }

    [Fact]
    public async Task A_commit_nobody_is_sure_to_look_at_afterwards_is_not_made()
    {
        var desk = new Desk();
        var trouble = new RowsInTrouble(desk.Rows) { Fault = StorageFault.Full };
        var background = new Background(NullLogger.Instance);
        var woken = 0;
        var boxes = new Mailboxes(
            new(desk.Journal, new(desk.Journal, Playbook.Standard), background, desk.Time, NullLogger.Instance) { Agenda = new(trouble, desk.Time, new()), Committed = _ => woken++ }, TurnLoop.CacheBytes);
        Assert.Equal(new Outcome.Missed(ReplyKind.NotSaved), await Say());
        Assert.Null(await desk.Journal.Head(Desk.Workshop));
        trouble.Fault = null;
        Assert.IsType<Outcome.Said>(await Say());
        boxes.Close();
        await background.Finish();
        Assert.Equal(1, woken);
        Assert.Single(await desk.Rows.Range(Shard, " ", "~", 10));

        Task<Outcome> Say()
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            var pending = new Pending(new("t", new(Toys.Person("ann"), "ann", "UTC", "en"), new(Desk.Room, "r"), "start Bikes", false), Desk.Workshop, [], desk.Time.GetTimestamp(), refused: false);
            Assert.True(boxes.Post(pending));
            return pending.Outcome;
        }
    }

    [Fact]
    public async Task A_room_is_opened_once_and_not_at_all_when_the_storage_refuses()
    {
        var desk = new Desk();
        var trouble = new RowsInTrouble(desk.Rows) { Fault = StorageFault.Busy };
        Assert.False(await new RoomLanes(new(trouble)).Open(Desk.Workshop, Desk.Room));
        trouble.Fault = null;
        Assert.True(await new RoomLanes(new(trouble)).Open(Desk.Workshop, Desk.Room, "given"));
        Assert.True(await new RoomLanes(new(trouble)).Open(Desk.Workshop, Desk.Room));
        Assert.Equal(("given", 0, 0), ((await desk.Lane()).Root, (await desk.Lane()).Kept, (await desk.Lane(Lanes.People)).Kept));
    }

    static string Shard { get; } = FormattableString.Invariant($"agenda-{Agenda.ShardOf(Desk.Workshop):D2}");
}
