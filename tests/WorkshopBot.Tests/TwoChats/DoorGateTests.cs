using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Slack;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>
/// Whoever does whatever through the doors of both chats, with whatever workshop named in it: only who is admitted changes or sees anything. Two workspaces of Slack and a tenant of
/// Teams; bikes are of Acme, and Care of Teams is admitted to them; teeth are of Bolt; cakes are of another channel of Teams.
/// </summary>
public sealed class DoorGateTests : IAsyncLifetime, IDisposable
{
    static readonly string[] Ids = ["m-1", "m-2", "m-3"], Secrets = ["Secretbikes", "Secretteeth", "Secretcakes"];

    readonly TempFolder _folder = new();
    BothServed _bot = null!;
    FakeSlack _slack = null!;
    FakeSlackPerson _anna = null!, _ben = null!, _zoe = null!;
    FakeSlackChannel _journeys = null!, _else = null!, _bolt = null!;
    FakePerson _dora = null!, _emil = null!, _fritz = null!;
    FakePlace _care = null!, _other = null!, _none = null!;

    // Who of Teams knows which workshop of their own tenant, from having been in its room.
    readonly HashSet<(FakePerson, int)> _known = [];

    public async Task InitializeAsync()
    {
        _bot = await BothServed.Start(_folder.File("w.db"), _slack = await FakeSlack.Start(), null);
        (_anna, _ben, _zoe) = (_slack.Team("Acme").Person("Anna"), _slack.Team("Acme").Person("Ben"), _slack.Team("Bolt").Person("Zoe"));
        await _bot.Browser.Installs(_anna);
        await _bot.Browser.Installs(_zoe);
        (_journeys, _else, _bolt) = (_anna.Team.Channel("journeys", _anna), _anna.Team.Channel("else", _anna, _ben), _zoe.Team.Channel("bolt", _zoe));
        (_dora, _emil, _fritz) = (_bot.Teams.Person("Dora"), _bot.Teams.Person("Emil"), _bot.Teams.Person("Fritz"));
        (_care, _other, _none) = (_bot.Teams.Channel("Care", members: [_dora, _emil]), _bot.Teams.Channel("Other", members: [_dora, _emil]), _bot.Teams.Channel("None", members: [_dora, _fritz]));
        foreach (var (who, where, secret) in ((FakeSlackPerson, FakeSlackChannel, string)[])[(_anna, _journeys, Secrets[0]), (_zoe, _bolt, Secrets[1])])
            foreach (var line in (string[])[$"start {secret}", "goto stages", "Research, Choose", "goto goals", $"Research: {secret} are fast"])
            {
                await who.Writes(where, line);
                await _bot.Told();
            }
        foreach (var line in (string[])[$"start {Secrets[2]}", "goto stages", "Research, Choose", "goto goals", $"Research: {Secrets[2]} are sweet"])
        {
            await _bot.Does(_emil.Writes(_other, line));
            await _bot.Told();
        }
        await _anna.Types(_journeys, "/journey", "code");
        await _bot.Told();
        await _bot.Does(_dora.Writes(_care, "join " + BothScene.CodeIn(_anna.Whispers(_journeys)[^1].Says)));
        await _bot.Told();
        await _anna.Types(_journeys, "/journey", "admit");
        await Until.True(async () => await _bot.Bot.Loop.Looking.WorkshopOf(_bot.Key(_care)) == "m-1");
        await _bot.Does(_dora.Writes(_care, "park a bell"));
        _known.UnionWith([(_dora, 0), (_emil, 2)]);
        await _bot.Rests(Ids);
    }

