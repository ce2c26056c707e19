using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Http;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Tests.Teams;

/// <summary>More to choose from than a list holds: it is looked for while somebody types.</summary>
public sealed class ManyChoicesTests : TeamsScene
{
    [Fact]
    public async Task Of_more_goals_than_a_list_holds_the_one_somebody_types_is_found_and_saved()
    {
        var (form, dataset) = await Opens();
        Assert.Empty(await Found(Ben, Channel, dataset, "nobody said this"));
        var (title, value) = Assert.Single(await Found(Ben, Channel, dataset, "number 149"));
        Assert.StartsWith("G149", title, StringComparison.Ordinal);
        Assert.Equal("G149", value);
        await Bot.Sends(Ben, Channel.Board(), form, "Add", ("text", "price page"), ("stage", "S1"), ("serves", value));
        Assert.Equal(["G149"], ((Touchpoint)Assert.Single((await Now()).Map.LiveOn('T')).Item).Serves.Select(name => name.ToString()));
    }

    [Fact]
    public async Task Page_after_page_shows_each_once_and_none_is_too_long()
    {
        var (_, dataset) = await Opens();
        List<string> seen = [];
        for (var skip = 0; skip < 75; skip += 25)
            seen.AddRange((await Found(Ben, Channel, dataset, "offer", skip, 25)).Select(one => one.Value));
        Assert.Equal(75, seen.Distinct().Count());
        Assert.Equal(3, (await Found(Ben, Channel, dataset, "offer", 0, 3)).Length);
        Assert.Equal(25, (await Found(Ben, Channel, dataset, "offer", 0, 5_000)).Length);
        Assert.Empty(await Found(Ben, Channel, dataset, "offer", 5_000, 25));
    }

    [Fact]
    public async Task In_their_own_chat_who_takes_part_finds_the_same()
    {
        var (_, dataset) = await Opens();
        await Says(Ben, "i speak for Support");
        Assert.Equal("G149", Assert.Single(await Found(Ben, Ben.Chat, dataset, "number 149")).Value);
        // Cleo has said nothing yet: no workshop is hers.
        Assert.Empty(await Found(Cleo, Cleo.Chat, dataset, "number 149"));
    }

    [Fact]
    public async Task Nobody_else_finds_anything_wherever_they_ask()
    {
        var (_, dataset) = await Opens();
        var lunch = Bot.Teams.GroupChat("Lunch", Cleo);
        Assert.Empty(await Found(Cleo, lunch, dataset, "number"));
        var eve = Bot.Teams.Person("Eve", tenant: Guid.NewGuid().ToString());
        foreach (var place in new[] { eve.Chat, Bot.Teams.Channel("Hers", Bot.Teams.Team("Other team"), members: [eve]) })
        {
            var search = Search(eve, place, dataset, "number");
            search.Json["conversation"]!["tenantId"] = eve.TenantId;
            search.Json["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = eve.TenantId } };
            Assert.Empty(Results(await Bot.Asks(search)));
        }
    }

    [Fact]
    public async Task Whatever_is_typed_or_asked_is_answered_and_finds_only_what_says_it()
    {
        var (_, dataset) = await Opens();
        foreach (var typed in (string[])["'; drop table rows; --", "<script>alert(1)</script>", "${text}", "<at>Ben</at>", "&of=goal", new string('x', 20_000)])
            Assert.Empty(await Found(Ben, Channel, dataset, typed));
        // What has no word in it is as good as nothing typed.
        foreach (var typed in (string[])["", "%", ".*", "\0", "\ud83d\ude80", "\\", "&="])
            Assert.Equal(await Found(Ben, Channel, dataset, ""), await Found(Ben, Channel, dataset, typed));
        foreach (var asked in (string[])["", "&&&", "w=m-1", dataset.Replace("m-1", "m-2", StringComparison.Ordinal), dataset.Replace("of=touchpoint", "of=nothing", StringComparison.Ordinal), dataset.Replace("f.serves", "f.nothing", StringComparison.Ordinal), dataset.Replace("f.serves", "serves", StringComparison.Ordinal), dataset.Replace("item=", "item=T999", StringComparison.Ordinal), new string('&', 5_000)])
            Assert.Empty(await Found(Ben, Channel, asked, "number 149"));
        foreach (var value in (string[])["{}", "[]", "7", "null", "\"x\"", """{"queryText":7,"dataset":{},"queryOptions":"all"}""", """{"kind":"search"}"""])
        {
            var search = Ben.Invokes(Channel, "application/search", []);
            search.Json["value"] = JsonNode.Parse(value);
            var reply = await Bot.Door.Deliver(search);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Empty(Results(reply.Body!));
        }
    }

    [Fact]
    public async Task While_the_storage_is_away_it_is_said_so_and_found_again_afterwards()
    {
        var (_, dataset) = await Opens();
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (WorkshopBot.Journal.StorageFault.Unreachable, true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Bot.Door.Deliver(Search(Ben, Channel, dataset, "number 149"))).Status);
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (null, false);
        Assert.Single(await Found(Ben, Channel, dataset, "number 149"));
    }

    // The form of a touchpoint where there are 150 goals, and what its list of goals asks for.
    async Task<(JsonNode Form, string Dataset)> Opens()
    {
        await Begins();
        for (var part = 0; part < 3; part++)
            await Says(Anna, string.Join('\n', Enumerable.Range((part * 50) + 1, 50).Select(i => $"Research: compare offer number {i}")));
        Assert.Equal(150, await Goals());
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        var form = (await Bot.Opens(Ben, Channel.Board(), "Add mine")).Card;
        if (form.Inputs().All(input => (string?)input["id"] != "f.serves"))
            form = (await Bot.Sends(Ben, Channel.Board(), form, "More fields")).Card;
        var serves = form.Inputs().Single(input => (string?)input["id"] == "f.serves");
        Assert.Equal(("filtered", "Data.Query"), ((string?)serves["style"], (string?)serves["choices.data"]!["type"]));
        return (form, (string)serves["choices.data"]!["dataset"]!);
    }

    async Task<(string Title, string Value)[]> Found(FakePerson who, FakePlace place, string dataset, string text, int skip = 0, int top = 15) =>
        [.. Results(await Bot.Asks(Search(who, place, dataset, text, skip, top))).Select(one => ((string)one!["title"]!, (string)one["value"]!))];

    static FakeActivity Search(FakePerson who, FakePlace place, string dataset, string text, int skip = 0, int top = 15) =>
        who.Invokes(place, "application/search", new() { ["queryText"] = text, ["queryOptions"] = new JsonObject { ["skip"] = skip, ["top"] = top }, ["dataset"] = dataset });

    static JsonArray Results(JsonNode answer)
    {
        Assert.Equal((200, "application/vnd.microsoft.search.searchResponse"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        return answer["value"]!["results"]!.AsArray();
    }
}
