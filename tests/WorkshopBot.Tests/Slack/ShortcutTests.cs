using System.Globalization;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops.Steps.Data;

namespace WorkshopBot.Tests.Slack;

/// <summary>What can be done with a message of somebody's.</summary>
public sealed class ShortcutTests : SlackScene
{
    [Fact]
    public async Task A_message_is_put_on_the_map_with_its_address_its_author_and_its_day()
    {
        await Begins();
        var said = Cleo.Wrote(Channel, "Three people told me in Research that the price was never clear");
        await Ben.Uses("put_on_map", said);
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        Assert.Equal("S1", Ben.Holds(view, view.Fields.First(field => field.Choices.Any(choice => choice.StartsWith("S1", StringComparison.Ordinal))).Label));
        await Ben.Submits();
        await Told();
        var evidence = (await Now()).Map.LiveOn('E');
        var kept = Assert.Single(evidence);
        var all = string.Join('\n', Ben.Whispers(Channel).Select(message => message.Says));
        Assert.Contains("E1", all, StringComparison.Ordinal);
        var put = Assert.IsType<Evidence>(kept.Item);
        var link = Bot.Slack.Requests.Single(request => request.Method == "chat.getPermalink");
        Assert.Equal((Channel.Id, said.Ts), (link.Channel, link.Arguments["message_ts"]!.ToString()));
        var day = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(long.Parse(said.Ts.Split('.')[0], CultureInfo.InvariantCulture)), TimeZoneInfo.FindSystemTimeZoneById(Ben.Zone)).DateTime;
        Assert.Equal(("Three people told me in Research that the price was never clear", "Cleo", DateOnly.FromDateTime(day)), (put.Text, put.Source, put.CollectedOn?.Date));
        Assert.EndsWith($"/archives/{Channel.Id}/p{said.Ts.Replace(".", "", StringComparison.Ordinal)}", put.Permalink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_stands_for_itself_by_its_link_and_a_message_with_nothing_in_it_is_told_so()
    {
        await Begins();
        var picture = await Cleo.Writes(Channel, "", mention: false, files: new FakeSlackFile("shop.png", [1, 2, 3]));
        await Told();
        await Ben.Uses("put_on_map", picture);
        await Until.True(() => Ben.View is not null);
        Assert.Contains("http", string.Join('\n', Ben.View!.Fields.Select(field => Ben.Holds(Ben.View!, field.Label))), StringComparison.Ordinal);
        await Ben.Closes();

        await Ben.Uses("put_on_map", Cleo.Wrote(Channel, ""));
        await Told();
        Assert.Contains("no words", Ben.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_workshop_is_it_goes_to_ones_own_and_who_has_none_is_told()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        var other = Team.Channel("talk", Ben, Cleo);
        var said = Cleo.Wrote(other, "The price was never clear");
        await Ben.Uses("put_on_map", said);
        await Until.True(() => Ben.View is not null);
        await Ben.Submits();
        await Told();
        Assert.Single((await Now()).Map.LiveOn('E'));
        Assert.Contains("E1", Ben.Reads(other), StringComparison.Ordinal);

        var before = Cleo.Whispers(other).Count;
        await Cleo.Uses("put_on_map", said);
        await Told();
        Assert.Contains("Map your customers' journey", string.Join('\n', Cleo.Whispers(other).Skip(before).Select(one => one.Says)) + Cleo.View?.Says, StringComparison.Ordinal);
        Assert.Empty(Cleo.Troubles);
        Assert.Single((await Now()).Map.LiveOn('E'));
    }

    [Fact]
    public async Task In_a_channel_the_bot_is_not_in_it_works_all_the_same()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        var other = Team.Channel("talk", Ben, Cleo).WithoutBot();
        await Ben.Uses("put_on_map", Cleo.Wrote(other, "The price was never clear"));
        await Until.True(() => Ben.View is not null);
        await Ben.Submits();
        await Told();
        Assert.Single((await Now()).Map.LiveOn('E'));
    }

    [Fact]
    public async Task Who_takes_part_in_two_is_asked_for_which_and_the_message_goes_there()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        var second = Team.Channel("second", Anna, Ben);
        await Anna.Writes(second, "start Returning a bike");
        await Told();
        await Ben.Types(second, "/journey", "me");
        await Ben.Writes(second, "persona: Nora");
        await Told();
        var other = Team.Channel("talk", Ben, Cleo);
        var said = Cleo.Wrote(other, "The price was never clear");
        await Ben.Uses("put_on_map", said);
        await Told();
        Assert.Empty(Ben.Troubles);
        await Until.True(() => Ben.View is not null);
        var window = Ben.View!;
        Assert.Contains("Which workshop is this for?", window.Says, StringComparison.Ordinal);
        await Ben.Presses(window, window.Buttons[0].Title);
        await Until.True(() => window.Submit.Length > 0);
        Assert.Contains("now speaks to \u201CGetting a family e-bike\u201D", window.Says, StringComparison.Ordinal);
        await Ben.Submits();
        await Told();
        Assert.Equal("The price was never clear", Assert.IsType<Evidence>(Assert.Single((await Now()).Map.LiveOn('E')).Item).Text);
        Assert.Empty((await Now(second)).Map.LiveOn('E'));
    }
}
