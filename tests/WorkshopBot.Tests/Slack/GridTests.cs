using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.TwoChats;

namespace WorkshopBot.Tests.Slack;

/// <summary>Organisations of several workspaces (Enterprise Grid): installed once for all, they are one tenant.</summary>
public sealed class GridTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    FakeSlack _slack = null!;
    BothServed _bot = null!;

    public async Task InitializeAsync() => _bot = await BothServed.Start(_folder.File("w.db"), _slack = await FakeSlack.Start(), null);

    public async Task DisposeAsync()
    {
        var slips = _slack.Slips;
        await _bot.DisposeAsync();
        Assert.Empty(slips);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Installed_for_all_its_workspaces_what_is_typed_said_and_pressed_in_each_is_answered()
    {
        var org = _slack.Enterprise("Grand");
        var (north, south) = (org.Team("North"), org.Team("South"));
        var (anna, zoe) = (north.Person("Anna"), south.Person("Zoe"));
        await _bot.Browser.Installs(anna, forAll: true);
        var (here, there) = (north.Channel("journeys", anna), south.Channel("other", zoe));
        await Starts(anna, here);
        await Starts(zoe, there);

        foreach (var (who, where) in ((FakeSlackPerson, FakeSlackChannel)[])[(anna, here), (zoe, there)])
        {
            await who.Types(where, "/journey", "Research: compare the true cost");
            var step = where.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal"));
            await who.Presses(step, "Add goal");
            await Until.True(() => who.View is { Submit.Length: > 0 });
            await who.Fills(who.View!, "Goal", "see it on the road");
            await who.Chooses(who.View!, "Stage", "S1 Research");
            await who.Submits();
            await _bot.Told();
            await who.Writes(who.Dm, "mine");
            await who.OpensHome();
            await Until.True(() => who.Home is not null);
        }
        await _bot.Rests("m-1", "m-2");

        foreach (var (id, who, where) in ((string, FakeSlackPerson, FakeSlackChannel)[])[("m-1", anna, here), ("m-2", zoe, there)])
        {
            var map = (await _bot.Bot.Loop.Looking.FindMap(id))!;
            Assert.Equal(2, map.Map.Count('G'));
            Assert.Equal(BothServed.Key(where), map.Tenancy.Home!.Key);
            Assert.Equal(BothServed.Key(who), Assert.Single(map.Crew.All).Key);
            Assert.Contains("compare the true cost", who.Reads(who.Dm), StringComparison.Ordinal);
            Assert.Empty(who.Troubles);
        }
        // One tenant.
        Assert.Equal($"slack:{org.Id}", (await _bot.Bot.Loop.Looking.FindMap("m-2"))!.Tenancy.Owner);
    }

    [Fact]
    public async Task Somebody_of_one_workspace_in_a_channel_of_another_of_the_same_organisation_is_no_guest()
    {
        var org = _slack.Enterprise("Grand");
        var (north, south) = (org.Team("North"), org.Team("South"));
        var (anna, zoe) = (north.Person("Anna"), south.Person("Zoe"));
        await _bot.Browser.Installs(anna, forAll: true);
        var here = north.Channel("journeys", anna, zoe);
        await Starts(anna, here);
        await zoe.Types(here, "/journey", "Research: compare the true cost");
        await zoe.Types(here, "/journey", "export json");
        await _bot.Rests();

        Assert.Equal(1, (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Map.Count('G'));
        Assert.Single(_slack.Files);
        Assert.Contains((await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Crew.All, person => person.Key == $"slack:{org.Id}:{zoe.Id}");
    }

    [Fact]
    public async Task Installed_in_one_workspace_of_an_organisation_it_works_there_and_is_keyed_by_the_organisation()
    {
        var org = _slack.Enterprise("Grand");
        var anna = org.Team("North").Person("Anna");
        await _bot.Browser.Installs(anna);
        var here = anna.Team.Channel("journeys", anna);
        await Starts(anna, here);
        await anna.Types(here, "/journey", "Research: compare the true cost");
        await _bot.Rests();

        Assert.Equal($"slack:{org.Id}", (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Tenancy.Owner);
        Assert.Equal(1, (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Map.Count('G'));
    }

    async Task Starts(FakeSlackPerson who, FakeSlackChannel where)
    {
        foreach (var line in (string[])["start Bikes", "goto stages", "Research, Choose", "goto goals"])
        {
            await who.Types(where, "/journey", line);
            await _bot.Told();
            if (who.View is not null)
                await who.Closes(all: true);
        }
        await Until.True(() => where.Posted.Any(message => message.Buttons.Any(button => button.Title == "Add goal")), 60);
    }
}
