using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What a channel hears when the bot comes, and what only one person hears.</summary>
public sealed class RoomTests : SlackScene
{
    [Fact]
    public async Task Who_invites_the_bot_gets_one_line_of_their_own_and_the_channel_none()
    {
        var channel = Team.Channel("fresh", Anna, Ben).WithoutBot();
        await Anna.Invites(channel);
        await Told();
        Assert.Single(Anna.Dm.Posted);
        Assert.Empty(channel.All);
        Assert.Empty(Ben.Dm.Posted);
    }

    [Fact]
    public async Task A_mention_where_nothing_runs_is_answered_to_its_person_alone()
    {
        await Says(Ben, "hello");
        Assert.Contains("start", Assert.Single(Ben.Whispers(Channel)).Says, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Channel.Posted);
    }

    [Fact]
    public async Task Who_talks_to_others_in_the_bots_channel_is_neither_asked_about_nor_noted_until_they_talk_below_the_board()
    {
        await Begins();
        var dora = Team.Person("Dora");
        await dora.Joins(Channel);
        var first = await dora.Writes(Channel, "lunch at noon?", mention: false);
        var below = await dora.Writes(Channel, "Research: compare the menus", first, mention: false);
        await dora.Edits(below, "Research: compare the prices of menus");
        await Told();
        Assert.DoesNotContain(Bot.Slack.Requests, request => request.Method == "users.info" && request.Arguments["user"]?.ToString() == dora.Id);
        Assert.False(await IsSaved(dora.Id));
        Assert.Equal(0, await Goals());

        await dora.Writes(Channel, "Research: compare the true monthly cost", Root, mention: false);
        await Told();
        Assert.Equal(1, await Goals());
        Assert.True(await IsSaved(dora.Id));
    }

    [Fact]
    public async Task The_command_alone_is_help()
    {
        await Begins();
        await Ben.Types(Channel, "/journey");
        await Told();
        var help = Assert.Single(Ben.Whispers(Channel));
        Assert.Contains("help", help.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Null(help.ThreadTs);
    }

    [Fact]
    public async Task A_workshop_started_where_the_bot_is_not_says_how_to_invite_it_and_its_board_comes_with_it()
    {
        var channel = Team.Channel("fresh", Anna, Ben).WithoutBot();
        await Anna.Types(channel, "/journey", "start Getting a family e-bike");
        await Told();
        Assert.Empty(Anna.Troubles);
        var told = Anna.Reads(channel) + Anna.Reads(Anna.Dm);
        Assert.True(told.Contains("/invite @", StringComparison.Ordinal), told + string.Join('\n', Bot.Slack.Requests.Select(one => $"{one.Method} {one.Error}")));
        Assert.Empty(channel.Posted);
        await Anna.Invites(channel);
        await Told();
        await Until.True(() => channel.Posted.Count > 0, 60);
        Assert.Contains("Getting a family e-bike", channel.Posted[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_reaches_its_person_as_a_file_in_their_own_chat()
    {
        await Begins();
        await Says(Anna, "export json");
        var file = Assert.Single(Bot.Slack.Files);
        Assert.Same(Anna.Dm, file.Channel);
        Assert.Contains("own chat", Anna.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_cannot_be_sent_there_is_a_link()
    {
        await Begins();
        Bot.Slack.Next(SlackFault.Error("not_allowed_token_type"), 9, on: "files.getUploadURLExternal");
        await Says(Anna, "export json");
        Assert.Empty(Bot.Slack.Files);
        Assert.Contains(Anna.Whispers(Channel)[^1].Buttons, button => button.Element["url"] is not null);
    }
}
