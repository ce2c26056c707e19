using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Tests.Slack;

/// <summary>More to choose from than a list holds: it is looked for while somebody types.</summary>
public sealed class ManyChoicesTests : SlackScene
{
    [Fact]
    public async Task Of_more_goals_than_a_list_holds_the_one_somebody_types_is_found_and_saved()
    {
        await BeginsWithMany();
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        if (view.Fields.All(field => field.Label != "Serves"))
        {
            await Ben.Presses(view, "More fields");
            await Until.True(() => view.Fields.Any(field => field.Label == "Serves"));
        }
        Assert.EndsWith("external_select", view.Fields.Single(field => field.Label == "Serves").Type, StringComparison.Ordinal);
        Assert.Empty(await Ben.Suggests(view, "Serves", "nobody said this"));
        var offered = await Ben.Suggests(view, "Serves", "number 149");
        Assert.StartsWith("G149", Assert.Single(offered), StringComparison.Ordinal);
        await Ben.Chooses(view, "Serves", offered[0]);
        await Ben.Fills(view, view.Fields.First(field => field is { Type: "plain_text_input", IsOptional: false }).Label, "price page");
        await Ben.Chooses(view, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();
        await AreServed("G149");
    }

    [Fact]
    public async Task In_a_form_that_is_a_message_for_one_person_they_are_looked_for_as_well()
    {
        await BeginsWithMany();
        Bot.Slack.Next(SlackFault.Error("invalid_arguments"), int.MaxValue, on: "views.open");
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Told();
        var form = Assert.Single(Ben.Whispers(Channel));
        await Chooses(form);
        await Ben.Fills(form, form.Fields.First(field => field is { Type: "plain_text_input", IsOptional: false }).Label, "price page");
        await Ben.Chooses(form, "Stage", "S1 Research");
        await Ben.Presses(form, "Add");
        await Told();
        await AreServed("G149");
    }

    [Fact]
    public async Task In_a_form_in_ones_own_chat_they_are_looked_for_as_well()
    {
        await BeginsWithMany();
        await Says(Ben, "i speak for Support");
        await Says(Ben, "Research: price page", Ben.Dm);
        var message = Ben.Dm.Posted[^1];
        Bot.Slack.Next(SlackFault.Error("invalid_arguments"), int.MaxValue, on: "views.open");
        await Ben.Presses(message, "Edit");
        await Told();
        await Chooses(message);
        await Ben.Presses(message, "Save");
        await Told();
        await AreServed("G149");
    }

    async Task Chooses(FakeSlackMessage form)
    {
        if (form.Fields.All(field => field.Label != "Serves"))
        {
            await Ben.Presses(form, "More fields");
            await Told();
        }
        Assert.EndsWith("external_select", form.Fields.Single(field => field.Label == "Serves").Type, StringComparison.Ordinal);
        Assert.Empty(await Ben.Suggests(form, "Serves", "nobody said this"));
        var offered = await Ben.Suggests(form, "Serves", "number 149");
        Assert.StartsWith("G149", Assert.Single(offered), StringComparison.Ordinal);
        await Ben.Chooses(form, "Serves", offered[0]);
    }

    async Task BeginsWithMany()
    {
        await Begins();
        for (var part = 0; part < 3; part++)
            await Says(Anna, string.Join('\n', Enumerable.Range((part * 50) + 1, 50).Select(i => $"Research: compare offer number {i}")));
        Assert.Equal(150, await Goals());
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
    }

    async Task AreServed(params string[] goals) =>
        Assert.Equal(goals, ((Touchpoint)Assert.Single((await Now()).Map.LiveOn('T')).Item).Serves.Select(name => name.ToString()));
}
