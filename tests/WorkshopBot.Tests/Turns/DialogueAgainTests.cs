using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Answers to questions that come twice, late, at once or after a crash: each counts once.</summary>
public sealed class DialogueAgainTests
{
    [Fact]
    public async Task A_crash_between_the_commit_and_the_seat_adds_nothing_twice()
    {
        var time = new ManualTime();
        var rows = new RowsOfSeats(new MemoryRowStore(time));
        await using var talk = new Talk(rows);
        await talk.BeginGoals();
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
        await talk.BeginGoals();
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
    public async Task Of_two_answers_to_one_question_exactly_one_counts_and_the_other_is_told()
    {
        var time = new ManualTime();
        var rows = new RowsInTrouble(new MemoryRowStore(time));
        await using var talk = new Talk(rows);
        await talk.BeginGoals();
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
        await talk.BeginGoals();
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
        await talk.BeginGoals();
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
        await talk.BeginGoals("one");
        await talk.BeginGoals("two");
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
}
