using System.Collections.Immutable;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Nothing in a seat outlasts what it is for, over every storage: the looks of the agenda come, and take it out.</summary>
public abstract class SeatSweepTests : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected abstract IRowStore Open(TimeProvider time);

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_closed_workshop_leaves_the_seats_of_its_people_seven_days_later_and_their_rows_go()
    {
        await using var talk = New();
        await Begin(talk, "one");
        await Begin(talk, "two");
        await talk.Takes("eve", "show map", "one");
        await talk.Takes("ann", "throw away", "one");
        await talk.Passes(TimeSpan.FromDays(6));
        Assert.Equal(["m-1", "m-2"], (await Seat(talk, "bob"))!.Known.AsEnumerable());
        Assert.NotNull(await Seat(talk, "eve"));
        await talk.Passes(TimeSpan.FromDays(3));
        Assert.Equal(["m-2"], (await Seat(talk, "bob"))!.Known.AsEnumerable());
        Assert.Null(await Seat(talk, "eve"));
        Assert.Empty(await new SeatList(talk.Rows).Next("m-1", null, 100));
        // Whoever took part may still start from it.
        await talk.Takes("ann", "start to-be Better from m-1", "three");
        Assert.Equal("m-1", (await talk.Map("three")).LinkedTo);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_workshop_that_is_opened_again_is_known_again_to_who_goes_on_in_it_whatever_else_lay_in_their_seat(bool onAnotherNode)
    {
        await using var talk = New();
        var loop = onAnotherNode ? talk.Another() : talk.Loop;
        await talk.StartGoals("one");
        await loop.Deliver(talk.Turn("bob", "Research: compare prices", "one"));
        await talk.Takes("ann", "throw away", "one");
        await talk.Passes(TimeSpan.FromDays(6));
        await talk.Presses("bob", Press.Ask, false, Press.Of, "start");
        await talk.Passes(TimeSpan.FromDays(3));
        Assert.Empty((await Seat(talk, "bob"))!.Known);
        Assert.NotNull((await Seat(talk, "bob"))!.Dialog);
        await talk.Takes("ann", "reopen", "one");
        await loop.Deliver(talk.Turn("bob", "Purchase: pay by month", "one"));
        Assert.Equal(["m-1"], (await Seat(talk, "bob"))!.Known.AsEnumerable());
    }

    [Fact]
    public async Task A_running_workshop_stays_known_however_long_nobody_says_anything()
    {
        await using var talk = New();
        await Begin(talk, "one");
        await talk.Passes(TimeSpan.FromDays(90));
        await talk.Restart();
        await talk.Answers("bob", "Purchase: pay by month");
        Assert.Equal(2, (await talk.Map("one")).Map.Count('G'));
    }

    [Fact]
    public async Task Lines_that_wait_and_warnings_and_turns_are_kept_for_fourteen_days_after_the_last_use()
    {
        await using var talk = New();
        await Begin(talk, "one");
        await Begin(talk, "two");
        await talk.Refuses("bob", "Research: call mary.miller@example.com", "one");
        await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true);
        await talk.Passes(TimeSpan.FromDays(13));
        Assert.NotNull((await Seat(talk, "bob"))!.Waiting);
        Assert.NotNull(await Seat(talk, "bob", "web:local:one"));
        await talk.Passes(TimeSpan.FromDays(4));
        Assert.Null((await Seat(talk, "bob"))!.Waiting);
        Assert.Null(await Seat(talk, "bob", "web:local:one"));
        // A seat is not used by being looked at.
        Assert.Equal(Until, (await Seat(talk, "bob"))!.LastUsed);
    }

    [Fact]
    public async Task A_dialog_nobody_goes_on_with_loses_its_answers_and_then_goes_also_where_it_was_to_open_a_workshop()
    {
        await using var talk = New();
        await Begin(talk, "one");
        await talk.Answer("bob", "add goal", "1", "skip", "pay by month");
        await talk.Presses("cleo", Press.Ask, false, Press.Of, "start");
        await talk.Answers("cleo", "Secret plans");
        await talk.Passes(TimeSpan.FromDays(17));
        Assert.DoesNotContain("pay by month", Dialog(await Seat(talk, "bob")), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret plans", Dialog(await Seat(talk, "cleo")), StringComparison.Ordinal);
        await talk.Passes(TimeSpan.FromDays(17));
        Assert.Null((await Seat(talk, "bob"))!.Dialog);
        Assert.Null(await Seat(talk, "cleo"));
    }

    [Fact]
    public async Task Many_seats_are_gone_through_in_several_runs()
    {
        await using var talk = New();
        await talk.Takes("ann", "start Bikes", "one");
        const int People = SeatSweep.Most + 20;
        for (var i = 0; i < People; i++)
            await talk.Takes($"p{i}", "show map", "one");
        await talk.Takes("ann", "throw away", "one");
        talk.Time.Now += TimeSpan.FromDays(8);
        await talk.Loop.Sweep("m-1", default);
        Assert.Equal(People + 1 - SeatSweep.Most, (await new SeatList(talk.Rows).Next("m-1", null, 1_000)).Count);
        // The rest follows at the next look, which was seen to.
        await talk.Passes(TimeSpan.FromMinutes(5));
        Assert.Empty(await new SeatList(talk.Rows).Next("m-1", null, 1_000));
    }

    // Begun here, in every test.
    static DateTimeOffset Until => new ManualTime().Now;

    Talk New()
    {
        var time = new ManualTime();
        return new(Open(time), time: time, looks: true);
    }

    static async Task Begin(Talk talk, string room)
    {
        await talk.StartGoals(room);
        await talk.Takes("bob", "Research: compare prices", room);
    }

    static async Task<Seat?> Seat(Talk talk, string person, string room = "private") => (await new Seats(talk.Rows).Find(room, "web:local:" + person))?.Seat;

    static string Dialog(Seat? seat) => System.Text.Encoding.UTF8.GetString(seat!.Dialog!.Value.Span);
}

public sealed class SeatSweepOnSqlite : SeatSweepTests
{
    protected override IRowStore Open(TimeProvider time) => SqliteRowStore.Open(Folder.File(), time);
}

public sealed class SeatSweepOnMemory : SeatSweepTests
{
    protected override IRowStore Open(TimeProvider time) => new MemoryRowStore(time);
}
