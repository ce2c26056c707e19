using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Slack;

/// <summary>The process is killed while the channel talks, and another one takes over the file: what was acknowledged is there, and nothing is told twice.</summary>
public sealed class KilledTests : InSlack
{
    const int People = 40;

    [Fact]
    public async Task Killed_again_and_again_between_what_people_say_and_what_is_shown_the_channel_ends_true_with_nothing_twice()
    {
        await Started("next anyway", "next anyway", "Research, Purchase", "next anyway");
        var posts = Channel.Posted.Count;
        for (var kill = 0; kill < 4; kill++)
        {
            for (var i = 0; i < 3; i++)
            {
                await Hours.Does(Ben.Writes(Channel, $"Research: goal {kill} {i}", Root, mention: i % 2 == 0));
                // Now sooner and now later after the answer.
                await Hours.Pass(TimeSpan.FromMilliseconds(500 * kill));
            }
            await Hours.Does(Ann.Writes(Channel, $"Purchase: goal {kill}", Root));
            await Hours.Restart();
        }
        var before = Hours.Time.GetUtcNow();
        await Hours.True();
        // What the dead process may have had under way is let land first; its lease is not waited for.
        Assert.InRange((Hours.Time.GetUtcNow() - before).TotalSeconds, 0, 40);
        await Kept();
        Assert.Equal(posts, Channel.Posted.Count);
        Assert.Equal(16, (await Workshop()).Map.On('G').Count());
    }

    [Fact]
    public async Task A_message_delivered_again_to_the_next_process_adds_nothing()
    {
        await Started("next anyway", "next anyway", "Research, Purchase", "next anyway");
        await Says(Ben, "Research: compare the cost");
        var deliveries = Slack.Deliveries.Where(one => one.Payload.ToJsonString().Contains("compare the cost", StringComparison.Ordinal) && one.Payload["event"]?["user"]?.ToString() == Ben.Id).ToList();
        Assert.Equal(2, deliveries.Count);
        await Hours.Restart();
        foreach (var delivery in deliveries)
            Assert.Equal(200, (await Hours.Does(Slack.Redeliver(delivery))).Status);
        await Hours.True();
        Assert.Single((await Workshop()).Map.On('G'));
        await Kept();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_while_an_outcome_is_on_its_way_it_is_found_or_posted_and_is_there_once(bool arrives)
    {
        await Started();
        await Hours.Skip(TimeSpan.FromMinutes(1));
        Slack.Next(arrives ? SlackFault.Slow(TimeSpan.FromMinutes(1)) : SlackFault.DropBefore, arrives ? 1 : 100, "chat.postMessage", Channel);
        await Hours.Does(Ann.Writes(Channel, "next anyway", Root));
        var lanes = new Lanes(Hours.Bot.Rows);
        await Until.True(async () => await lanes.Message("m-1", $"slack:{Team.Id}:{Channel.Id}", "outcome:kickoff", 0) is { Phase: MessagePhase.Posting });
        await Hours.Restart();
        await Hours.True();
        Assert.Equal(1, Tops);
        Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));
        await Kept();
    }

    [Fact]
    public async Task Killed_every_few_invitations_each_of_forty_people_is_invited_once()
    {
        await Started("mode: async");
        var people = Enumerable.Range(0, People).Select(i => Team.Person($"P{i}")).ToList();
        Channel.Add([.. people]);
        foreach (var person in people)
            await Hours.Does(person.Writes(Channel, "i speak for Support", Root));
        await Hours.True();
        await Hours.Does(Ann.Writes(Channel, "next anyway", Root));
        for (int kill = 1, invited; (invited = people.Count(person => person.Dm.Posted.Count > 0)) < People && kill < 12; kill++)
        {
            await Hours.Until(() => people.Count(person => person.Dm.Posted.Count > 0) >= Math.Min(People, invited + 7));
            await Hours.Restart();
        }
        await Hours.True();
        Assert.All(people, person => Assert.Single(person.Dm.Posted));
        Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));
        await Kept();
    }
}
