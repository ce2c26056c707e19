using FsCheck.Fluent;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class SourceTextTests
{
    public static TheoryData<string, string, Source> Sourced => new()
    {
        { "2-4 weeks (CRM, May)", "2-4 weeks", new("CRM", null, "May", null, null) },
        { "31% (n=2140, May, web analytics)", "31%", new("web analytics", "analytics", "May", 2140, null) },
        { "x (survey, n=212, May)", "x", new("survey", "survey", "May", 212, null) },
        { "x (n=2,140)", "x", new(null, null, null, 2140, null) },
        { "x (n = 2 140)", "x", new(null, null, null, 2140, null) },
        { "x (N=2.140,survey)", "x", new("survey", "survey", null, 2140, null) },
        { "x (n=5, n=6)", "x", new("n=6", null, null, 5, null) },
        { "x (12 interviews, Jan–Mar)", "x", new("12 interviews", "interviews", "Jan-Mar", null, null) },
        { "x (our guess)", "x", new("our guess", "assumption", null, null, null) },
        { "x (Assumed, Survey)", "x", new("Assumed, Survey", "survey", null, null, null) },
        { "x (2024-2025)", "x", new(null, null, "2024-2025", null, null) },
        { "x (link https://a.b/c?d=1,2, CRM)", "x", new("CRM", null, null, null, "https://a.b/c?d=1,2") },
        { "x (https://en.wikipedia.org/wiki/Survey_(human_research))", "x", new(null, null, null, null, "https://en.wikipedia.org/wiki/Survey_(human_research)") },
        { "x (<https://a.b/c|our (old), board>, n=5)", "x", new(null, null, null, 5, "https://a.b/c") },
        { "x (https://a.b, https://c.d)", "x", new("https://a.b", null, null, null, "https://c.d") },
        { "x (https://a.b,, n=5)", "x", new(null, null, null, 5, "https://a.b") },
        { "x (CRM (old, slow), May)", "x", new("CRM (old, slow)", null, "May", null, null) },
        { "a (b) c (n=5)", "a (b) c", new(null, null, null, 5, null) },
        { "price :) (n=5)", "price :)", new(null, null, null, 5, null) },
        { "x (, n=5,, )", "x", new(null, null, null, 5, null) },
        { "x(n=5) ", "x", new(null, null, null, 5, null) },
        { "(n=5)", "", new(null, null, null, 5, null) },
        { "לקוחות (n=5, סקר 😀)", "לקוחות", new("סקר 😀", null, null, 5, null) },
        { "x (may, n=5)", "x", new(null, null, "May", 5, null) },
        { "see https://a.b (n=5)", "see https://a.b", new(null, null, null, 5, null) },
        { "a | b | 31 % (n=5, a | b)", "a | b | 31 %", new("a | b", null, null, 5, null) },
    };

    [Theory]
    [MemberData(nameof(Sourced))]
    public void A_source_is_taken_off_the_end(string line, string left, Source source)
    {
        Assert.Equal(source, SourceText.Split(line, out var rest));
        Assert.Equal(left, rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("x ()")]
    [InlineData("x (CRM)")]
    [InlineData("x (may, might, must)")]
    [InlineData("x (march)")]
    [InlineData("x (the survey takes twenty minutes)")]
    [InlineData("x (surveyor)")]
    [InlineData("x (n=5) and more")]
    [InlineData("x (n=many)")]
    [InlineData("x (n=2.5)")]
    [InlineData("x (n=-5)")]
    [InlineData("x n=5)")]
    [InlineData("x (n=5")]
    [InlineData("x (n=5))")]
    [InlineData(")(")]
    [InlineData("see https://en.wikipedia.org/wiki/Survey_(2025)")]
    [InlineData("x (https://)")]
    [InlineData("x (ftp://a.b)")]
    [InlineData("x (n=٥)")]
    public void An_ordinary_parenthesis_stays_text(string line)
    {
        Assert.Null(SourceText.Split(line, out var rest));
        Assert.Equal(line, rest);
    }

    [Fact]
    public void A_form_field_is_a_source_whatever_it_says()
    {
        Assert.Equal(new("CRM", null, null, null, null), SourceText.Read("CRM"));
        Assert.Equal(new("web analytics", "analytics", "May", 2140, null), SourceText.Read(" (n=2140, May, web analytics) "));
        Assert.Equal(new(null, null, null, null, null), SourceText.Read(" \n "));
        Assert.Equal(new("a [b", null, null, 5, "https://a.b/%28"), SourceText.Read("a (b, n=5, https://a.b/("));
    }

    [Fact]
    public void A_source_is_shown_as_it_is_typed()
    {
        Assert.Equal("(n=2140, May, web analytics)", SourceText.Show(new("web analytics", "analytics", "May", 2140, null)));
        Assert.Equal("(CRM, survey, https://a.b)", SourceText.Show(new("CRM", "survey", null, null, "https://a.b")));
        Assert.Equal("(a [b)", SourceText.Show(new("a\n(b", null, null, null, null)));
        Assert.Equal("", SourceText.Show(new(null, null, null, null, null)));
    }

    [Fact]
    public void Generated_sources_are_read_back()
    {
        var sources =
            from text in Gen.Elements<string?>(null, "CRM", "web analytics", "CRM, sales (old, slow)", "our guess", "exit survey, 12 interviews")
            from period in Gen.Elements<string?>(null, "May", "Q2 2026", "2024-2025", "2026-04-01 to 2026-06-30")
            from size in Gen.Elements<decimal?>(null, 0, 7, 2140, 1234567)
            from link in Gen.Elements<string?>(null, "https://a.b", "http://a.b/c_(d),e?f=g,h")
            let level = text switch { "web analytics" => "analytics", "our guess" => "assumption", "exit survey, 12 interviews" => "survey", _ => null }
            where (level ?? period ?? link) is not null || size is not null
            select new Source(text, level, period, size, link);
        Soup.Holds(sources, source => SourceText.Split("x " + SourceText.Show(source), out var rest) == source && rest == "x");
    }

    [Fact]
    public void Whatever_is_read_is_read_back_from_what_is_shown() =>
        Soup.Holds(Soup.Text, text => SourceText.Read(text) is var source && (SourceText.Show(source) is not { Length: > 0 } shown || SourceText.Read(shown) == source));

    [Fact]
    public void Whatever_is_split_is_split_again_from_what_is_shown() =>
        Soup.Holds(Soup.Text.Select(text => Tidy.Value($"x (n=5, {text})")), line =>
            SourceText.Split(line, out var rest) is not { } source || (SourceText.Split($"{rest} {SourceText.Show(source)}", out var again) == source && again == rest));
}
