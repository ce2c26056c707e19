using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Teams.Inbound;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

/// <summary>What Teams asks for while somebody types into a list that has more than it shows (application/search).</summary>
public sealed class ChoiceSearchTests
{
    readonly AskedDesk _desk = new();

    [Fact]
    public async Task What_is_typed_goes_to_the_bot_with_what_the_card_asks_and_comes_back_as_titles_and_values()
    {
        var answer = await Search("""{"queryText":"ride","queryOptions":{"skip":0,"top":2},"dataset":"w=m-1&of=touchpoint&item=T4&field=f.serves"}""");
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"G1 \"ride\" <b>1</b>","value":"G1"},{"title":"G2 \"ride\" <b>2</b>","value":"G2"}]}}""", Plain(answer));
        var (asked, text, _) = Assert.Single(_desk.Asked);
        Assert.Equal(("ride", "field=f.serves item=T4 of=touchpoint w=m-1"), (text, string.Join(' ', asked.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("""{"skip":0,"top":3}""", 1, 3)]
    [InlineData("""{"skip":20,"top":10}""", 21, 10)]
    [InlineData("""{"skip":55,"top":10}""", 56, 5)]
    [InlineData("""{"skip":60,"top":10}""", 0, 0)]
    [InlineData("""{"skip":2000000000,"top":2000000000}""", 0, 0)]
    [InlineData("""{"skip":0,"top":1000}""", 1, 25)]
    [InlineData("""{"skip":0,"top":0}""", 0, 0)]
    [InlineData("""{"skip":-5,"top":-5}""", 1, 15)]
    [InlineData("""{"skip":"20","top":"10"}""", 1, 15)]
    [InlineData("""{"skip":1.5,"top":null}""", 1, 15)]
    [InlineData("{}", 1, 15)]
    [InlineData("[]", 1, 15)]
    [InlineData("null", 1, 15)]
    public async Task A_page_is_as_long_as_asked_and_begins_where_asked_within_bounds(string options, int first, int count)
    {
        var results = Results(await Search($$"""{"queryText":"","queryOptions":{{options}},"dataset":"w=m-1&of=x&field=f.y"}"""));
        Assert.Equal(Enumerable.Range(first, count).Select(i => $"G{i}"), results.Select(result => (string?)result!["value"]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"w=m-1\"")]
    [InlineData("""{"queryText":7,"dataset":7}""")]
    [InlineData("""{"queryText":{"a":1},"dataset":["w=m-1"]}""")]
    [InlineData("""{"queryText":"x","dataset":""}""")]
    [InlineData("""{"queryText":"x","dataset":"&&&==&=1&w"}""")]
    public async Task What_asks_for_nothing_is_asked_as_nothing_and_answered(string value)
    {
        Assert.Equal(200, (int)(await Search(value))["statusCode"]!);
        Assert.Empty(Assert.Single(_desk.Asked).Asked);
    }

    [Fact]
    public async Task What_is_typed_is_cut_between_whole_characters()
    {
        await Search(new JsonObject { ["queryText"] = new string('x', 199) + "\ud83d\ude80\ud83d\ude80", ["dataset"] = "w=m-1" }.ToJsonString());
        Assert.Equal(new string('x', 199), Assert.Single(_desk.Asked).Text);
    }

    [Fact]
    public void Whatever_a_card_asks_is_read_within_bounds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Elements("&", "=", "w", "of", "m-1", "field=f.a", "&item=", "\0", "%26", "\ud83d\ude80", new string('n', 90)).ArrayOf().Select(string.Concat).ToArbitrary(), line =>
        {
            var read = ActionData.Line(line);
            Assert.InRange(read.Count, 0, 10);
            Assert.All(read, pair => Assert.True(pair.Key.Length is > 0 and <= 80 && !pair.Key.Contains('=') && !pair.Key.Contains('&') && line.Contains($"{pair.Key}={pair.Value}", StringComparison.Ordinal)));
        }));

    [Fact]
    public void Whatever_can_be_chosen_comes_out_as_it_is() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Elements("\"", "\\", "\n", "\u2028", "\0", "</script>", "<at>Ben</at>", "\ud83d\ude80", "${x}", "é", ",").ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var result = Assert.Single(Results(JsonNode.Parse(InvokeBody.Choices([new(text, text)]).Span)!));
            Assert.Equal((text, text), ((string?)result!["title"], (string?)result["value"]));
        }));

    async Task<JsonNode> Search(string value)
    {
        var json = Said.Json("");
        (json["type"], json["name"], json["value"]) = ("invoke", "application/search", JsonNode.Parse(value));
        var activity = Said.Read(json)!;
        var place = TeamsPlace.Of(activity)!;
        // Nobody is written to, and no card is made.
        var invokes = new TeamsInvokes(_desk, null!, (_, _, _) => throw new NotSupportedException(), "WorkshopBot");
        var answer = await invokes.Serve(place, activity, Said.Turns(activity), new(place.PersonKey, "Anna", "UTC", ""), new(place.RoomKey, "Journeys"), CancellationToken.None);
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.Body!.Value.Span)!;
    }

    static JsonArray Results(JsonNode answer) => answer["value"]!["results"]!.AsArray();

    static string Plain(JsonNode answer) => answer.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
