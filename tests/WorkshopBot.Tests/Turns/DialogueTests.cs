using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Forms that are answered question by question in a private chat, from the first question to the map.</summary>
public sealed class DialogueTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_goes_from_a_line_to_the_map_back_and_on_again_also_in_another_process()
    {
        await using var talk = new Talk(SqliteRowStore.Open(_folder.File(), TimeProvider.System));
        await Begin(talk);
        Assert.Contains("Bikes · Goal 1/", await talk.Answers("bob", "add goal"), StringComparison.Ordinal);
        Assert.Contains("This is needed.", await talk.Answers("bob", "skip"), StringComparison.Ordinal);
        await talk.Answers("bob", "Purchase");
        await talk.Restart();
        Assert.Contains("Goal 3/", await talk.Answers("bob", "skip"), StringComparison.Ordinal);
        Assert.Contains("Goal 2/", await talk.Answers("bob", "back"), StringComparison.Ordinal);
        Assert.Contains("So far: S2", await talk.Answers("bob", "back"), StringComparison.Ordinal);
        Assert.Contains("a lone - clears it", await talk.Answers("bob", "help"), StringComparison.Ordinal);
        await talk.Answer("bob", "1", "skip", "pay by month");
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
        Assert.Contains("G2", await talk.Answers("bob", "done"), StringComparison.Ordinal);
        Assert.Contains("pay by month", await talk.Export(), StringComparison.Ordinal);
        // It is over: the next line is one of its own.
        await talk.Answers("bob", "Purchase: pay at once");
        Assert.Equal(3, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Cancelled_it_leaves_nothing()
    {
        await using var talk = new Talk();
        await Begin(talk);
        var before = await talk.Export();
        Assert.Contains("Nothing was saved", await talk.Answer("bob", "add goal", "1", "skip", "pay by month", "cancel"), StringComparison.Ordinal);
        Assert.Equal(before, await talk.Export());
        Assert.Contains("Goal 1/", await talk.Answers("bob", "add goal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_between_the_commit_and_the_seat_adds_nothing_twice()
    {
        var time = new ManualTime();
        var rows = new RowsOfSeats(new MemoryRowStore(time));
        await using var talk = new Talk(rows);
        await Begin(talk);
        await talk.Answer("bob", "add goal", "1", "skip", "pay by month");
        rows.Left = 1;
        Assert.Contains("G2", await talk.Answers("bob", "done", "last"), StringComparison.Ordinal);
        rows.Left = null;
        await talk.Restart();
        Assert.Contains("G2", await talk.Answers("bob", "done", "last"), StringComparison.Ordinal);
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
        await talk.Answers("bob", "Purchase: pay at once");
        Assert.Equal(3, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Nor_does_a_change_go_on_asking_after_one()
    {
        var time = new ManualTime();
        var rows = new RowsOfSeats(new MemoryRowStore(time));
        await using var talk = new Talk(rows);
        await Begin(talk);
        Assert.True((await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-1", Press.Item, "G1")).Private);
        await talk.Answer("bob", "back", "compare all prices");
        rows.Left = 1;
        await talk.Answers("bob", "done");
        rows.Left = null;
        await talk.Restart();
        await talk.Answers("bob", "Purchase: pay at once");
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
        Assert.Contains("compare all prices", await talk.Export(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_two_workshops_the_open_question_wins_and_a_second_form_waits_for_the_first()
    {
        await using var talk = new Talk();
        await Begin(talk, "one");
        await Begin(talk, "two");
        await talk.Answers("bob", "switch m-1");
        await talk.Answers("bob", "add goal");
        var refused = await talk.Loop.Deliver(talk.Turn("bob", "add goal", isPrivate: true) with { Addressed = true });
        Assert.Equal(ReplyKind.Refused, refused.Kind);
        Assert.Contains("One form at a time", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Bikes · Goal 1/", refused.Text, StringComparison.Ordinal);
        var other = await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-2", Press.Of, "goal");
        Assert.Equal((ReplyKind.Refused, true), (other.Kind, other.Text.Contains("Bikes · Goal 1/", StringComparison.Ordinal)));
        await talk.Loop.Deliver(talk.Turn("bob", "switch m-2", isPrivate: true) with { Addressed = true });
        await talk.Answer("bob", "1", "skip", "pay by month", "done");
        Assert.Equal((2, 1), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
    }

    [Fact]
    public async Task Of_two_answers_to_one_question_exactly_one_counts_and_the_other_is_told()
    {
        var time = new ManualTime();
        var rows = new RowsInTrouble(new MemoryRowStore(time));
        await using var talk = new Talk(rows);
        await Begin(talk);
        var question = await talk.Say("bob", "add goal", isPrivate: true);
        var told = await Both("1", "2");
        Assert.Contains("Goal 2/", told.Text, StringComparison.Ordinal);
        await talk.Answer("bob", "skip");
        await talk.Answers("bob", "pay by month");
        // The last question: what the first of them sends is there once, and the other does not come to be a line.
        question = await talk.Say("bob", "help", isPrivate: true);
        await Both("done", "done");
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));

        async Task<Reply> Both(string one, string other)
        {
            var open = new TaskCompletionSource();
            rows.Opened = open.Task;
            var (before, answers) = (rows.Waiting, new[] { one, other }.Select(answer => talk.Presses("bob", Press.Answer, true, question.Carries(answer))).ToList());
            await Until.True(() => rows.Waiting == before + 2);
            open.SetResult();
            var replies = await Task.WhenAll(answers);
            Assert.Single(replies, reply => reply.Kind == ReplyKind.Answered);
            var late = Assert.Single(replies, reply => reply.Kind == ReplyKind.Refused);
            Assert.Contains("That was answered already", late.Text, StringComparison.Ordinal);
            return late;
        }
    }

    [Fact]
    public async Task A_late_tab_is_shown_the_question_that_is_open()
    {
        await using var talk = new Talk();
        await Begin(talk);
        var first = await talk.Say("bob", "add goal", isPrivate: true);
        await talk.Answers("bob", "1");
        var late = await talk.Presses("bob", Press.Answer, true, first.Carries("2"));
        Assert.Contains("That was answered already", late.Text, StringComparison.Ordinal);
        Assert.Contains("Goal 2/", late.Text, StringComparison.Ordinal);
        await talk.Answer("bob", "skip", "pay by month", "done");
        Assert.Contains("no longer open", (await talk.Presses("bob", Press.Answer, true, first.Carries("2"))).Text, StringComparison.Ordinal);
        Assert.Equal("S1", (await talk.Map()).Map.Find(new('G', 2))!.Item is Workshops.Steps.Goals.Goal goal ? goal.Stage.ToString() : "");
    }

    [Fact]
    public async Task The_same_turn_twice_answers_once_and_opens_once()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answers("bob", "add goal", "open");
        await talk.Answers("bob", "1", "first");
        Assert.Contains("Goal 2/", await talk.Answers("bob", "1", "first"), StringComparison.Ordinal);
        Assert.Contains("Goal 2/", await talk.Answers("bob", "add goal", "open"), StringComparison.Ordinal);
        await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-1", Press.Of, "goal");
        await talk.Answer("bob", "skip", "pay by month");
        Assert.Contains("G2", await talk.Answers("bob", "done", "last"), StringComparison.Ordinal);
        Assert.Contains("G2", await talk.Answers("bob", "done", "last"), StringComparison.Ordinal);
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task When_it_is_over_no_turn_of_it_that_comes_again_is_taken_for_a_line()
    {
        await using var talk = new Talk();
        await Begin(talk, "one");
        await Begin(talk, "two");
        await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-1", Press.Of, "goal");
        await talk.Answers("bob", "Purchase", "first");
        await talk.Answers("bob", "skip", "second");
        await talk.Answers("bob", "park a bell", "third");
        var last = await talk.Answers("bob", "done", "last");
        await talk.Restart();
        foreach (var (id, text) in new[] { ("first", "Purchase"), ("second", "skip"), ("third", "park a bell") })
            Assert.Equal("That has arrived already.", await talk.Answers("bob", text, id));
        Assert.Equal(last, await talk.Answers("bob", "done", "last"));
        Assert.Equal((2, 0), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("one")).Map.Count('K')));
        talk.Time.Now += TimeSpan.FromHours(4);
        await talk.Takes("ann", "Research: see it", "one");
        Assert.Equal("That has arrived already.", await talk.Answers("bob", "done", "last"));
        await talk.Answers("bob", "switch m-1");
        await talk.Answers("bob", "add goal", "open");
        await talk.Answers("bob", "cancel", "cancel");
        Assert.Equal("That has arrived already.", await talk.Answers("bob", "cancel", "cancel"));
        Assert.Equal("That has arrived already.", await talk.Answers("bob", "add goal", "open"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_workshop_is_opened_by_questions_where_there_is_none_yet(bool isPrivate)
    {
        await using var talk = new Talk();
        var form = await talk.Presses("ann", Press.Form, isPrivate, Press.Of, "start");
        Assert.Equal("form", form.Message!.Card);
        var asked = await talk.Presses("ann", Press.Ask, isPrivate, Press.Of, "start");
        Assert.True(asked.Private);
        await talk.Restart();
        await talk.Answers("ann", "Bikes");
        var started = await talk.Answers("ann", "1", "last");
        Assert.Contains("Bikes is open", started, StringComparison.Ordinal);
        Assert.Equal("Bikes", (await talk.Map(isPrivate ? "@ann" : "r")).Title);
        Assert.Equal(started, await talk.Answers("ann", "1", "last"));
        await talk.Answers("ann", "why: growth");
        Assert.Equal("growth", (await talk.Map(isPrivate ? "@ann" : "r")).Frame.Purpose);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Also_in_a_room_whose_workshop_is_over_by_questions_or_by_the_form(bool byForm)
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "throw away");
        var form = await talk.Presses("bob", Press.Form, false, Press.Of, "start", Press.Workshop, "m-1");
        Assert.Equal("form", form.Message!.Card);
        if (byForm)
            Assert.Contains("Cars is open", (await talk.Presses("bob", Press.Submit, false, Press.Of, "start", Press.Workshop, "m-1", Press.FormId, "f", Press.Field + "title", "Cars")).Text, StringComparison.Ordinal);
        else
        {
            await talk.Presses("bob", Press.Ask, false, Press.Of, "start", Press.Workshop, "m-1");
            await talk.Answers("bob", "Cars");
            Assert.Contains("Cars is open", await talk.Answers("bob", "1"), StringComparison.Ordinal);
        }
        Assert.Equal("Cars", (await talk.Map()).Title);
    }

    [Fact]
    public async Task A_crash_after_it_was_opened_opens_nothing_twice()
    {
        var rows = new RowsOfSeats(new MemoryRowStore(new ManualTime()));
        await using var talk = new Talk(rows);
        await talk.Presses("ann", Press.Ask, false, Press.Of, "start");
        await talk.Answers("ann", "Bikes");
        // The last answer, and that Ann takes part; then the process is gone.
        rows.Left = 2;
        var started = await talk.Answers("ann", "1", "last");
        rows.Left = null;
        await talk.Restart();
        Assert.Equal(started, await talk.Answers("ann", "1", "last"));
        await talk.Answers("ann", "why: growth");
        Assert.Equal("growth", (await talk.Map()).Frame.Purpose);
        Assert.Null((await new Journal.Seats(talk.Rows).Find("private", "web:local:ann"))!.Seat.Dialog);
    }

    [Fact]
    public async Task Who_is_asked_while_somebody_else_starts_there_is_told()
    {
        await using var talk = new Talk();
        await talk.Presses("ann", Press.Ask, false, Press.Of, "start");
        await talk.Takes("bob", "start Cars");
        Assert.Contains("Cars", (await talk.Say("ann", "Bikes", isPrivate: true)).Text, StringComparison.Ordinal);
        Assert.Equal("Cars", (await talk.Map()).Title);
        Assert.Null((await new Journal.Seats(talk.Rows).Find("private", "web:local:ann"))!.Seat.Dialog);
    }

    [Fact]
    public async Task A_stage_may_be_renamed_meanwhile_and_one_that_is_gone_is_asked_for_again()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answer("bob", "add goal", "Purchase", "skip", "pay by month");
        await talk.Takes("ann", "rename S2 Buying");
        Assert.Contains("Buying", await talk.Answers("bob", "done"), StringComparison.Ordinal);
        await talk.Takes("ann", "goto stages");
        await talk.Takes("ann", "Owning, Selling");
        await talk.Takes("ann", "goto goals");
        await talk.Answer("bob", "add goal", "Owning", "skip", "pay by month");
        await talk.Takes("ann", "withdraw S3");
        var again = await talk.Refuses("bob", "done", isPrivate: true);
        Assert.Contains("Goal 1/", again, StringComparison.Ordinal);
        await talk.Answers("bob", "Buying");
        await talk.Answers("bob", "done");
        Assert.Equal(3, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_line_that_names_the_bot_is_no_answer()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answers("bob", "add goal");
        var moved = await talk.Loop.Deliver(talk.Turn("bob", "Purchase: pay at once", isPrivate: true) with { Addressed = true });
        Assert.Contains("G2", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Goal 2/", await talk.Answers("bob", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_fourteen_days_it_is_over_and_says_so_and_its_answers_are_swept()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answer("bob", "add goal", "1", "skip", "pay by month");
        talk.Time.Now += TimeSpan.FromDays(14);
        await talk.Loop.Sweep("m-1", default);
        Assert.Contains("pay by month", await Kept(), StringComparison.Ordinal);
        talk.Time.Now += TimeSpan.FromHours(5);
        await talk.Loop.Sweep("m-1", default);
        Assert.Contains("pay by month", await Kept(), StringComparison.Ordinal);
        talk.Time.Now += TimeSpan.FromHours(1);
        await talk.Loop.Sweep("m-1", default);
        Assert.DoesNotContain("pay by month", await Kept(), StringComparison.Ordinal);
        var reply = await talk.Say("bob", "show goals", isPrivate: true);
        var said = reply.Text;
        Assert.Contains("more than 14 days", reply.Message!.Notice, StringComparison.Ordinal);
        Assert.Contains("more than 14 days", said, StringComparison.Ordinal);
        Assert.Contains("compare prices", said, StringComparison.Ordinal);
        Assert.DoesNotContain("14 days", await talk.Answers("bob", "show goals"), StringComparison.Ordinal);

        async Task<string> Kept() =>
            System.Text.Encoding.UTF8.GetString((await new Journal.Seats(talk.Rows).Find("private", "web:local:bob"))!.Seat.Dialog!.Value.Span);
    }

    [Fact]
    public async Task A_workshop_that_closes_meanwhile_ends_it_in_words()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answer("bob", "add goal", "1", "skip");
        await talk.Takes("ann", "throw away");
        Assert.Contains("closed", (await talk.Say("bob", "pay by month", isPrivate: true)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task What_looks_personal_is_asked_about_and_sent_by_done()
    {
        await using var talk = new Talk();
        await Begin(talk);
        await talk.Answer("bob", "add goal", "1", "skip", "answer mary.miller@example.com");
        var doubt = await talk.Refuses("bob", "done", isPrivate: true);
        Assert.Contains("personal data", doubt, StringComparison.Ordinal);
        Assert.Contains("To send it as it is: done", doubt, StringComparison.Ordinal);
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
        await talk.Answers("bob", "done");
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Asked_for_in_the_room_it_goes_on_in_private_and_the_room_stays_free()
    {
        await using var talk = new Talk();
        await Begin(talk);
        var asked = await talk.Presses("bob", Press.Ask, false, Press.Workshop, "m-1", Press.Of, "goal");
        Assert.Equal((true, true), (asked.Private, asked.Text.Contains("Goal 1/", StringComparison.Ordinal)));
        await talk.Takes("bob", "Purchase: pay at once");
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
        await talk.Answer("bob", "1", "skip", "pay by month", "done");
        Assert.Equal(3, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_line_that_waits_for_its_workshop_goes_on_waiting()
    {
        await using var talk = new Talk();
        await Begin(talk, "one");
        await Begin(talk, "two");
        await talk.Refuses("bob", "Purchase: pay at once", isPrivate: true);
        await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-1", Press.Of, "goal");
        await talk.Answer("bob", "1", "skip", "pay by month", "done");
        await talk.Answers("bob", "switch m-2");
        Assert.Equal((2, 2), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
    }

    static async Task Begin(Talk talk, string room = "r")
    {
        await talk.StartGoals(room);
        await talk.Takes("bob", "persona: Maya", room);
        await talk.Takes("bob", "Research: compare prices", room);
    }
}
