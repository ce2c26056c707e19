using WorkshopBot.Fakes.Connector;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Teams;

/// <summary>The process is killed while the channel talks, and another one takes over the file: what was acknowledged is there, and nothing is told twice.</summary>
public sealed class KilledTests : InChannel
{
    [Fact]
    public async Task Killed_again_and_again_between_what_people_say_and_what_is_shown_the_channel_ends_true_with_nothing_twice()
    {
        await Started("next anyway", "next anyway", "Research, Purchase", "next anyway");
        var posts = Teams.Counts(Channel);
        for (var kill = 0; kill < 4; kill++)
        {
            for (var i = 0; i < 5; i++)
            {
                await Hours.Bot.Does(Ben.Writes(Channel, $"Research: goal {kill} {i}", Root));
                // Now sooner and now later after the answer.
                await Hours.Pass(TimeSpan.FromMilliseconds(500 * kill));
            }
            await Hours.Bot.Does(Ann.Writes(Channel, $"Purchase: goal {kill}", Root));
            await Hours.Restart();
        }
        await Hours.True();
        await Kept();
        Assert.Equal((posts.Posts, posts.Replies), (Teams.Counts(Channel).Posts, Teams.Counts(Channel).Replies));
        Assert.Equal(24, (await Workshop()).Map.On('G').Count());
        Assert.Equal(0, Teams.ThrottleHits);
    }

    [Fact]
    public async Task A_message_delivered_again_to_the_next_process_adds_nothing()
    {
        await Started("next anyway", "next anyway", "Research, Purchase", "next anyway");
        var line = Ben.Writes(Channel, "Research: compare the cost", Root);
        await Hours.Bot.Does(line);
        await Hours.Restart();
        await Hours.Bot.Does(line);
        await Hours.True();
        Assert.Single((await Workshop()).Map.On('G'));
        Assert.Equal(["like"], line.Message!.Reactions);
        await Kept();
    }

    [Fact]
    public async Task Killed_while_an_outcome_is_on_its_way_it_is_not_posted_again_but_by_a_press()
    {
        await Started();
        await Hours.Skip(TimeSpan.FromMinutes(1));
        Teams.Next(Fault.Delay(TimeSpan.FromMilliseconds(300)), 1, FakeCall.Create);
        await Hours.Bot.Does(Ann.Writes(Channel, "next anyway", Root));
        var lanes = new Lanes(Hours.Bot.Rows);
        await Until.True(async () => await lanes.Message("m-1", $"teams:{Teams.TenantId}:{Channel.Id}", "outcome:kickoff", 0) is { Phase: MessagePhase.Posting });
        await Hours.Restart();
        await Until.True(() => Teams.Counts(Channel).Posts == 1);
        await Hours.Skip(TimeSpan.FromMinutes(10));
        Assert.Equal(1, Teams.Counts(Channel).Posts);
        Assert.Contains("May not have arrived", (await Menu()).ToJsonString(), StringComparison.Ordinal);
        await Kept(1, "outcome:kickoff");
    }
}
