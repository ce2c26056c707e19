using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>German is complete: whatever has English words has German ones, with the same placeholders, and nothing is left over.</summary>
public sealed partial class GermanTextTests
{
    private static readonly string Src = Path.Combine(Docs.Root, "src");

    /// <summary>Words that are the same in both languages, and forms without words.</summary>
    private static readonly HashSet<string> Alike = new(StringComparer.Ordinal)
    {
        "Persona", "Personas", "Segment", "Name", "Medium", "Link", "System", "Teams", "Team", "Maya", "Ben", "CRM", "App", "Chat", "Marketing", "neutral", "CSAT", "NPS", "live", "app", "chat", "marketing",
        "Interview", "Interviews", "Person", "person", "April", "August", "September", "November", "switch {0}  ({1})", "https://example.org/maya.png", "web", "Web", "interview", "interviews", "system T3: CRM",
    };

    public static TheoryData<string> Rooms => [.. Directory.EnumerateFiles(Src, "Texts.resx", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Src, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_has_its_german(string room)
    {
        var (english, german) = (Texts(room), Texts(German(room)));
        if (room.StartsWith("WorkshopBot.Workshops", StringComparison.Ordinal)) foreach (var (key, text) in Declared.Words.Where(word => HasWords(word.Value))) english.TryAdd(key, text);

        Assert.Equal("", string.Join("\n", english.Keys.Where(code => !german.ContainsKey(code))));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_german_is_left_over(string room)
    {
        var english = Texts(room);
        var sources = string.Join('\n', Directory.EnumerateFiles(Src, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        // A word that is declared somewhere else stands in the code with its key.
        Assert.Equal("", string.Join("\n", Texts(German(room)).Keys.Where(code => !english.ContainsKey(code) && !IsKeyword(code) && !Declared.Words.ContainsKey(code) && !sources.Contains($"\"{code}\"", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_german_text_has_the_placeholders_of_the_english_one(string room)
    {
        var german = Texts(German(room));
        foreach (var (code, text) in Texts(room).Where(text => german.ContainsKey(text.Key)))
        {
            Assert.Equal(Holes(text), Holes(german[code]));
            Assert.NotNull(string.Format(CultureInfo.InvariantCulture, german[code], "a", "b", "c", "d", "e"));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_german_text_is_not_the_english_one(string room)
    {
        var english = Texts(room);
        foreach (var (code, text) in Texts(German(room)).Where(text => HasWords(text.Value) && !IsKeyword(text.Key)))
            Assert.True(Alike.Contains(text) || (english.GetValueOrDefault(code) ?? Declared.Words.GetValueOrDefault(code)) != text, $"{code}: {text}");
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void German_speaks_to_nobody_by_du_ihr_or_sie_and_never_shouts(string room) =>
        Assert.Equal("", string.Join("\n", Texts(German(room)).Where(text => Address().IsMatch(text.Value) || text.Value.Contains('!', StringComparison.Ordinal)).Select(text => $"{text.Key}: {text.Value}")));

    [Fact]
    public void What_is_declared_under_one_key_is_one_word()
    {
        foreach (var field in Declared.Kinds.SelectMany(kind => kind.Fields))
            foreach (var choice in field.Choices) Assert.Equal(Declared.Words[$"choice.{choice.Id}"], choice.English);
    }

    private static bool HasWords(string text) => Words().IsMatch(Hole().Replace(text, ""));

    private static bool IsKeyword(string code) => code.StartsWith("typed.", StringComparison.Ordinal) || code.StartsWith("value.", StringComparison.Ordinal) || code.EndsWith(".words", StringComparison.Ordinal);

    private static string German(string room) => room.Replace("Texts.resx", "Texts.de.resx", StringComparison.Ordinal);

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Texts(string room)
    {
        var rows = XDocument.Load(Path.Combine(Src, room)).Root!.Elements("data").ToList();
        Assert.Empty(rows.GroupBy(row => (string)row.Attribute("name")!).Where(same => same.Count() > 1).Select(same => same.Key));
        return rows.ToDictionary(row => (string)row.Attribute("name")!, row => (string)row.Element("value")!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<!@)\b\p{L}*\p{Ll}\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Hole();

    /// <summary>"sie" in small letters is "she" or "they" and fine; a capital one not at the beginning speaks to somebody.</summary>
    [GeneratedRegex(@"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]uer|[Ee]ure\w*|Ihnen|Ihr\w*|ihr)\b|(?<![.:?] |^)\bSie\b")]
    private static partial Regex Address();
}
