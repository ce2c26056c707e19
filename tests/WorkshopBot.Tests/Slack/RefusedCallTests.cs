using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>Slack says no, or nothing: no contribution is lost, and nothing is there twice.</summary>
public sealed class RefusedCallTests : InSlack
{
    const string Post = "chat.postMessage", Update = "chat.update", Alone = "chat.postEphemeral", Open = "conversations.open", History = "conversations.history", Replies = "conversations.replies";

    static readonly SlackFault[] Definite = [SlackFault.Throttled(7), SlackFault.Throttled(null), SlackFault.Error("ratelimited"), SlackFault.Error("message_limit_exceeded")];

    static readonly SlackFault[] NotDone = [SlackFault.Internal, SlackFault.Fatal, SlackFault.Error("service_unavailable", 503), SlackFault.Page(500), SlackFault.DropBefore];

    static readonly SlackFault[] Done = [SlackFault.ErrorAfter("internal_error"), SlackFault.ErrorAfter("fatal_error"), SlackFault.Garbled, SlackFault.DropAfter, SlackFault.Slow(TimeSpan.FromSeconds(25))];

    [Fact]
    public async Task A_post_that_is_refused_for_now_is_made_later_and_once()
    {
        await Started();
        foreach (var fault in Definite)
        {
            Slack.Next(fault, 2, Post, Channel);
            await Says(Ann, "next anyway");
            await Kept();
        }
        Assert.Equal("touchpoints", (await Workshop()).StepId);
        Assert.Equal(0, Slack.ThrottleHits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_of_which_nothing_is_known_is_looked_for_and_is_there_once(bool isDone)
    {
        await Started();
        foreach (var fault in isDone ? Done : NotDone)
        {
            var before = Channel.Posted.Count;
            // What came of the step, and the next one.
            Slack.Next(fault, 1, Post, Channel);
            Slack.Next(fault, 1, Post, Channel, after: 1);
            await Says(Ann, "next anyway");
            await Kept();
            Assert.Equal(before + 2, Channel.Posted.Count);
            Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));
        }
        Assert.Equal(0, Slack.ThrottleHits);
    }

    [Fact]
    public async Task A_look_that_fails_for_now_is_made_again_and_finds_what_is_there()
    {
        await Started();
        foreach (var fault in (SlackFault[])[SlackFault.Throttled(7), SlackFault.Internal, SlackFault.Garbled, SlackFault.DropBefore])
        {
            Slack.Next(SlackFault.DropAfter, 1, Post, Channel);
            Slack.Next(fault, 2, History);
            Slack.Next(fault, 2, Replies);
            await Says(Ann, "next anyway");
            await Kept();
            Slack.Mend();
        }
    }

    [Fact]
    public async Task An_edit_that_fails_in_whatever_way_is_made_again_until_the_message_is_true()
    {
        await Started("next anyway");
        var messages = Channel.Posted.Count;
        foreach (var fault in (SlackFault[])[.. Definite, .. NotDone, .. Done])
        {
            Slack.Next(fault, 2, Update);
            await Says(Ben, $"persona: Maya {Channel.All.Count}");
            await Kept();
        }
        Assert.Equal((messages, Definite.Length + NotDone.Length + Done.Length), (Channel.Posted.Count, (await Workshop()).Map.On('P').Count()));
    }

    [Fact]
    public async Task What_only_one_person_is_told_comes_later_and_once_and_where_they_cannot_be_told_there_in_their_own_chat()
    {
        await Started("next anyway");
        var told = Ben.Whispers(Channel).Count;
        foreach (var fault in (SlackFault[])[SlackFault.Throttled(2), SlackFault.Throttled(null), .. Done])
        {
            Slack.Next(fault, 1, Alone);
            await Says(Ben, "edit P9 nobody");
            Assert.Equal(++told, Ben.Whispers(Channel).Count);
            await Kept();
        }
        var alone = Ben.Dm.Posted.Count;
        foreach (var fault in (SlackFault[])[SlackFault.Throttled(40), SlackFault.Error("user_not_in_channel"), SlackFault.Error("channel_not_found"), SlackFault.Error("is_archived")])
        {
            Slack.Next(fault, 1, Alone);
            await Says(Ben, "edit P9 nobody");
            Assert.Equal((told, ++alone), (Ben.Whispers(Channel).Count, Ben.Dm.Posted.Count));
            await Hours.Pass(TimeSpan.FromSeconds(40));
        }
        // Of what may have arrived nobody knows, and what is there twice is worse.
        Slack.Next(SlackFault.DropBefore, 1, Alone);
        await Says(Ben, "edit P9 nobody");
        Assert.Equal((told, alone), (Ben.Whispers(Channel).Count, Ben.Dm.Posted.Count));
    }

    [Fact]
    public async Task A_form_whose_opening_fails_is_opened_again_while_there_is_time_and_else_offered_once_more()
    {
        await Started("next anyway");
        Slack.Next(SlackFault.Throttled(1), 1, "views.open");
        await Hours.Does(Ben.Presses(Board, "Add mine"));
        await Hours.Until(() => Ben.View is not null);
        await Hours.Does(Ben.Closes(all: true));
        foreach (var fault in (SlackFault[])[SlackFault.Throttled(7), SlackFault.Internal, SlackFault.Fatal, SlackFault.Page(503), SlackFault.DropBefore])
        {
            var told = Ben.Whispers(Channel).Count;
            Slack.Next(fault, 1, "views.open");
            await Hours.Does(Ben.Presses(Board, "Add mine"));
            await Hours.Until(() => Ben.Whispers(Channel).Count > told && Hours.Bot.Chat.Pending == 0);
            await Hours.Pass(TimeSpan.FromSeconds(60));
            Assert.Null(Ben.View);
            await Hours.Does(Ben.Presses(Ben.Whispers(Channel)[^1], "Send again"));
            await Hours.Until(() => Ben.View is not null && Hours.Bot.Chat.Pending == 0);
            await Hours.Does(Ben.Fills(Ben.View!, "Name", $"Maya {told}"));
            await Hours.Does(Ben.Submits());
            await Hours.True();
            Assert.Null(Ben.View);
            await Kept();
        }
        Assert.Equal(5, (await Workshop()).Map.On('P').Count());
        // Where it would take too long, the form stands in the channel, for its person alone.
        Slack.Next(SlackFault.Throttled(60), 1, "views.open");
        await Hours.Does(Ben.Presses(Board, "Add mine"));
        await Hours.True();
        Assert.Contains(Ben.Whispers(Channel)[^1].Fields, field => field.Label == "Name");
    }

    [Fact]
    public async Task A_chat_that_cannot_be_opened_for_now_is_opened_later_and_somebody_is_invited_once()
    {
        await Started("mode: async");
        foreach (var fault in (SlackFault[])[SlackFault.Throttled(7), SlackFault.Internal, SlackFault.Garbled, SlackFault.DropBefore])
        {
            var invited = Ben.Dm.Posted.Count;
            Slack.Next(fault, 2, Open);
            await Says(Ann, "next anyway");
            Assert.Equal(invited + 1, Ben.Dm.Posted.Count);
            await Kept();
        }
        KeptBlocks.AreOnce(Ben.Dm.All);
    }
}