    public async Task DisposeAsync()
    {
        var (slips, live) = (_slack.Slips, _slack.Live);
        await _bot.DisposeAsync();
        Assert.Empty(slips);
        Assert.Empty(live);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_who_is_admitted_changes_or_sees_anything_whatever_they_send_through_either_door()
    {
        var random = new Random(20260504);
        var (changed, seen, refused) = (new int[3], new int[3], 0);
        for (var i = 0; i < 90; i++)
        {
            var named = random.Next(3);
            var before = await All();
            var (who, may, said) = random.Next(2) == 0 ? await InSlack(random, named) : await InTeams(random, named);
            var after = await All();
            for (var of = 0; of < 3; of++)
            {
                var (did, saw) = (!ReferenceEquals(before[of], after[of]) && before[of].At != after[of].At, said.Contains(Secrets[of], StringComparison.Ordinal));
                Assert.True(may[of] || !did, $"{i}: {who} changes {Ids[of]}");
                Assert.True(may[of] || !saw, $"{i}: {who} sees {Secrets[of]}: {said}");
                (changed[of], seen[of], refused) = (changed[of] + (did ? 1 : 0), seen[of] + (saw ? 1 : 0), refused + (may[of] ? 0 : 1));
            }
        }
        // It is no use when nobody was ever admitted.
        Assert.True(changed.All(count => count > 0) && seen.All(count => count > 2) && refused > 100, $"{string.Join(' ', changed)}, {string.Join(' ', seen)}, {refused}");
        await _bot.Rests(Ids);
        // In no room there is ever anything of another's.
        foreach (var (told, own) in ((string, int)[])[(Ever(_journeys), 0), (Ever(_bolt), 1), (Ever(_care), 0), (Ever(_other), 2), (Ever(_else), -1)])
            for (var of = 0; of < 3; of++)
                Assert.True(of == own || !told.Contains(Secrets[of], StringComparison.Ordinal), $"{Secrets[of]} is in the room of {own}");
    }

    async Task<(string, bool[], string)> InSlack(Random random, int named)
    {
        var (who, rooms) = random.Next(3) switch { 0 => (_anna, (FakeSlackChannel[])[_journeys, _else, _anna.Dm]), 1 => (_ben, [_else, _ben.Dm]), _ => (_zoe, [_bolt, _zoe.Dm]) };
        var where = rooms[random.Next(rooms.Length)];
        var seen = rooms.Select(room => who.Sees(room).Count).ToArray();
        var way = (string[])["line", "command", "button", "map", "form", "modal", "shortcut", "options", "home", "switch", "from", "join"] is var ways ? ways[random.Next(ways.Length)] : "";
        var said = "";
        switch (way)
        {
            case "line":
                await who.Writes(where, "Research: one more");
                break;
            case "button" or "map" or "form" when where != who.Dm && where.Posted.FirstOrDefault(message => message.Buttons.Count > 0) is { } on:
                await who.Presses(on, Forged(on, way, Ids[named]));
                break;
            case "modal" when where == _journeys || where == _bolt:
                var step = where.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal"));
                await who.Presses(step, "Add goal");
                await Until.True(() => who.View is { Submit.Length: > 0 });
                var context = JsonNode.Parse(who.View!.Metadata)!;
                foreach (var home in Enumerable.Range(0, 3))
                    if (context.ToJsonString().Contains($"\"{Ids[home]}\"", StringComparison.Ordinal))
                        context = JsonNode.Parse(context.ToJsonString().Replace($"\"{Ids[home]}\"", $"\"{Ids[named]}\"", StringComparison.Ordinal))!;
                context["channel"] = new[] { _journeys, _bolt, _else }[random.Next(3)].Id;
                who.View.Shown["private_metadata"] = context.ToJsonString();
                await who.Fills(who.View, "Goal", "forged");
                await who.Chooses(who.View, "Stage", "S1 Research");
                said = (await who.Submits()).Text;
                break;
            case "shortcut" when where != who.Dm:
                await who.Uses("put_on_map", who.Wrote(where, "it squeaks"));
                break;
            case "options":
                said = (await _slack.Delivers(FakeSlackKind.Options, Suggestion(who, Ids[named]))).Text;
                break;
            case "home":
                await who.OpensHome();
                break;
            case "switch":
                await who.Writes(who.Dm, $"switch {Ids[named]}");
                break;
            case "from":
                await who.Writes(who.Dm, $"start to-be Copied from {Ids[named]}");
                break;
            default:
                await who.Types(where, "/journey", way == "join" ? "join AAAA-AAAA" : "show map");
                break;
        }
        await _bot.Told();
        said += string.Join('\n', rooms.SelectMany((room, at) => who.Sees(room).Skip(seen[at]).Where(message => message.By is null && (room == who.Dm || message.Only == who)).Select(message => message.Says))) + who.View?.Says + who.Home?.Says;
        if (who.View is not null)
            await who.Closes(all: true);
        // Ben is of the tenant, and was never in the room.
        return ($"{who.Name} {where.Name} {way} {Ids[named]}", [who == _anna, who == _zoe, false], said);
    }

    async Task<(string, bool[], string)> InTeams(Random random, int named)
    {
        // Fritz is of the tenant as well, and never where a workshop is.
        var who = new[] { _dora, _emil, _fritz }[random.Next(3)];
        var rooms = who == _fritz ? (FakePlace[])[_none, who.Chat] : [_care, _other, who.Chat];
        var (where, before, asked) = (rooms[random.Next(rooms.Length)], Alone(who).Count, "");
        var way = ((string[])["line", "button", "map", "form", "search", "switch", "from", "put"])[random.Next(8)];
        // What is pressed is pressed where its message is.
        if (way is "button" or "map" or "form" or "put" && where.Posted.All(message => message.Actions.Count == 0))
            (where, way) = who == _fritz ? (where, "search") : (_care, way);
        var on = where.Posted.FirstOrDefault(message => message.Actions.Count > 0)!;
        switch (way)
        {
            case "line":
                await _bot.Does(who.Writes(where, "Research: one more"));
                break;
            case "search":
                asked = (await _bot.Does(who.Searches(where, "find", "Secret"))).Text;
                break;
            case "switch" or "from":
                await _bot.Does(who.Writes(who.Chat, way == "switch" ? $"switch {Ids[named]}" : $"start to-be Copied from {Ids[named]}"));
                break;
            case "put":
                asked = (await _bot.Does(who.OpensAction(on, "put"))).Text;
                break;
            case "button":
                asked = (await _bot.Does(who.Executes(on, "say", new() { ["verb"] = "say", ["line"] = "park a horn", ["w"] = Ids[named], ["kept"] = "board" }))).Text;
                break;
            default:
                asked = (await _bot.Does(who.OpensDialog(on, way == "map" ? new() { ["verb"] = "say", ["line"] = "show map", ["opens"] = "true", ["w"] = Ids[named] } : new() { ["verb"] = "form", ["of"] = "goal", ["opens"] = "true", ["w"] = Ids[named] }))).Text;
                break;
        }
        await _bot.Told();
        if (way is not ("switch" or "from") && (where == _care || where == _other))
            _known.Add((who, where == _care ? 0 : 2));
        return ($"{who.Name} {where.Name} {way} {Ids[named]}", [_known.Contains((who, 0)), false, _known.Contains((who, 2))], asked + string.Join('\n', Alone(who).Skip(before)));
    }

    static List<string> Alone(FakePerson who) => [.. who.Chat.Messages.Where(message => message.By is null).SelectMany(message => message.Versions.Select(version => version.ToJsonString()))];

    static FakeSlackButton Forged(FakeSlackMessage on, string way, string workshop)
    {
        var real = on.Buttons[0];
        var (element, verb) = (real.Element.DeepClone().AsObject(), way == "form" ? "form" : "say");
        element["action_id"] = BlockAction.Name(verb, 0);
        element["value"] = way switch
        {
            "button" => new JsonObject { ["line"] = "park a horn", ["w"] = workshop },
            "map" => new JsonObject { ["line"] = "show map", ["opens"] = "true", ["w"] = workshop },
            _ => new JsonObject { ["of"] = "goal", ["opens"] = "true", ["w"] = workshop },
        } is var data ? data.ToJsonString() : "";
        return new("forged", real.Block, element);
    }

    JsonObject Suggestion(FakeSlackPerson who, string workshop) => new()
    {
        ["type"] = "block_suggestion", ["team"] = new JsonObject { ["id"] = who.Team.Id, ["domain"] = who.Team.Domain }, ["user"] = new JsonObject { ["id"] = who.Id, ["name"] = who.UserName, ["team_id"] = who.Team.Id },
        ["api_app_id"] = _slack.AppId, ["is_enterprise_install"] = false, ["enterprise"] = null, ["action_id"] = "f.stage", ["block_id"] = "f.stage", ["value"] = "",
        ["view"] = new JsonObject { ["id"] = "V0FORGED", ["type"] = "modal", ["hash"] = "1.a", ["callback_id"] = "modal", ["private_metadata"] = new JsonObject { ["verb"] = "submit", ["data"] = new JsonObject { ["w"] = workshop, ["of"] = "goal", ["form"] = "x" }, ["channel"] = _journeys.Id }.ToJsonString() },
    };

    async Task<Workshop[]> All() => [(await _bot.Bot.Loop.Looking.FindMap("m-1"))!, (await _bot.Bot.Loop.Looking.FindMap("m-2"))!, (await _bot.Bot.Loop.Looking.FindMap("m-3"))!];

    static string Ever(FakeSlackChannel room) => string.Join('\n', room.All.Where(message => message.By is null).SelectMany(message => message.Versions.Select(version => version.ToJsonString())));

    static string Ever(FakePlace room) => string.Join('\n', room.Messages.Where(message => message.By is null).SelectMany(message => message.Versions.Select(version => version.ToJsonString())));
}
