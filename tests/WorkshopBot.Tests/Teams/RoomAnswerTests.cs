using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>What people hear in a channel, where everybody reads everything (settled: "Who hears what").</summary>
public sealed class RoomAnswerTests : TeamsScene
{
    [Fact]
    public async Task What_is_accepted_gets_a_sign_and_no_words()
    {
        await Begins();
        Assert.Equal(["like"], (await Says(Ben, "Research: compare")).Reactions);
        Assert.Empty(RepliesTo(Ben, Channel));
    }

    [Fact]
    public async Task What_is_refused_gets_one_reply_that_the_next_takes_the_place_of_and_that_goes_when_it_is_right()
    {
        await Begins();
        Assert.Empty((await Says(Ben, "nothing of this kind")).Reactions);
        var reply = Assert.Single(RepliesTo(Ben, Channel));
        Assert.Equal(Root!.Id, reply.Root);
        await Says(Ben, "Reserch: compare");
        Assert.Same(reply, Assert.Single(RepliesTo(Ben, Channel)));
        Assert.True(reply.Says("Research: compare"), reply.Shown.ToJsonString());
        Assert.Equal(["like"], (await Says(Ben, "Research: compare")).Reactions);
        Assert.True(reply.IsDeleted);
    }

    [Fact]
    public async Task In_another_thread_it_comes_anew_and_the_one_before_goes()
    {
        await Begins();
        await Says(Ben, "nothing of this kind");
        var before = Assert.Single(RepliesTo(Ben, Channel));
        Root = (await Bot.Does(Cleo.Writes(Channel, "has anybody seen the figures", mention: false)))!;
        await Says(Ben, "nothing of that kind");
        Assert.True(before.IsDeleted);
        Assert.Equal(Root.Id, Assert.Single(RepliesTo(Ben, Channel)).Root);
    }

    [Fact]
    public async Task Yes_on_a_refusal_does_what_was_meant_and_the_refusal_goes()
    {
        await Begins();
        await Says(Ben, "Reserch: compare");
        var reply = Assert.Single(RepliesTo(Ben, Channel));
        var answer = await Bot.Presses(Ben, reply, "Yes");
        await Bot.Rests();
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
        Assert.Contains("G1", (string?)answer["value"], StringComparison.Ordinal);
        Assert.True(reply.IsDeleted);
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_refusal_goes_when_it_is_put_right_in_a_dialog()
    {
        await Begins();
        await Says(Ben, "Reserch: compare");
        var board = Channel.Board();
        await Bot.Sends(Ben, board, (await Bot.Opens(Ben, board, "Add mine")).Card, "Add", ("stage", "S1"), ("text", "compare"));
        await Bot.Rests();
        Assert.Empty(RepliesTo(Ben, Channel));
    }

    [Fact]
    public async Task Editing_the_refused_line_puts_it_right()
    {
        await Begins();
        var message = await Says(Ben, "Reserch: compare");
        await Bot.Does(Ben.Edits(message, "Research: compare"));
        await Bot.Rests();
        Assert.Empty(RepliesTo(Ben, Channel));
        Assert.Equal(["like"], message.Reactions);
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task Deleting_the_refused_line_takes_its_reply_along()
    {
        await Begins();
        var message = await Says(Ben, "Reserch: compare");
        await Bot.Does(Ben.Deletes(message));
        await Bot.Rests();
        Assert.Empty(RepliesTo(Ben, Channel));
    }

    [Fact]
    public async Task People_have_a_reply_each()
    {
        await Begins();
        await Says(Ben, "Reserch: compare");
        await Says(Cleo, "Chose: be sure");
        await Says(Ben, "Research: compare");
        Assert.Empty(RepliesTo(Ben, Channel));
        Assert.Single(RepliesTo(Cleo, Channel));
    }

    [Fact]
    public async Task What_is_asked_for_is_one_reply_and_the_next_step_has_another()
    {
        await Begins();
        await Says(Ben, "Research: compare");
        await Says(Ben, "show goals");
        var reply = Assert.Single(RepliesTo(Ben, Channel));
        await Says(Ben, "show G1");
        Assert.Same(reply, Assert.Single(RepliesTo(Ben, Channel)));
        Assert.Equal(2, reply.Versions.Count);
        await Says(Anna, "goto touchpoints");
        await Says(Ben, "show goals");
        Assert.Equal(2, RepliesTo(Ben, Channel).Count);
    }

    [Fact]
    public async Task A_reply_that_somebody_deleted_comes_anew()
    {
        await Begins();
        await Says(Ben, "Reserch: compare");
        Channel.Delete(RepliesTo(Ben, Channel).Single());
        await Says(Ben, "Chose: be sure");
        Assert.Single(RepliesTo(Ben, Channel));
    }

    [Fact]
    public async Task A_sign_that_cannot_be_given_is_of_no_matter()
    {
        await Begins();
        Bot.Teams.Next(Fault.Error(), times: 5, on: FakeCall.React);
        Assert.Empty((await Says(Ben, "Research: compare")).Reactions);
        Assert.Empty(RepliesTo(Ben, Channel));
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_long_answer_is_one_message_that_Teams_takes()
    {
        await Begins();
        for (var message = 0; message < 6; message++)
            await Says(Ben, string.Join('\n', Enumerable.Range(0, 10).Select(i => $"Research: {message} {i} {new string('m', 450)}")));
        await Says(Ben, "show goals");
        await Says(Ben, "show map");
        Assert.True(Assert.Single(RepliesTo(Ben, Channel)).Shown.ToJsonString().Length < 40_000);
        Assert.Equal(60, await Goals());
    }

    [Fact]
    public async Task Who_reads_German_is_answered_in_German_in_an_English_room()
    {
        await Begins();
        Ben.Locale = "de-DE";
        await Says(Ben, "Reserch: compare");
        Assert.Single(Channel.Posted, message => message.Says("Für Ben:"));
        Assert.True((await Bot.Opens(Ben, Channel.Board(), "Add mine")).Card.Says("Hinzufügen"));
        Assert.Contains("Show map", Channel.Board().Actions.Select(action => action.Title));
    }

    [Fact]
    public async Task What_is_one_persons_own_is_offered_by_a_button_that_opens_it()
    {
        await Begins();
        await Says(Ben, "Research: compare");
        await Says(Ben, "mine");
        var reply = Assert.Single(RepliesTo(Ben, Channel));
        Assert.False(reply.Says("compare"));
        Assert.True((await Bot.Opens(Ben, reply, reply.Actions[0])).Card.Says("compare"));
    }
}

/// <summary>The same where answers may be sent to one person alone.</summary>
public sealed class TargetedAnswerTests : TeamsScene
{
    private protected override bool Targeted => true;

    [Fact]
    public async Task Answers_are_messages_that_only_their_person_sees()
    {
        await Begins();
        var refused = await Says(Ben, "Reserch: compare");
        var accepted = await Says(Ben, "Research: compare");
        Assert.Empty(refused.Reactions.Concat(accepted.Reactions));
        var answers = Channel.Messages.Where(message => message.Only == Ben.Id).ToList();
        Assert.Equal(2, answers.Count);
        Assert.True(answers[0].Says("Reserch") && answers[1].Says("G1"));
        Assert.DoesNotContain(Channel.Posted, message => message.Says("Reserch"));
    }
}
