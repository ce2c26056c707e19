namespace WorkshopBot.Tests.Slack;

/// <summary>The bot's own page of one person.</summary>
public sealed class HomeTests : SlackScene
{
    [Fact]
    public async Task It_shows_what_somebody_takes_part_in_to_them_alone()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Ben.OpensHome();
        await Cleo.OpensHome();
        await Told();
        Assert.Contains("Getting a family e-bike", Ben.Home!.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Getting a family e-bike", Cleo.Home!.Says, StringComparison.Ordinal);
        Assert.Contains(Cleo.Home.Buttons, button => button.Title == "Start a workshop");
    }

    [Fact]
    public async Task Only_the_page_itself_is_made_not_the_messages_beside_it()
    {
        await Ben.OpensHome("messages");
        await Told();
        Assert.Null(Ben.Home);
        Assert.Empty(Ben.Dm.Posted);
    }

    [Fact]
    public async Task It_speaks_its_persons_language()
    {
        Ben.Locale = "de-DE";
        await Ben.OpensHome();
        await Told();
        Assert.Contains(Ben.Home!.Buttons, button => button.Title == "Workshop beginnen");
    }

    [Fact]
    public async Task A_workshop_is_started_from_it_in_the_channel_that_is_chosen()
    {
        await Anna.OpensHome();
        await Told();
        await Anna.Presses(Anna.Home!, "Start a workshop");
        await Until.True(() => Anna.View is not null);
        var view = Anna.View!;
        await Anna.Fills(view, view.Fields.First(field => field.Type == "plain_text_input").Label, "Getting a family e-bike");
        await Anna.Picks(view, "In which channel?", Channel.Id);
        await Anna.Submits();
        await Told();
        await Bot.Rests();

        Assert.NotNull(await Bot.Workshop(Channel));
        Assert.Contains("Getting a family e-bike", Channel.Posted[0].Says, StringComparison.Ordinal);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task A_channel_without_the_bot_or_without_the_person_is_refused_at_its_field()
    {
        var without = Team.Channel("elsewhere", Anna).WithoutBot();
        var others = Team.Channel("others", Ben);
        await Anna.Uses("start_workshop");
        await Until.True(() => Anna.View is not null);
        var view = Anna.View!;
        await Anna.Fills(view, view.Fields.First(field => field.Type == "plain_text_input").Label, "Getting a family e-bike");
        foreach (var channel in new[] { without, others })
        {
            await Anna.Picks(view, "In which channel?", channel.Id);
            await Anna.Submits();
            Assert.Contains("Invite me", Assert.Single(view.Errors).Value, StringComparison.Ordinal);
            Assert.Null(await Bot.Workshop(channel));
        }
        await Anna.Picks(view, "In which channel?", Channel.Id);
        await Anna.Submits();
        await Told();
        Assert.NotNull(await Bot.Workshop(Channel));
    }

    [Fact]
    public async Task What_is_added_from_it_goes_to_the_workshop_it_stands_with_and_the_page_is_true_again()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Ben.OpensHome();
        await Told();
        var before = Pages();
        await Ben.Presses(Ben.Home!, "Add mine");
        await Until.True(() => Ben.View is not null);
        await Ben.Fills(Ben.View!, "Goal", "see it on the road");
        await Ben.Chooses(Ben.View!, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();
        Assert.Equal(2, await Goals());
        Assert.Contains("G2", string.Join('\n', Ben.Windows.Select(view => view.Says)) + Ben.Reads(Ben.Dm), StringComparison.Ordinal);
        // Once for the press, and once for what was sent.
        Assert.Equal(before + 2, Pages());
    }

    int Pages() => Bot.Slack.Requests.Count(request => request.Method == "views.publish");
}
