using WorkshopBot.Channels;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Slack;

/// <summary>A workspace in which workshops run comes into an organisation (Enterprise Grid): they go on as what they were.</summary>
public sealed class GridJoinTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    SlackHours _hours = null!;
    FakeSlackPerson _ann = null!;
    FakeSlackChannel _channel = null!;
    FakeSlackEnterprise _org = null!;

    FakeSlackMessage Root => _channel.Messages[0];

    public async Task InitializeAsync()
    {
        _hours = await SlackHours.Start(_folder.File(), oauth: true);
        _ann = _hours.Team.Person("Ann");
        _channel = _hours.Team.Channel("journeys", _ann);
        _org = _hours.Slack.Enterprise("Grand");
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann)), StringComparison.Ordinal);
        await _hours.Does(_ann.Writes(_channel, "start Getting a family e-bike"));
        await _hours.True();
    }

    public async Task DisposeAsync()
    {
        var slips = _hours.Slack.Slips;
        await _hours.DisposeAsync();
        Assert.Empty(slips);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task While_it_moves_Slack_is_asked_again_and_again_and_then_everything_goes_on_under_its_old_keys()
    {
        var board = Board();
        await _hours.Does(_org.Fetches(_hours.Team));
        var posted = _channel.Posted.Count;
        await Elsewhere("goto personas");
        await _hours.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(posted, _channel.Posted.Count);
        await _hours.Does(_org.Takes(_hours.Team));
        await _hours.True();

        Assert.True(_channel.Posted.Count > posted);
        KeptBlocks.AreKept(_channel, await Now());
        await Parks(_ann, "a horn");
        await Parks(_hours.Team.Person("Zoe"), "a light");
        Assert.Equal((2, board), ((await Now()).Map.Count('K'), Board()));
        Assert.Equal(($"slack:{_hours.Team.Id}", $"slack:{_hours.Team.Id}:{_channel.Id}"), ((await Now()).Tenancy.Owner, (await Now()).Tenancy.Home!.Key));
        Assert.Equal(["U", "W"], (await Now()).Crew.All.Select(person => person.Key.Split(':')[2][..1]));
        // Whoever led it still does.
        await Does(_ann, "goto stages");
        Assert.Equal("stages", (await Now()).StepId);
        await _hours.True();
        KeptBlocks.AreKept(_channel, await Now());
    }

    [Fact]
    public async Task Installed_for_the_whole_organisation_and_taken_out_of_the_workspace_it_goes_on_there_unasked()
    {
        await Joins();
        var own = _hours.Team.Bot;
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann, forAll: true)), StringComparison.Ordinal);
        await _ann.Uninstalls(own, tells: false);
        // Nobody there says anything, and no event told of it.
        await Elsewhere("park a bell");
        await _hours.True();

        // The organisation's bot is another than the workspace's: what that one wrote nobody can change any more.
        KeptBlocks.AreKept(_channel, await Now(), more: 2);
        Assert.Empty(await _hours.Bot.Bot.Keeper.Unreached("m-1"));
        await Parks(_ann, "a horn");
        Assert.Equal(2, (await Now()).Map.Count('K'));
        Assert.Equal($"slack:{_hours.Team.Id}:{_ann.Id}", Assert.Single((await Now()).Crew.All).Key);
    }

    [Fact]
    public async Task Lost_with_the_install_of_the_workspace_its_rooms_come_back_with_that_of_the_organisation()
    {
        await Joins();
        await _hours.Does(_ann.Uninstalls());
        var posted = _channel.Posted.Count;
        await Elsewhere("goto personas");
        await _hours.Skip(TimeSpan.FromHours(1));
        Assert.Contains(await _hours.Bot.Bot.Keeper.Unreached("m-1"), lost => lost.Reason == LostReason.Uninstalled);

        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann, forAll: true)), StringComparison.Ordinal);
        await _hours.Until(() => _channel.Posted.Count > posted);
        await _hours.True();
        KeptBlocks.AreKept(_channel, await Now(), more: 2, except: ["step:kickoff"]);
        Assert.Empty(await _hours.Bot.Bot.Keeper.Unreached("m-1"));
    }

    [Fact]
    public async Task A_workspace_the_organisation_has_withheld_comes_back_when_it_is_granted()
    {
        await Joins();
        var own = _hours.Team.Bot;
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann, forAll: true)), StringComparison.Ordinal);
        await _ann.Uninstalls(own);
        await _hours.True();
        _org.Withholds(_hours.Team);
        await Elsewhere("goto personas");
        await _hours.Skip(TimeSpan.FromHours(1));
        Assert.Contains(await _hours.Bot.Bot.Keeper.Unreached("m-1"), lost => lost.Reason == LostReason.Uninstalled);

        var posted = _channel.Posted.Count;
        await _hours.Does(_org.Grants(_hours.Team));
        await _hours.Until(() => _channel.Posted.Count > posted);
        await _hours.True();
        Assert.Empty(await _hours.Bot.Bot.Keeper.Unreached("m-1"));
    }

    [Fact]
    public async Task Out_of_the_organisation_its_workspaces_are_silent_but_for_one_with_an_install_of_its_own()
    {
        await Joins();
        var zoe = _org.Team("North").Person("Zoe");
        var there = zoe.Team.Channel("elsewhere", zoe);
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann, forAll: true)), StringComparison.Ordinal);
        await _hours.Does(zoe.Writes(there, "start Teeth"));
        await _hours.True("m-1", "m-2");
        Assert.Equal($"slack:{_org.Id}", (await _hours.Bot.Bot.Loop.Looking.FindMap("m-2"))!.Tenancy.Owner);

        await _hours.Does(_ann.Uninstalls());
        await _hours.Pass(TimeSpan.FromSeconds(2));
        var calls = _hours.Slack.Requests.Count;
        await _hours.Does(_hours.Bot.Bot.Loop.Deliver(new("t-there", new($"slack:{_org.Id}:{zoe.Id}", "Zoe", "UTC", "en"), new($"slack:{_org.Id}:{there.Id}", "#elsewhere"), "park a drill", Private: false, Addressed: true)));
        await _hours.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(calls, _hours.Slack.Requests.Count);

        await Parks(_ann, "a bell");
        Assert.Equal(1, (await Now()).Map.Count('K'));
        KeptBlocks.AreKept(_channel, await Now());
    }

    [Fact]
    public async Task Done_where_Slack_tells_no_workspace_it_is_still_done_by_who_they_were()
    {
        await Joins();
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(_ann, forAll: true)), StringComparison.Ordinal);
        await Does(_ann, "goto personas");
        _hours.Slack.TellsTeam = false;
        await _hours.Does(_ann.OpensHome());
        await _hours.Until(() => _ann.Home is not null);
        Assert.Contains("Getting a family e-bike", _ann.Home!.Says, StringComparison.Ordinal);
        await _hours.Does(_ann.Presses(_ann.Home!, "My items"));
        await _hours.Until(() => _ann.View is not null);
        Assert.Contains("My items", _ann.View!.Says, StringComparison.Ordinal);
        Assert.Equal($"slack:{_hours.Team.Id}:{_ann.Id}", Assert.Single((await Now()).Crew.All).Key);
        Assert.Empty(_ann.Troubles);
    }

    async Task Joins()
    {
        await _hours.Does(_org.Fetches(_hours.Team));
        await _hours.Does(_org.Takes(_hours.Team));
        await _hours.True();
    }

    FakeSlackMessage Board() => _channel.Posted.First(message => message.IsReply);

    async Task<Workshops.Workshop> Now() => (await _hours.Bot.Bot.Loop.Looking.FindMap("m-1"))!;

    async Task Does(FakeSlackPerson who, string line)
    {
        _channel.Add(who);
        await _hours.Does(who.Writes(_channel, line, Root));
        await _hours.True();
    }

    Task Parks(FakeSlackPerson who, string what) => Does(who, $"park {what}");

    Task<Reply> Elsewhere(string text) => _hours.Does(_hours.Bot.Bot.Loop.Deliver(new($"t-{text}", new($"slack:{_hours.Team.Id}:{_ann.Id}", "Ann", "UTC", "en"), new($"slack:{_hours.Team.Id}:{_channel.Id}", "#journeys"), text, Private: false, Addressed: true)));
}
