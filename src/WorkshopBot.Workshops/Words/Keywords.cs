using System.Collections.Frozen;
using System.Text;

namespace WorkshopBot.Workshops.Words;

/// <summary>
/// The keywords of one language, from its resource file: <c>typed.next</c> for a keyword of the grammar, <c>stage.words</c> beside
/// <c>stage.label</c> for a declared thing, <c>value.monday</c> for words within values. Several are parted by bars.
/// </summary>
internal sealed class Keywords
{
    private const string Keyword = "typed.", Value = "value.", Label = ".label", Others = ".words";

    private static readonly string[] Shown = ["month.", "unit.", "per.", "one."];

    private readonly FrozenDictionary<string, string[]> typed, names, starts;

    private readonly FrozenDictionary<string, string> plain;

    private readonly int longest;

    public Keywords(IEnumerable<(string Code, string Text)> texts)
    {
        var all = texts.ToList();
        typed = all.Where(text => Has(text.Code, Keyword)).ToFrozenDictionary(text => text.Code[Keyword.Length..], text => Cut(text.Text), StringComparer.OrdinalIgnoreCase);
        starts = typed.Keys.GroupBy(key => key.Split(' ')[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        names = all.Where(text => text.Code.EndsWith(Label, StringComparison.Ordinal) || text.Code.EndsWith(Others, StringComparison.Ordinal) || Has(text.Code, "choice.") || text.Code.EndsWith(".title", StringComparison.Ordinal))
            .GroupBy(text => text.Code.EndsWith(Others, StringComparison.Ordinal) ? text.Code[..^Others.Length] : text.Code.EndsWith(Label, StringComparison.Ordinal) ? text.Code[..^Label.Length] : text.Code)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(text => Cut(text.Text)).ToArray(), StringComparer.Ordinal);
        plain = all.Where(text => Has(text.Code, Value) || Array.Exists(Shown, shown => Has(text.Code, shown)))
            .SelectMany(text => Cut(text.Text).Select(word => (word, English: text.Code[(text.Code.IndexOf('.', StringComparison.Ordinal) + 1)..])))
            .DistinctBy(pair => pair.word.ToUpperInvariant()).ToFrozenDictionary(pair => pair.word, pair => pair.English, StringComparer.OrdinalIgnoreCase);
        longest = plain.Count == 0 ? 0 : plain.Keys.Max(word => word.Length);
    }

    public string[] Typed(string english) => typed.GetValueOrDefault(english, []);

    public string[] Names(string key) => names.GetValueOrDefault(key, []);

    /// <summary>Longest first, so that "trotzdem weiter" is found before "weiter".</summary>
    public IEnumerable<(string Word, string English)> Starting(string english) =>
        starts.GetValueOrDefault(english.Split(' ')[0], []).Where(key => key.Equals(english, StringComparison.OrdinalIgnoreCase) || Has(key, english + " "))
            .SelectMany(key => typed[key].Select(word => (word, key))).OrderByDescending(pair => pair.word.Length);

    public IEnumerable<string> Meaning(string english) => plain.Where(pair => pair.Value == english).Select(pair => pair.Key);

    public string Plain(string text)
    {
        StringBuilder? said = null;
        var (known, copied) = (plain.GetAlternateLookup<ReadOnlySpan<char>>(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i - start > longest || !known.TryGetValue(text.AsSpan(start, i - start), out var english)) continue;
            (said ??= new()).Append(text, copied, start - copied).Append(english);
            copied = i;
        }
        return said?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static bool Has(string code, string start) => code.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static string[] Cut(string text) => text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
