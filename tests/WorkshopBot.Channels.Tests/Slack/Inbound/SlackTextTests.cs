using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

public sealed class SlackTextTests
{
    const string Bot = $"<@{Payload.Bot}>", Ben = $"<@{Payload.Ben}>";

    static readonly string[] Bits =
    [
        Bot, Ben, $"<@{Payload.Ben}|ben>", "<@", "<@>", "<@|>", "<#C1|x>", "<#C1|>", "<#>", "<!here>", "<!date^1^{date}|soon>", "<!subteam^S1|@team>", "<!>", "<https://a.example/b?c=1&amp;d=2|a>", "<mailto:a@b.example|a@b.example>", "<>", "<<", ">", "|", "&amp;", "&lt;", "&gt;",
        "&amp;lt;", "&", " ", "\n", "\r\n", "\u00a0", "\u2028", "@", "goal", ": ", ":tada:", "\ud83d\ude80", "\u202e", "\0", "e\u0301", "*b*", "•",
    ];

    static Gen<string> Soup => Gen.Elements(Bits).ArrayOf().Select(bits => string.Concat(bits.Take(60)));

    static SlackText Of(string text, string? blocks = null) => SlackText.Of(text, blocks is null ? null : JsonElement.Parse(blocks), Payload.Bot);

    [Theory]
    [InlineData($"{Bot} status", "status")]
    [InlineData($"status {Bot}", "status")]
    [InlineData($"<@{Payload.Bot}|mapper> status", "status")]
    [InlineData(Bot, "")]
    [InlineData($"{Bot}{Bot} twice", "twice")]
    [InlineData($"say{Bot}so", "say so")]
    [InlineData($"{Bot}\u00a0one\r\n\n  two\u00a0\n", "one\ntwo")]
    public void The_bots_own_mention_is_cut_wherever_it_stands(string text, string shown) => Assert.Equal((shown, true, 0), Of(text) is var said ? (said.Text, said.Mentions, said.Others.Length) : default);

    [Theory]
    [InlineData("status")]
    [InlineData($"&lt;@{Payload.Bot}&gt; status")]
    [InlineData($"@{Payload.Bot} status")]
    [InlineData($"<{Payload.Bot}> status")]
    public void Without_its_mention_the_bot_is_not_named_whatever_the_text_says(string text) => Assert.False(Of(text).Mentions);

    [Theory]
    [InlineData($"X2 | owner {Ben}", $"X2 | owner @{Payload.Ben}")]
    [InlineData($"X2 | owner <@{Payload.Ben}|ben bird>", $"X2 | owner @{Payload.Ben}")]
    [InlineData($"a{Ben}b", $"a @{Payload.Ben} b")]
    [InlineData($"{Ben}, {Ben}", $"@{Payload.Ben}, @{Payload.Ben}")]
    public void Somebody_else_stands_there_by_their_id(string text, string shown)
    {
        var said = Of(text);
        Assert.Equal((shown, false), (said.Text, said.Mentions));
        Assert.Equal(KeyValuePair.Create(Payload.Ben, Payload.Ben), Assert.Single(said.Others));
    }

    [Theory]
    [InlineData("Order &amp; return &lt;v2&gt;", "Order & return <v2>")]
    [InlineData("&amp;lt;@U1&amp;gt;", "&lt;@U1&gt;")]
    [InlineData("5 &lt; 6 &amp;&amp; 7 &gt; 6", "5 < 6 && 7 > 6")]
    [InlineData("see <#C12345|e-bikes> and <#C99999|> and <#C5>", "see #e-bikes and #C99999 and #C5")]
    [InlineData("<https://a.example/b?c=1&amp;d=2|a page>", "https://a.example/b?c=1&d=2")]
    [InlineData("<http://a.example>", "http://a.example")]
    [InlineData("<mailto:ann@a.example|ann@a.example> <tel:+44123|0123> <mailto:b@a.example>", "ann@a.example 0123 b@a.example")]
    [InlineData("<!here> <!channel> <!everyone|everyone>", "@here @channel @everyone")]
    [InlineData("<!subteam^S123|@support> <!subteam^S9>", "@support @S9")]
    [InlineData("<!date^1392734382^{date}^https://a.example/|18 Feb &amp; on> <!date^1>", "18 Feb & on")]
    [InlineData(":tada: *bold* _it_ `x|y`", ":tada: *bold* _it_ `x|y`")]
    [InlineData("a < b <> <nothing known>", "a < b <> <nothing known>")]
    [InlineData("<@nobody> <@U:1>", "<@nobody> <@U:1>")]
    public void What_stands_between_brackets_is_read_as_people_see_it(string text, string shown) => Assert.Equal((shown, false, 0), Of(text) is var said ? (said.Text, said.Mentions, said.Others.Length) : default);

