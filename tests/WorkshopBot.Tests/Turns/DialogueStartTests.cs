using WorkshopBot.Journal.Memory;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Workshops that are opened by answering questions.</summary>
public sealed class DialogueStartTests
{
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
    public async Task Also_when_that_one_is_called_the_same_and_the_answer_goes_nowhere_else()
    {
        await using var talk = new Talk();
        await talk.StartGoals("other", "Cars");
        await talk.Takes("bob", "Research: compare prices", "other");
        await talk.Presses("bob", Press.Ask, false, Press.Of, "start");
        await talk.Answers("bob", "Bikes");
        await talk.Takes("ann", "start Bikes");
        var told = (await talk.Say("bob", "1", isPrivate: true)).Text;
        Assert.Contains("Bikes", told, StringComparison.Ordinal);
        Assert.Null((await new Journal.Seats(talk.Rows).Find("private", "web:local:bob"))!.Seat.Dialog);
        Assert.Equal(1, (await talk.Map("other")).Map.Count('G'));
        Assert.Null((await talk.Map()).Crew["web:local:bob"]);
    }
}
