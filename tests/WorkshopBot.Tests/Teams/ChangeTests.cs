using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Tests.Teams;

/// <summary>Messages that are edited, deleted and brought back: what they made follows them, wherever they were written.</summary>
public sealed class ChangeTests : TeamsScene
{
    [Theory]
    [InlineData(FakePlaceKind.Channel)]
    [InlineData(FakePlaceKind.GroupChat)]
    [InlineData(FakePlaceKind.Personal)]
    public async Task What_a_message_made_follows_it(FakePlaceKind kind)
    {
        var room = kind == FakePlaceKind.GroupChat ? Bot.Teams.GroupChat("Bikes", Anna, Ben) : Channel;
        await Begins(room);
        await Says(Ben, "Choose: be sure", room);
        var place = kind == FakePlaceKind.Personal ? Ben.Chat : room;
        var message = await Says(Ben, "Research: compare", place);
        Assert.Equal(2, await Goals(room));

        await Bot.Does(Ben.Edits(message, "Research: compare the true cost"));
        Assert.Equal("compare the true cost", await Text(room, 2));
        await Bot.Does(Ben.Edits(message, "Research: compare the true cost\nChoose: ask a friend"));
        Assert.Equal(3, await Goals(room));

        await Bot.Does(Ben.Deletes(message));
        Assert.Equal(1, await Goals(room));
        await Bot.Does(Ben.Restores(message));
        Assert.Equal(3, await Goals(room));
        Assert.Equal("compare the true cost", await Text(room, 2));
        await Bot.Rests();
        Assert.True(room.Posted.All(posted => !posted.Says("<at>")));
    }

    [Fact]
    public async Task An_edit_that_is_delivered_again_changes_nothing_more()
    {
        await Begins();
        var message = await Says(Ben, "Research: compare");
        var edit = Ben.Edits(message, "Research: compare\nChoose: be sure");
        await Bot.Does(edit);
        await Bot.Does(edit);
        Assert.Equal(2, await Goals());
    }

    [Fact]
    public async Task Nobody_changes_what_somebody_elses_message_made()
    {
        await Begins();
        var message = await Says(Ben, "Research: compare");
        await Bot.Does(Cleo.Edits(message, "Research: nothing"));
        Assert.Equal("compare", await Text(Channel, 1));
    }

    [Fact]
    public async Task Votes_of_others_stay_when_the_words_change()
    {
        await Begins();
        await Says(Anna, "persona: Maya | nurse");
        var message = await Says(Ben, "Research wants informed 4");
        await Says(Cleo, "Research wants calm 2");
        await Bot.Does(Ben.Edits(message, "Research wants informed 5"));
        var feeling = Assert.Single((await Now()).Map.LiveOn('V'));
        Assert.Equal([2, 5], ((Feeling)feeling.Item).Wanted.All.Select(vote => vote.Mood.Score).Order());
    }

    async Task<string> Text(FakePlace room, int goal) => ((Goal)(await Now(room)).Map.Find(new('G', goal))!.Item).Text ?? "";
}
