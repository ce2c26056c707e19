using System.Globalization;
using System.Resources;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>The German keywords fit the grammar they stand beside: each stands for an English one, and for one only.</summary>
public sealed class KeywordTests
{
    private static readonly Tongue German = Tongue.Of("de", null);

    /// <summary>Keywords that stand in no declaration but in the grammar itself.</summary>
    private static readonly string[] OfTheGrammar =
        ["next anyway", "close anyway", "throw away anyway", "map", "gaps", "before", "after", "into", "feels", "wants", "unknown", "is a moment of truth because", "fails when", "sign off", "throw away", "object", "review", "overall", "and", "via", "for", "by", "times"];

    private static Dictionary<string, string> Texts()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in new ResourceManager("WorkshopBot.Workshops.Words.Texts", typeof(Speech).Assembly).GetResourceSet(CultureInfo.GetCultureInfo("de"), true, false)!)
            found.Add((string)entry.Key, (string)entry.Value!);
        return found;
    }

    [Fact]
    public void Every_keyword_stands_for_an_english_one()
    {
        HashSet<string> known =
        [
            .. CommandList.All.Where(command => command.IsThere).Select(command => command.Words), .. OfTheGrammar, .. Courtesy.Keywords,
            .. Declared.Kinds.SelectMany(kind => kind.Fields).SelectMany(field => (string?[])[field.Prefix, field.Verb]).OfType<string>(),
        ];

        Assert.Equal("", string.Join(", ", Texts().Keys.Where(key => key.StartsWith("typed.", StringComparison.Ordinal) && !known.Contains(key[6..]))));
        Assert.Equal("", string.Join(", ", known.Where(word => !Texts().ContainsKey($"typed.{word}") && word != "start")));
    }

    [Fact]
    public void Other_words_belong_to_something_declared() =>
        Assert.Equal("", string.Join(", ", Texts().Keys.Where(key => key.EndsWith(".words", StringComparison.Ordinal) && !Declared.Words.ContainsKey(key[..^6]) && !Declared.Words.ContainsKey($"{key[..^6]}.label"))));

    [Fact]
    public void No_two_fields_of_a_kind_share_a_word_in_either_language()
    {
        foreach (var kind in Declared.Kinds)
            foreach (var field in kind.Fields.Where(field => !field.Hidden))
                foreach (var word in German.Names($"{kind.Id}.{field.Id}"))
                    Assert.Equal($"{kind.Id}.{field.Id}", $"{kind.Id}.{string.Join(' ', kind.Fields.Where(other => !other.Hidden && (other.Labelled(word) || German.Calls($"{kind.Id}.{other.Id}", word))).Select(other => other.Id))}");
    }

    [Fact]
    public void No_two_choices_of_a_field_share_a_word()
    {
        foreach (var field in Declared.Kinds.SelectMany(kind => kind.Fields))
            foreach (var word in field.Choices.SelectMany(choice => German.Names($"choice.{choice.Id}")))
                Assert.Single(field.Choices, choice => choice.Fits(word, German));
    }

    [Fact]
    public void No_two_kinds_share_a_word_and_none_is_called_like_a_kickoff_line()
    {
        foreach (var kind in Declared.Kinds.Where(kind => kind != Frame.Kind && kind.Typed))
            foreach (var word in German.Names(kind.Id))
            {
                Assert.Equal([kind.Id], Declared.Kinds.Where(other => other != Frame.Kind && (other.Called(word) || German.Calls(other.Id, word))).Select(other => other.Id));
                Assert.Null(Frame.Kind.Labelled(word, German));
            }
    }

    [Fact]
    public void No_two_commands_begin_alike()
    {
        var words = CommandList.All.Where(command => command.IsThere).SelectMany(command => German.Starting(command.Words)).ToList();
        Assert.True(words.Count > 25);
        foreach (var (word, english) in words)
            Assert.DoesNotContain(words, other => other.English.Split(' ')[0] != english.Split(' ')[0] && $"{word} ".StartsWith($"{other.Word} ", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_word_within_a_value_means_one_english_word()
    {
        string[] families = ["value.", "month.", "unit.", "per.", "one."];
        foreach (var (word, means) in Texts().Where(text => families.Any(family => text.Key.StartsWith(family, StringComparison.Ordinal))).SelectMany(text => text.Value.Split('|').Select(word => (word.Trim(), text.Key.Split('.')[1]))))
            Assert.Equal(means, German.Plain(word));
    }

    [Theory]
    [InlineData("12. Juni 2026", "12 June 2026")]
    [InlineData("in 3 Wochen", "in 3 weeks")]
    [InlineData("nächsten Freitag", "next Friday")]
    [InlineData("am 1. März", "on 1 March")]
    [InlineData("morgen", "tomorrow")]
    [InlineData("Do", "Thursday")]
    public void A_date_is_read_in_german(string german, string english)
    {
        var today = new DateOnly(2026, 5, 4);
        Assert.True(DateText.Read(english, today).Ok);
        Assert.Equal(DateText.Read(english, today), DateText.Read(German.Plain(german), today));
    }

    [Theory]
    [InlineData("2 bis 4 Wochen", "2-4 weeks")]
    [InlineData("1,5 Stunden", "1.5 hours")]
    [InlineData("1 Tag", "1 day")]
    public void A_duration_is_read_in_german(string german, string english) => Assert.Equal(SpanText.Read(english), SpanText.Read(German.Plain(german)));

    [Theory]
    [InlineData("2,00 EUR pro Person", "2.00 EUR per person")]
    [InlineData("900 € je Monat", "900 EUR per month")]
    [InlineData("1.200 EUR einmalig", "1200 EUR once")]
    public void A_cost_is_read_in_german(string german, string english) => Assert.Equal(MoneyText.Read(english), MoneyText.Read(German.Plain(german)));

    [Fact]
    public void A_source_is_read_in_any_language_since_it_is_kept_as_it_was_written()
    {
        Assert.Equal(new Source("Umfrage", "survey", "Mai 2026", 212, null), SourceText.Read("Umfrage, n=212, Mai 2026"));
        Assert.Equal("(n=212, Mai 2026, Umfrage)", SourceText.Show(SourceText.Read("(Umfrage, n=212, Mai 2026)")));
        Assert.Equal(new Source(null, null, "April bis Juni", null, null), SourceText.Read("April bis Juni"));
    }

    [Fact]
    public void A_tag_nobody_knows_and_english_add_no_words()
    {
        foreach (var tag in (string?[])[null, "", "en", "en-GB", "xx", "qps-ploc"]) Assert.Same(Tongue.English, Tongue.Of(tag, null));
        Assert.Same(German, Tongue.Of("en", "de-AT"));
    }
}
