using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Teams.Inbound;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

public sealed class TeamsTextTests
{
    static readonly (string, string, string?) Own = ("<at>WorkshopBot</at>", Said.Bot, "WorkshopBot"), Ben = ("<at>Ben</at>", "29:ben", "Ben");

    static readonly string[] Bits =
    [
        "<at>WorkshopBot</at>", "<at>Ben</at>", "<at", "</at>", "<at>", ">", "<", "&nbsp;", "\u00a0", " ", "\n", "\r\n", "\u2028", "@", "\"", "goal", ": ", "\ud83d\ude80", "\u202e", "\0", "<at>Ben</at", "<div>", "&lt;at&gt;", "e\u0301", "|",
    ];

    static Gen<string> Soup => Gen.Elements(Bits).ArrayOf().Select(bits => string.Concat(bits.Take(60)));

    [Theory]
    [InlineData("<at>WorkshopBot</at> status", "status")]
    [InlineData("status <at>WorkshopBot</at>", "status")]
    [InlineData("<at>WorkshopBot</at>", "")]
    [InlineData("<at>WorkshopBot</at>&nbsp;one\r\n\n  two\u00a0\n", "one\ntwo")]
    [InlineData("<at>WorkshopBot</at> ask <at>Ben</at> again", "ask @Ben again")]
    [InlineData("<at>WorkshopBot</at> a <at>Zoe</at> b", "a <at>Zoe</at> b")]
    [InlineData("say<at>WorkshopBot</at>so", "say so")]
    [InlineData("<at>WorkshopBot</at><at>WorkshopBot</at> twice", "twice")]
    public void The_bots_own_mention_is_cut_and_other_peoples_names_stay(string text, string shown)
    {
        var (said, addressed, others) = TeamsText.Of(Said.Message(text, Own, Ben));
        Assert.Equal((shown, true), (said, addressed));
        Assert.Equal(("Ben", "29:ben"), Assert.Single(others));
    }

    [Fact]
    public void Without_its_mention_the_bot_is_not_addressed_whatever_the_text_says()
    {
        Assert.Equal(("hello @Ben", false), Of(Said.Message("hello <at>Ben</at>", Ben)));
        Assert.Equal(("<at>WorkshopBot</at> hello", false), Of(Said.Message("<at>WorkshopBot</at> hello")));

        static (string, bool) Of(WorkshopBot.Channels.Teams.Protocol.Activity activity) => TeamsText.Of(activity) is var (text, addressed, _) ? (text, addressed) : default;
    }

    [Fact]
    public void Somebody_who_is_called_as_the_bot_is_somebody_else()
    {
        var (text, addressed, others) = TeamsText.Of(Said.Message("<at>WorkshopBot</at> ask <at>WorkshopBot</at>", Own, ("<at>WorkshopBot</at>", "29:twin", "WorkshopBot")));
        Assert.Equal(("ask @WorkshopBot", true), (text, addressed));
        Assert.Equal(("WorkshopBot", "29:twin"), Assert.Single(others));
    }

    [Theory]
    [InlineData("Ben O'Neil-Ruiz", "@Ben O'Neil-Ruiz")]
    [InlineData("Ben, of Sales", "@\"Ben, of Sales\"")]
    [InlineData("Ben \"the\" B", "@Ben 'the' B")]
    [InlineData("Ben | Sales", "@\"Ben / Sales\"")]
    [InlineData("Ben\nclose", "@Ben close")]
    [InlineData("Ben\u2028close", "@Ben close")]
    [InlineData("<at>WorkshopBot</at>", "@\"<at>WorkshopBot</at>\"")]
    public void A_name_is_one_name_on_one_line(string name, string shown) => Assert.Equal($"ask {shown} now", TeamsText.Of(Said.Message("ask <at>x</at> now", ("<at>x</at>", "29:ben", name), Own)).Text);

    [Fact]
    public void A_mention_that_says_too_little_or_too_much_is_text()
    {
        foreach (var said in new[] { "a", "<", "<at", "<at></at", new string('x', 2_000), "goal" })
            Assert.Equal("a goal <at", TeamsText.Of(Said.Message("a goal <at", (said, "29:ben", new string('n', 200)))).Text);
    }

    [Fact]
    public void A_thousand_mentions_that_name_each_other_cost_nothing()
    {
        var many = Enumerable.Range(0, 1_000).Select(i => ("<at>b</at>", $"29:{i}", (string?)string.Concat(Enumerable.Repeat("<at>b</at>", 50)))).ToArray();
        var text = string.Concat(Enumerable.Repeat("<at>b</at>", 1_000));
        Assert.InRange(TeamsText.Of(Said.Message(text, many)).Text.Length, 1, 1_000 * 600);
    }

    [Fact]
    public void Whatever_is_typed_is_read_tidily_and_no_mention_of_the_bot_is_left_in_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Soup.ToArbitrary(), text =>
        {
            var (said, addressed, others) = TeamsText.Of(Said.Message(text, Own, Ben));
            Assert.True(addressed);
            Assert.Equal(("Ben", "29:ben"), Assert.Single(others));
            Assert.DoesNotContain("<at>WorkshopBot</at>", said.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("<at>Ben</at>", said, StringComparison.Ordinal);
            Assert.Equal(Count(text, "<at>Ben</at>"), Count(said, "@Ben"));
            Assert.All(said.Split('\n'), line => Assert.Equal(said.Length == 0 ? "" : line.Trim(), line));
            Assert.DoesNotContain("\n\n", said, StringComparison.Ordinal);
        }));

    [Fact]
    public void Any_HTML_is_read_as_text_without_its_tags() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Elements(Bits.Concat(["<p>", "</p>", "<br/>", "&amp;", "&#xD800;", "&#0;", "&#x1F680;", "&bogus;"]).ToArray()).ArrayOf().Select(string.Concat).ToArbitrary(), html =>
        {
            var text = TeamsText.OfHtml(html);
            Assert.True(IsWhole(text));
            Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
        }));

    [Fact]
    public void A_text_is_cut_to_its_length_and_no_character_is_halved() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Zip(Soup, Gen.Choose(1, 40)).ToArbitrary(), cut =>
        {
            var text = TeamsText.Cut(cut.Item1, cut.Item2);
            Assert.StartsWith(text, cut.Item1, StringComparison.Ordinal);
            Assert.InRange(text.Length, Math.Min(cut.Item2 - 1, cut.Item1.Length), cut.Item2);
            Assert.True(IsWhole(text));
        }));

    static int Count(string text, string part) => text.Split(part).Length - 1;

    static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
