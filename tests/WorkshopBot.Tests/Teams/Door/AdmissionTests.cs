using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Fakes.Connector;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>
/// Anybody, anywhere, with the name of any workshop: something is changed or seen only where they are admitted, in the workshop's own room, or when their own chat
/// knows the workshop; and always in its own tenant.
/// </summary>
public sealed class AdmissionTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    const int Sequences = 60, Acts = 12;

    static readonly string[] Ways = ["types", "types", "shows", "switches", "copies", "presses", "presses", "sends", "refreshes", "searches", "opens", "puts"];

    readonly TempFolder _folder = new();
    readonly HashSet<(string Person, int Workshop)> _known = [];
    TeamsServed _teams = null!;
    FakePerson[] _people = [];
    FakePlace[] _rooms = [];
    string[] _tenants = [];
    int _count;

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        var fake = _teams.Teams;
        _tenants = [fake.TenantId, Guid.NewGuid().ToString()];
        _people = [fake.Person("Anna"), fake.Person("Ben"), fake.Person("Cleo"), fake.Person("Eve", tenant: _tenants[1]), fake.Person("Fay", tenant: _tenants[1])];
        // Two of one tenant, one chat of it, and two of the other: each with a workshop of its own.
        _rooms = [fake.Channel("One"), fake.Channel("Two", fake.Team("Second")), fake.GroupChat("Three"), fake.Channel("Four", fake.Team("Theirs")), fake.GroupChat("Five")];
        foreach (var (room, i) in _rooms.Select((room, i) => (room, i)))
        {
            var opener = _people[i < 3 ? 0 : 3];
            await Does(opener, room, Home(i), opener.Writes(room, $"start {Secret(i)} journey\npark {Secret(i)} bell"));
            _known.Add((Key(Home(i), opener), i));
        }
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nobody_changes_or_sees_what_they_are_not_admitted_to()
    {
        var act = from person in Gen.Choose(0, 4)
                  from room in Gen.Choose(0, 9)
                  from workshop in Gen.Choose(0, 4)
                  from way in Gen.Elements(Ways)
                  from home in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
                  select (Person: person, Room: room, Workshop: workshop, Way: way, Home: home);
        var seed = (ulong)System.Random.Shared.NextInt64();
        output.WriteLine($"seed {seed}");
        var (changed, seen, refused) = (0, 0, 0);
        foreach (var sequence in act.ArrayOf(Acts).Sample(50, new Rnd(seed), Sequences))
            foreach (var one in sequence)
            {
                // The last five are people's own chats.
                var (person, isPersonal) = (_people[one.Person], one.Room >= 5);
                var room = isPersonal ? person.Chat : _rooms[one.Room];
                var tenant = one.Home || isPersonal ? person.TenantId : Home(one.Room);
                var before = await Versions();
                var said = await Does(person, room, tenant, Made(one.Way, person, room, one.Workshop));
                var after = await Versions();
                for (var i = 0; i < 5; i++)
                {
                    var knows = tenant == Home(i) && _known.Contains((Key(tenant, person), i));
                    // Where a room has no workshop of its own, what somebody presses for themselves is for one of theirs.
                    var admitted = knows || (!isPersonal && tenant == Home(i) && room == _rooms[i]);
                    var (did, saw) = (before[i] != after[i], said.Contains(Secret(i), StringComparison.Ordinal));
                    Assert.True(admitted || !(did || saw), $"seed {seed}: {one} of {i}: {(did ? "changed" : "seen")}\n{said}");
                    (changed, seen, refused) = (changed + (did ? 1 : 0), seen + (saw ? 1 : 0), refused + (admitted ? 0 : 1));
                    if (!isPersonal && tenant == Home(i) && room == _rooms[i])
                        _known.Add((Key(tenant, person), i));
                }
            }
        // It is no use when nobody was ever admitted.
        Assert.True(changed > 20 && seen > 20 && refused > 100, $"{changed} {seen} {refused}");
        await Until.True(() => _teams.Chat.Pending == 0, 120);
        foreach (var request in _teams.Teams.Requests.Where(request => request.Call is FakeCall.Send or FakeCall.Reply or FakeCall.Edit or FakeCall.Create))
            for (var i = 0; i < 5; i++)
                if (request.Body.Contains(Secret(i), StringComparison.Ordinal))
                    Assert.True(May(request, i), $"seed {seed}: {request.Conversation} was told of {i}: {request.Body}");
    }

    bool May(FakeRequest request, int workshop)
    {
        var conversation = request.Conversation.Split(';')[0];
        return conversation.Length == 0 || conversation == _rooms[workshop].Id
            || _people.Any(person => person.Chat.Id == conversation && _known.Contains((Key(Home(workshop), person), workshop)));
    }

    FakeActivity Made(string way, FakePerson person, FakePlace room, int workshop)
    {
        var (id, n) = ($"m-{workshop + 1}", ++_count);
        var board = _rooms[workshop].Messages[0];
        var data = new JsonObject { ["verb"] = "say", ["line"] = $"park thing {n}", ["w"] = id, ["kept"] = "board" };
        return way switch
        {
            "types" => person.Writes(room, $"park thing {n}"),
            "shows" => person.Writes(room, "show map"),
            "switches" => person.Writes(room, $"switch {id}"),
            "copies" => person.Writes(room, $"start to-be Copy from {id}"),
            "presses" => person.Executes(board, "say", data),
            "sends" => person.SendsDialog(board, data),
            "refreshes" => person.Executes(board, "refresh", new() { ["verb"] = "refresh", ["w"] = id, ["kept"] = "board" }, "automatic"),
            "searches" => person.Searches(room, "find", "bell"),
            "opens" => person.OpensDialog(board, new() { ["verb"] = "form", ["of"] = "parked", ["item"] = "K1", ["w"] = id }),
            _ => person.Invokes(room, "composeExtension/fetchTask", new() { ["commandId"] = "put", ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = $"thing {n}" } } }),
        };
    }

    // Where it is done is said by the activity alone, whatever it is done on.
    async Task<string> Does(FakePerson person, FakePlace room, string tenant, FakeActivity activity)
    {
        activity.Json["conversation"] = new JsonObject
        {
            ["conversationType"] = room.Kind switch { FakePlaceKind.Personal => "personal", FakePlaceKind.GroupChat => "groupChat", _ => "channel" }, ["tenantId"] = tenant,
            ["id"] = room.Kind == FakePlaceKind.Channel ? $"{room.Id};messageid={(room.Messages is [var first, ..] ? first.Id : "1")}" : room.Id,
        };
        activity.Json["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.TenantId } };
        return (await _teams.Door.Deliver(activity)).Text;
    }

    async Task<long[]> Versions()
    {
        var versions = new long[5];
        for (var i = 0; i < 5; i++)
            versions[i] = (await _teams.Bot.Loop.Looking.Read($"m-{i + 1}")).Version;
        return versions;
    }

    string Home(int room) => _tenants[room < 3 ? 0 : 1];

    static string Key(string tenant, FakePerson person) => $"{tenant}:{person.AadObjectId}";

    static string Secret(int workshop) => $"Qix{workshop + 1}";
}
