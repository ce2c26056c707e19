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
        await talk.BeginGoals();
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
        await talk.BeginGoals();
        var before = await talk.Export();
        Assert.Contains("Nothing was saved", await talk.Answer("bob", "add goal", "1", "skip", "pay by month", "cancel"), StringComparison.Ordinal);
        Assert.Equal(before, await talk.Export());
        Assert.Contains("Goal 1/", await talk.Answers("bob", "add goal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_two_workshops_the_open_question_wins_and_a_second_form_waits_for_the_first()
    {
        await using var talk = new Talk();
        await talk.BeginGoals("one");
        await talk.BeginGoals("two");
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
    public async Task A_stage_may_be_renamed_meanwhile_and_one_that_is_gone_is_asked_for_again()
    {
        await using var talk = new Talk();
        await talk.BeginGoals();
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
        await talk.BeginGoals();
        await talk.Answers("bob", "add goal");
        var moved = await talk.Loop.Deliver(talk.Turn("bob", "Purchase: pay at once", isPrivate: true) with { Addressed = true });
        Assert.Contains("G2", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Goal 2/", await talk.Answers("bob", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_fourteen_days_it_is_over_and_says_so_and_its_answers_are_swept()
    {
        await using var talk = new Talk();
        await talk.BeginGoals();
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
        await talk.BeginGoals();
        await talk.Answer("bob", "add goal", "1", "skip");
        await talk.Takes("ann", "throw away");
        Assert.Contains("closed", (await talk.Say("bob", "pay by month", isPrivate: true)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task What_looks_personal_is_asked_about_and_sent_by_done()
    {
        await using var talk = new Talk();
        await talk.BeginGoals();
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
        await talk.BeginGoals();
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
        await talk.BeginGoals("one");
        await talk.BeginGoals("two");
        await talk.Refuses("bob", "Purchase: pay at once", isPrivate: true);
        await talk.Presses("bob", Press.Ask, true, Press.Workshop, "m-1", Press.Of, "goal");
        await talk.Answer("bob", "1", "skip", "pay by month", "done");
        await talk.Answers("bob", "switch m-2");
        Assert.Equal((2, 2), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
    }
}
