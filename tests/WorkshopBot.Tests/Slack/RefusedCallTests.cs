using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>Slack says no, or nothing: no contribution is lost, and nothing is there twice.</summary>
public sealed class RefusedCallTests : InSlack
{
    const string Post = "chat.postMessage", Update = "chat.update", Alone = "chat.postEphemeral", History = "conversations.history";

    static readonly SlackFault[] Definite = [SlackFault.Throttled(7), SlackFault.Throttled(null), SlackFault.Error("ratelimited"), SlackFault.Error("message_limit_exceeded")];

    static readonly SlackFault[] Unclear =
    [
        SlackFault.Internal, SlackFault.Fatal, SlackFault.ErrorAfter("internal_error"), SlackFault.Error("service_unavailable", 503), SlackFault.Page(500), SlackFault.Page(502),
        SlackFault.Garbled, SlackFault.DropBefore, SlackFault.DropAfter, SlackFault.Slow(TimeSpan.FromSeconds(25)),
    ];

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

    [Fact]
    public async Task A_post_of_which_nothing_is_known_is_looked_for_and_found_or_made_again_and_is_there_once()
    {
        await Started();
        foreach (var fault in Unclear)
        {
            var before = Channel.Posted.Count;
            // What came of the step, and the next one.
            Slack.Next(fault, 1, Post, Channel);
            Slack.Next(fault, 1, Post, Channel, after: 1);
            await Says(Ann, "next anyway");
            await Hours.Skip(TimeSpan.FromMinutes(2));
            await Hours.True();
            await Kept();
            Assert.Equal(before + 2, Channel.Posted.Count);
            Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));
            if ((await Workshop()).StepId is "emotions" or "actual")
                await Says(Ann, "goto personas");
        }
        Assert.Equal(0, Slack.ThrottleHits);
    }
}
