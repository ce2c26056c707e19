using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>The texts and the code that says them fit: every code has a text, every text a code, and the placeholders are as many as the arguments.</summary>
public sealed partial class TextsTests
{
    private static readonly string Core = Path.Combine(Docs.Root, "src", "WorkshopBot.Workshops");

    private static readonly Dictionary<string, string> Texts =
        XDocument.Load(Path.Combine(Core, "Words", "Texts.resx")).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    private static readonly string Sources = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Docs.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin")).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>Where a phrase is made: what stands between the parentheses, cut at its commas.</summary>
    private static readonly List<string[]> Calls = [.. Making().Matches(Sources).Select(match => Arguments(match.Index + match.Length))];

    [Fact]
    public void Every_phrase_that_is_said_has_a_text()
    {
        var codes = Calls.SelectMany(call => Literal().Matches(call[0]).Select(match => match.Groups[1].Value)).Where(code => Code().IsMatch(code)).Distinct();

        Assert.True(codes.Count() > 100);
        Assert.Equal("", string.Join(", ", codes.Where(code => !Texts.ContainsKey(code))));
    }

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var literals = Literal().Matches(Sources).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var built = Calls.SelectMany(call => Built().Matches(call[0])).Select(match => new Regex($"^{Hole().Replace(Regex.Escape(match.Groups[1].Value), "[a-z-]+")}$", RegexOptions.CultureInvariant)).ToList();

        Assert.Equal("", string.Join(", ", Texts.Keys.Where(code => !literals.Contains(code) && !built.Exists(pattern => pattern.IsMatch(code)))));
    }

    [Fact]
    public void A_text_asks_for_no_more_than_it_is_given_and_leaves_out_only_what_repeats_the_line()
    {
        // These answer with the form to write, and not with what was written.
        string[] silent = ["mood-form", "judged"];
        foreach (var call in Calls.Where(call => !call.Any(argument => argument.Contains("..", StringComparison.Ordinal) || argument.StartsWith("args", StringComparison.Ordinal))))
            foreach (var code in Literal().Matches(call[0]).Select(match => match.Groups[1].Value).Where(Texts.ContainsKey))
            {
                var asked = Placeholder().Matches(Texts[code]).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
                Assert.True(asked.Count == 0 || asked[^1] < call.Length - 1, $"{code}: \"{Texts[code]}\" is given {call.Length - 1} arguments");
                Assert.True(asked.Count == call.Length - 1 || silent.Contains(code) || call[0].Contains('?', StringComparison.Ordinal) || call[0].Contains("=>", StringComparison.Ordinal), $"{code}: \"{Texts[code]}\" leaves out one of ({string.Join(", ", call[1..])})");
            }
    }

    [Fact]
    public void Every_text_is_a_format_that_can_be_filled()
    {
        foreach (var (code, text) in Texts)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), code);
            Assert.NotNull(string.Format(CultureInfo.InvariantCulture, text, "a", "b", "c", "d", "e"));
        }
    }

    private static string[] Arguments(int start)
    {
        var (arguments, depth, from, quoted) = (new List<string>(), 0, start, false);
        for (var i = start; i < Sources.Length; i++)
        {
            if (Sources[i] == '"' && Sources[i - 1] != '\\') quoted = !quoted;
            if (quoted) continue;
            if (Sources[i] is '(' or '[' or '{') depth++;
            if (depth == 0 && Sources[i] is ',' or ')')
            {
                if (depth == 0) arguments.Add(Sources[from..i].Trim());
                from = i + 1;
                if (depth == 0 && Sources[i] == ')') return [.. arguments];
            }
            if (Sources[i] is ')' or ']' or '}') depth--;
        }
        throw new InvalidOperationException(Sources[start..Math.Min(Sources.Length, start + 80)]);
    }

    [GeneratedRegex(@"(Phrase\.Of|new Phrase|HardPoint|SoftPoint)\((?!string code)")]
    private static partial Regex Making();

    [GeneratedRegex("(?<![$@])\"([^\"\\\\\\r\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([^\"\\\\\\r\\n]*)\"")]
    private static partial Regex Built();

    [GeneratedRegex(@"\\\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[a-z]+([.-][A-Za-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Placeholder();
}
