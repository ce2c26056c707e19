using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Slack;

/// <summary>What Slack is answered while the storage is away, and what becomes of it afterwards.</summary>
public sealed class StorageTests : SlackScene
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_saved_is_to_come_again_and_then_counts_once(bool isGone)
    {
        await Begins();
        Bot.Slack.Retries = false;
        // Of Dora nobody knows yet, so that she must be looked up.
        var dora = Team.Person("Dora");
        Channel.Add(dora);
        Away(isGone);
        await dora.Writes(Channel, "Research: a bell", Root);
        await Bot.Slack.Settled();
        var deliveries = Bot.Slack.Deliveries.Where(one => one.Payload["event"]?["user"]?.ToString() == dora.Id).ToList();
        Assert.Equal(2, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(503, Assert.Single(delivery.Answers).Status));
        Assert.Empty(dora.Whispers(Channel));
        Back();
        foreach (var delivery in deliveries.Concat(deliveries))
            Assert.Equal(200, (await Bot.Slack.Redeliver(delivery)).Status);
        await Told();
        Assert.Equal(1, await Goals());
        Assert.Single(dora.Whispers(Channel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_command_and_a_press_are_told_that_nothing_was_saved(bool isGone)
    {
        await Begins();
        var dora = Team.Person("Dora");
        Channel.Add(dora);
        Away(isGone);
        foreach (var who in (FakeSlackPerson[])[Ben, dora])
        {
            Assert.Equal(200, (await who.Types(Channel, "/journey", "Research: a bell")).Status);
            await Told();
            Assert.Contains("could not be saved", Assert.Single(who.Whispers(Channel)).Says, StringComparison.Ordinal);
            Assert.Equal(200, (await who.Presses(Channel.Posted[0], "Add mine")).Status);
            await Told();
            Assert.True(who.View is not null || who.Whispers(Channel).Count == 2);
            Assert.Empty(who.Troubles);
        }
        Back();
        Assert.Equal(0, await Goals());
        await Says(Ben, "Research: a bell");
        Assert.Equal(1, await Goals());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_keeps_what_was_typed_into_it_and_is_saved_when_it_is_sent_again(bool isGone)
    {
        await Begins();
        var dora = Team.Person("Dora");
        Channel.Add(dora);
        foreach (var who in (FakeSlackPerson[])[Ben, dora])
        {
            await who.Presses(Channel.Posted[0], "Add mine");
            await Until.True(() => who.View is not null);
            await who.Fills(who.View!, "Goal", $"a bell for {who.Name}");
            await who.Chooses(who.View!, "Stage", "S1 Research");
            await Told();
            Away(isGone);
            await who.Submits();
            Assert.NotNull(who.View);
            Assert.Contains("could not be saved", who.View.Says, StringComparison.Ordinal);
            Back();
            await who.Submits();
            await Told();
            Assert.Null(who.View);
        }
        Assert.Equal(2, await Goals());
        Assert.Empty(Ben.Troubles);
    }

    void Away(bool isGone) => (Bot.Rows.IsGone, Bot.Rows.Fault) = (isGone, StorageFault.Unreachable);

    void Back() => (Bot.Rows.IsGone, Bot.Rows.Fault) = (false, null);
}
