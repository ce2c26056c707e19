using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Tests.Teams;

/// <summary>Whom a message mentions, from Teams' own ids to the owner of an item.</summary>
public sealed class MentionTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;
    FakePerson _anna = null!, _ben = null!, _other = null!;
    FakePlace _channel = null!;

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        (_anna, _ben, _other) = (_teams.Teams.Person("Anna"), _teams.Teams.Person("Service, Ben"), _teams.Teams.Person("Service,  Ben"));
        _channel = _teams.Teams.Channel("Journeys", members: [_anna, _ben, _other]);
        await Says("start Getting a family e-bike");
        await Says("next anyway\nMaya | nurse, two children | goal: calm mornings | challenge: no time | fear: being stranded\nnext anyway\nDiscover, Purchase\nnext anyway\nnext anyway\nPurchase: Hand-over\nPurchase: Contract");
        Assert.Equal("touchpoints", (await _teams.Workshop(_channel))!.StepId);
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    Task<FakeMessage?> Says(string text, params FakePerson[] mentioned) => _teams.Does(Mentioning(_anna.Writes(_channel, text), mentioned));

    // What people call both of them.
    const string Name = "Service, Ben";

    static FakeActivity Mentioning(FakeActivity activity, FakePerson[] people)
    {
        foreach (var (index, person) in people.Index())
        {
            var said = $"<at id=\"{index + 1}\">{Name}</at>";
            activity.Json["text"] = activity.Json["text"]!.GetValue<string>().Replace($"{{{index}}}", said, StringComparison.Ordinal);
            activity.Json["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = said, ["mentioned"] = new JsonObject { ["id"] = person.Id, ["name"] = Name } });
        }
        return activity;
    }

    async Task<PersonRef?> Owner(int touchpoint) => ((Touchpoint)(await _teams.Workshop(_channel))!.Map.Find(new Ref('T', touchpoint))!.Item).Owner;

    string Key(FakePerson person) => $"teams:{_teams.Teams.TenantId}:{person.AadObjectId}";

    async Task Joins(FakePerson person)
    {
        var activity = person.Writes(_channel, "Discover: Test ride of " + person.Id[^6..]);
        activity.Json["from"]!["name"] = Name;
        await _teams.Does(activity);
    }

    [Fact]
    public async Task Of_two_people_of_one_name_the_mention_says_which()
    {
        await Joins(_ben);
        await Joins(_other);
        await Says("T1 | owner {0}", _other);
        await Says("T2 | owner {0}", _ben);
        Assert.Equal((Key(_other), Key(_ben)), ((await Owner(1))?.Key, (await Owner(2))?.Key));
    }

    [Fact]
    public async Task Typed_without_a_mention_two_people_of_one_name_are_told_apart_by_asking()
    {
        await Joins(_ben);
        await Joins(_other);
        await Says($"T1 | owner @\"{Name}\"");
        await _teams.Rests();
        Assert.Null(await Owner(1));
        Assert.Contains(_channel.Posted, message => message.Card?.ToJsonString().Contains(Key(_other), StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Two_mentions_of_one_message_are_two_people_also_where_neither_takes_part()
    {
        // Heard of before, so that it is known who they are; they have said nothing for the map.
        await _teams.Does(_ben.Writes(_channel, "help"));
        await _teams.Does(_anna.Writes(_channel, "help"));
        var activity = Mentioning(_anna.Writes(_channel, "T1 | owner {0}\nT2 | owner {1}"), [_ben, _anna]);
        activity.Json["entities"]!.AsArray()[^1]!["mentioned"]!["name"] = "Anna";
        await _teams.Does(activity);
        Assert.Equal((new PersonRef(Key(_ben), Name), new PersonRef(Key(_anna), "Anna")), (await Owner(1), await Owner(2)));
        Assert.Null((await _teams.Workshop(_channel))!.Crew[Key(_ben)]);
    }

    [Fact]
    public async Task Somebody_the_bot_has_never_heard_of_is_not_taken_for_anybody()
    {
        await Says("T1 | owner {0}", _ben);
        Assert.Null(await Owner(1));
    }
}
