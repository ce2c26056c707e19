using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Web;

namespace WorkshopBot.Channels.Tests.Web;

public sealed class TryActionTests
{
    [Fact]
    public async Task What_was_pressed_becomes_a_turn_without_text_and_every_value_is_text()
    {
        var turn = await Turn("""{"verb":"submit","data":{"form":"f-1","count":2.50,"big":1e3,"yes":true,"no":false,"f.text":"<b>ü</b>"}}""");
        Assert.Equal(("", "submit"), (turn.Text, turn.Action!.Verb));
        Assert.Equal(["big=1e3", "count=2.50", "f.text=<b>ü</b>", "form=f-1", "no=false", "yes=true"], turn.Action.Data.Select(entry => $"{entry.Key}={entry.Value}"));
        Assert.False(turn.Addressed);
    }

    [Fact]
    public async Task Without_data_there_are_none() => Assert.Empty((await Turn("""{"verb":"facilitate"}""")).Action!.Data);

    [Theory]
    [InlineData("""7""", "\"action\" must be an object")]
    [InlineData("""{}""", "\"verb\" is missing")]
    [InlineData("""{"verb":7}""", "\"verb\" must be a string")]
    [InlineData("""{"verb":""}""", "\"verb\" is 1 to 40")]
    [InlineData("""{"verb":"Say"}""", "\"verb\" is 1 to 40")]
    [InlineData("""{"verb":"say it"}""", "\"verb\" is 1 to 40")]
    [InlineData("""{"verb":"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx"}""", "\"verb\" is 1 to 40")]
    [InlineData("""{"verb":"say","data":[]}""", "\"data\" must be an object")]
    [InlineData("""{"verb":"say","data":null}""", "\"data\" must be an object")]
    [InlineData("""{"verb":"say","data":{"a":null}}""", "The values in \"data\"")]
    [InlineData("""{"verb":"say","data":{"a":[1]}}""", "The values in \"data\"")]
    [InlineData("""{"verb":"say","data":{"a":{"b":{}}}}""", "The values in \"data\"")]
    [InlineData("""{"verb":"say","data":{"a":"\ud83d"}}""", "The values in \"data\"")]
    [InlineData("""{"verb":"say","data":{"\ud83d":"a"}}""", "not valid JSON")]
    [InlineData("""{"verb":"say","data":{"":"a"}}""", "A name in \"data\"")]
    [InlineData("""{"verb":"say","data":{"a":"1","a":"2"}}""", "not valid JSON")]
    [InlineData("""{"verb":"say","data":{"a":[[[[[[[[1]]]]]]]]}}""", "not valid JSON")]
    public async Task What_is_wrong_is_said(string action, string words)
    {
        var (turn, refusal) = await Read($$"""{"id":"1","person":"ann","action":{{action}}}""");
        Assert.Null(turn);
        Assert.Equal(400, refusal!.Status);
        Assert.Contains(words, refusal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 80, true)]
    [InlineData(101, 80, false)]
    [InlineData(100, 81, false)]
    public async Task Data_are_taken_to_their_limits_and_no_further(int entries, int name, bool taken)
    {
        var data = Enumerable.Range(0, entries).ToDictionary(i => i.ToString(CultureInfo.InvariantCulture).PadLeft(name, 'x'), _ => "1");
        var (turn, _) = await Read(JsonSerializer.Serialize(new { id = "1", person = "ann", action = new { verb = "say", data } }));
        Assert.Equal(taken ? entries : null, turn?.Action!.Data.Count);
    }

    [Fact]
    public async Task A_turn_is_typed_or_pressed_not_both_and_not_neither()
    {
        Assert.Contains("not both", (await Read("""{"id":"1","person":"ann","text":"x","action":{"verb":"say"}}""")).Refusal!.Error, StringComparison.Ordinal);
        Assert.Contains("\"text\" is missing", (await Read("""{"id":"1","person":"ann"}""")).Refusal!.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/journey show map", "show map")]
    [InlineData("/JOURNEY  show map", "show map")]
    [InlineData("  /journey\tshow map", "show map")]
    [InlineData("@WorkshopBot show map", "show map")]
    [InlineData("@workshopbot: show map", "show map")]
    [InlineData("@WorkshopBot, show map", "show map")]
    [InlineData("@workshopbot\nResearch: x\nResearch: y", "Research: x\nResearch: y")]
    [InlineData("/journey", "")]
    [InlineData("/journeys end in lovers meeting", null)]
    [InlineData("@workshopbots show map", null)]
    [InlineData("show map @WorkshopBot", null)]
    [InlineData("show map", null)]
    public async Task A_line_that_names_the_bot_is_addressed_and_the_name_cut(string line, string? rest)
    {
        var (turn, _) = await Read(JsonSerializer.Serialize(new { id = "1", person = "ann", text = line }));
        Assert.Equal((rest ?? line, rest is not null), (turn!.Text, turn.Addressed));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(",\"language\":\"en\"", "en")]
    [InlineData(",\"language\":\"de\"", "de")]
    [InlineData(",\"language\":\"xx\"", null)]
    [InlineData(",\"language\":\"../de\"", null)]
    [InlineData(",\"language\":7", null)]
    public async Task The_language_is_one_of_two_or_none_is_told(string given, string? language) =>
        Assert.Equal(language, (await Read($$"""{"id":"1","person":"ann","text":"x"{{given}}}""")).Turn?.Person.Language);

    [Fact]
    public void Whatever_is_sent_as_an_action_is_taken_or_refused_and_never_throws() =>
        Prop.ForAll(Json().ToArbitrary(), json =>
        {
            var (turn, refusal) = Read($$"""{"id":"1","person":"ann","action":{{json}}}""").AsTask().GetAwaiter().GetResult();
            return (turn is null) != (refusal is null);
        }).QuickCheckThrowOnFailure();

    static Gen<string> Json() => Gen.Sized(size => Value(Math.Min(size, 12)));

    static Gen<string> Value(int size)
    {
        var leaf = Gen.Elements("null", "true", "1e999", "-0", "\"x\"", "\"\\ud800\"", "\"verb\"", "{}", "[]");
        if (size < 2)
            return leaf;
        var pair = from name in Gen.Elements("verb", "data", "a", "\\udfff", "") from value in Value(size / 2) select $"\"{name}\":{value}";
        return Gen.OneOf(leaf, from pairs in pair.ListOf() select "{" + string.Join(',', pairs.Take(4)) + "}", from values in Value(size / 2).ListOf() select "[" + string.Join(',', values.Take(3)) + "]",
            from data in Value(size / 2) select $$"""{"verb":"say","data":{{data}}}""");
    }

    static ValueTask<(Turn? Turn, TryRefusal? Refusal)> Read(string body) => TryRequest.Read(Requests.Of(body), "r", "UTC", ["en", "de"], default);

    static async Task<Turn> Turn(string action)
    {
        var (turn, refusal) = await Read($$"""{"id":"1","person":"ann","action":{{action}}}""");
        Assert.Null(refusal);
        return turn!;
    }
}
