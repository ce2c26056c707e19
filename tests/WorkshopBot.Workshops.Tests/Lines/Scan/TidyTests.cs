using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class TidyTests
{
    [Theory]
    [InlineData("  a \u00A0\u2009 b\t\tc  ", "a b c")]
    [InlineData("Ｒｅｓｅａｒｃｈ：３１％｜ａ，ｂ？", "Research:31%|a,b?")]
    [InlineData("a → b", "a -> b")]
    [InlineData("a=>b –> c —> d --> e ==> f", "a->b -> c -> d -> e -> f")]
    [InlineData("a -> b", "a -> b")]
    [InlineData("a >= b, c = d – e", "a >= b, c = d – e")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("\uFEFFa\u200Bb\u202Ec\u202Cd\u2066e\u2069", "abcde")]
    [InlineData("a\nb\u2028c\u0085d", "a b c d")]
    [InlineData("1½ hours", "1 1⁄2 hours")]
    [InlineData("ﬁnd", "find")]
    [InlineData("e\u0301", "é")]
    public void A_value_is_made_even(string raw, string tidy)
    {
        Assert.Equal(tidy, Tidy.Value(raw));
        Assert.Equal(tidy, Tidy.Line(raw));
    }

    [Theory]
    [InlineData("👩‍👩‍👧 ❤️")]
    [InlineData("می‌خواهم")]
    [InlineData("שלום עולם")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("क्‍ष")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void Emoji_and_other_scripts_keep_their_joiners(string text) => Assert.Equal(text, Tidy.Line(text));

    [Fact]
    public void Half_a_character_is_replaced_since_nothing_can_normalise_it()
    {
        Assert.Equal("a\uFFFDb\uFFFD", Tidy.Line("a\uD83Db\uDE00"));
        Assert.Equal("\uFFFD\uFFFD😀", Tidy.Line("\uDE00\uD83D😀"));
        Assert.Equal("é\uFFFD\uFFFD", Tidy.Line("e\u0301\uFFFE\uFFFF"));
    }

    [Theory]
    [InlineData("- goal", "goal")]
    [InlineData("• goal", "goal")]
    [InlineData("* goal", "goal")]
    [InlineData("– goal", "goal")]
    [InlineData("1. goal", "goal")]
    [InlineData("12) goal", "goal")]
    [InlineData("[ ] goal", "goal")]
    [InlineData("- [x] goal", "goal")]
    [InlineData("  -  goal", "goal")]
    [InlineData("-> x", "-> x")]
    [InlineData("→ x", "-> x")]
    [InlineData("-x", "-x")]
    [InlineData("-5 %", "-5 %")]
    [InlineData("*bold* text", "*bold* text")]
    [InlineData("1.5 days", "1.5 days")]
    [InlineData("1. 5 days", "5 days")]
    [InlineData("- 5. x", "5. x")]
    [InlineData("2026. A year", "2026. A year")]
    [InlineData("12. June", "12. June")]
    [InlineData("12. June 2026", "12. June 2026")]
    [InlineData("12. June is busy", "June is busy")]
    [InlineData("12) June", "June")]
    [InlineData("5.", "5.")]
    [InlineData("- ", "")]
    [InlineData("•", "")]
    [InlineData("[]", "[]")]
    [InlineData("[x]y", "[x]y")]
    public void The_mark_of_a_list_is_cut_from_a_line(string raw, string line) => Assert.Equal(line, Tidy.Line(raw));

    [Fact]
    public void A_value_keeps_its_first_mark() => Assert.Equal("12. x", Tidy.Value(" 12.  x "));

    [Fact]
    public void Lines_keep_the_number_they_were_typed_under() =>
        Assert.Equal(
            [new(1, "one"), new(3, "three"), new(4, "four"), new(5, "five"), new(6, "six"), new(9, "nine")],
            Tidy.Lines("one\r\n\r\n- three\nfour\rfive\u20286. six\u2029- \u0085 \t\n nine\n"));

    [Fact]
    public void No_text_is_no_line() => Assert.Empty(Tidy.Lines(" \n\u200B\n- "));

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2)]
    public void Graphemes_are_what_a_reader_counts(string text, int count) => Assert.Equal(count, Tidy.Graphemes(text));

    [Theory]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ISTANBUL", "ıstanbul")]
    [InlineData("i\u0307stanbul", "ISTANBUL")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("οδός", "ΟΔΌΣ")]
    [InlineData("❤️ Love", "❤ LOVE")]
    [InlineData("Re\u00ADsearch ", "RESEARCH")]
    [InlineData("Ｒesearch  phase", "research phase")]
    [InlineData("Cafe\u0301", "CAFÉ")]
    [InlineData("Привет", "ПРИВЕТ")]
    public void Names_are_compared_folded(string one, string other) => Assert.Equal(Tidy.Fold(one), Tidy.Fold(other));

    [Theory]
    [InlineData("resume", "résumé")]
    [InlineData("Buy", "By")]
    public void Different_names_stay_different(string one, string other) => Assert.NotEqual(Tidy.Fold(one), Tidy.Fold(other));

    [Fact]
    public void Half_a_character_counts_as_one() => Assert.Equal((1, "\uFFFD"), (Tidy.Graphemes("\uD83D"), Tidy.Fold("\uD83D")));

    [Theory]
    [InlineData("n=→x", "n=->x")]
    [InlineData("a -→ b", "a -> b")]
    [InlineData("a -=> b", "a -> b")]
    [InlineData("a →→ b", "a ->-> b")]
    [InlineData("<->", "<->")]
    public void An_arrow_takes_the_dashes_before_it(string raw, string tidy) => Assert.Equal(tidy, Tidy.Value(raw));

    [Fact]
    public void Tidying_twice_changes_nothing() => Soup.Holds(Soup.Text, text => Tidy.Value(Tidy.Value(text)) == Tidy.Value(text));

    [Fact]
    public void Folding_twice_changes_nothing() => Soup.Holds(Soup.Text, text => Tidy.Fold(Tidy.Fold(text)) == Tidy.Fold(text));

    [Fact]
    public void A_tidy_line_is_one_line_without_double_spaces() =>
        Soup.Holds(Soup.Text, text => Tidy.Lines(text).All(line =>
            line.Text.Length > 0 && line.Text.Trim() == line.Text && !line.Text.Contains("  ", StringComparison.Ordinal) && !line.Text.Any(char.IsControl)));
}
