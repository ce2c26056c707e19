using System.Diagnostics;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class NothingThrowsTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["lines"] = text => Tidy.Lines(text),
        ["value"] = text => Tidy.Value(text),
        ["graphemes"] = text => Tidy.Graphemes(text),
        ["fold"] = text => Tidy.Fold(text),
        ["number"] = text => Num.Read(text),
        ["percent"] = text => Percent.Read(text + "%"),
        ["money"] = text => MoneyText.Read(text),
        ["duration"] = text => SpanText.Read(text),
        ["date"] = text => DateText.Read(text, Today),
        ["period"] = text => PeriodText.Read(text),
        ["source"] = text => SourceText.Split(text, out _),
        ["source-inside"] = text => SourceText.Split($"x (n=5, {text})", out _),
        ["source-field"] = text => SourceText.Show(SourceText.Read(text)),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_makes_a_reader_throw(string reader) => Soup.Holds(Soup.Text, text =>
    {
        Readers[reader](text);
        return true;
    });

    /// <summary>Not in tables: attributes are stored as UTF-8, which has no lone surrogates.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Half_a_character_makes_no_reader_throw(string reader)
    {
        foreach (var text in new[] { "\uD83D", "\uDE00", "\uDE00\uD83D", "3 \uD83Ddays", "5 EUR\uDE00", "12 \uD83DJune", "x (n=5, \uD83D)", "x (\uDE00survey)", "- \uD83D\u0301\uFFFE" })
            Readers[reader](text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_longest_message_there_can_be_is_read_in_a_moment(string reader)
    {
        string[] units = ["9", "a", " ", "(", ")", ",", "- ", "1. ", "-", "—", "\n", "1,234", "5 ", "(n=5", "n=5)", "n=5, ", "https://a,", " https://a", "<http://a", "<http://a>", "survey ", "\u0301\u0323", "\u0323\u0301", "\uD83D", "👩‍", "ﷺ", "\u1100", "½"];
        foreach (var unit in units)
        {
            var text = string.Concat(Enumerable.Repeat(unit, 16_384 / unit.Length));
            var watch = Stopwatch.StartNew();
            Readers[reader](text);
            Readers[reader]("a" + text + ")");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{unit} took {watch.Elapsed}");
        }
    }
}