    [Fact]
    public void Words_that_were_taken_apart_have_no_signs_for_bold_and_no_marks_of_lists()
    {
        const string Blocks = """
            [{"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"Research","style":{"bold":true}},{"type":"text","text":": price page\nand more "},{"type":"link","url":"https://a.example/","text":"here"}]},
              {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"emoji","name":"wave","skin_tone":2}]}]},
              {"type":"rich_text_quote","elements":[{"type":"date","timestamp":1,"format":"{date}","fallback":"18 Feb"},{"type":"color","value":"#fff"}]},
              {"type":"rich_text_preformatted","elements":[{"type":"text","text":"a | b"}]}]}]
            """;
        Assert.Equal("Research: price page\nand more https://a.example/\none\n:wave::skin-tone-2:\n18 Feb#fff\na | b", Of("*Research*: …", Blocks).Text);
    }

    [Theory]
    [InlineData("""[{"type":"section"}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"some_day"}]}]}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section"}]}]""")]
    [InlineData("""[{"type":"rich_text"}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"<@U1>"}]}]}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":7},null,[],"x"]}]}]""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[null]")]
    public void Where_we_do_not_know_all_the_parts_the_text_counts(string blocks)
    {
        var said = Of($"{Bot} *show* {Ben}", blocks);
        Assert.Equal(($"*show* @{Payload.Ben}", true, 1), (said.Text, said.Mentions, said.Others.Length));
    }

    [Fact]
    public void The_text_and_its_parts_say_the_same() => Prop.ForAll(Parts.ToArbitrary(), parts =>
    {
        var (text, elements) = (new StringBuilder(), new JsonArray());
        foreach (var (markup, element) in parts)
        {
            text.Append(markup);
            elements.Add(JsonNode.Parse(element));
        }
        var blocks = new JsonArray(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements }) });
        var (plain, apart) = (Of(text.ToString()), Of(text.ToString(), blocks.ToJsonString()));
        Assert.Equal((plain.Text, plain.Mentions), (apart.Text, apart.Mentions));
        Assert.Equal<IEnumerable<KeyValuePair<string, string>>>(plain.Others, apart.Others);
    }).QuickCheckThrowOnFailure();

    static Gen<(string Markup, string Element)[]> Parts => Gen.Elements<(string, string)>(
        (Bot, $$"""{"type":"user","user_id":"{{Payload.Bot}}"}"""), (Ben, $$"""{"type":"user","user_id":"{{Payload.Ben}}"}"""), ("a &amp; &lt;b&gt;", """{"type":"text","text":"a & <b>"}"""), (" ", """{"type":"text","text":" "}"""), ("\n", """{"type":"text","text":"\n"}"""),
        ("<#C12345|e-bikes>", """{"type":"channel","channel_id":"C12345"}"""), ("<!here>", """{"type":"broadcast","range":"here"}"""), (":tada:", """{"type":"emoji","name":"tada"}"""), ("<https://a.example/?b=1&amp;c|x>", """{"type":"link","url":"https://a.example/?b=1&c","text":"x"}"""),
        ("<!subteam^S1|@team>", """{"type":"usergroup","usergroup_id":"S1"}"""), ("<mailto:a@b.example|a@b.example>", """{"type":"link","url":"mailto:a@b.example","text":"a@b.example"}"""), ("<!date^1^{date}|soon>", """{"type":"date","timestamp":1,"format":"{date}","fallback":"soon"}""")).ArrayOf();

    [Fact]
    public void Any_text_can_be_read_and_comes_out_tidy() => Prop.ForAll(Soup.ToArbitrary(), text =>
    {
        var said = Of(text);
        Assert.Equal(text.Contains($"<@{Payload.Bot}>", StringComparison.Ordinal), said.Mentions);
        Assert.All(said.Text.Split('\n'), line => Assert.Equal(line.Trim(), line));
        Assert.DoesNotContain("\n\n", said.Text, StringComparison.Ordinal);
        Assert.All(said.Others, other => Assert.Contains($"@{other.Key}", said.Text, StringComparison.Ordinal));
        Assert.Equal(text.Contains($"<@{Payload.Ben}", StringComparison.Ordinal) && (text.Contains(Ben, StringComparison.Ordinal) || text.Contains($"<@{Payload.Ben}|ben>", StringComparison.Ordinal)), said.Others.Length == 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_plain_text_comes_out_as_it_was_typed() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), typed =>
    {
        var line = new string([.. typed.Get.Where(c => !char.IsSurrogate(c) && !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\u00a0'))]).Trim();
        Assert.Equal(line, Of(line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)).Text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_names_very_many_people_is_read_in_time()
    {
        var said = Of(string.Concat(Enumerable.Range(0, 20_000).Select(who => $"<@U{who}>")));
        Assert.Equal(100, said.Others.Length);
        Assert.Equal(new string('<', 500_000), Of(new string('<', 500_000)).Text);
    }
}
