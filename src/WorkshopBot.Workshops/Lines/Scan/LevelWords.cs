using System.Collections.Frozen;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Finds the words that say how strong a source is (settled: "Evidence levels").</summary>
internal static class LevelWords
{
    // English, and what the other languages call the levels: a source is stored as it was written and read again by anybody.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(Source.Levels.SelectMany(level => Tongue.Every.Meaning(level).Select(word => KeyValuePair.Create(word, level))), StringComparer.OrdinalIgnoreCase)
    {
        ["assumption"] = "assumption", ["assumptions"] = "assumption", ["assumed"] = "assumption", ["guess"] = "assumption", ["guessed"] = "assumption",
        ["anecdote"] = "anecdote", ["anecdotes"] = "anecdote",
        ["interview"] = "interviews", ["interviews"] = "interviews",
        ["survey"] = "survey", ["surveys"] = "survey",
        ["analytics"] = "analytics",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The strongest level named by a whole word of the text; null when none is named.</summary>
    public static string? Strongest(ReadOnlySpan<char> text)
    {
        var known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var strongest = -1;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                continue;
            if (known.TryGetValue(text[start..i], out var level))
                strongest = Math.Max(strongest, Array.IndexOf(Source.Levels, level));
            start = i + 1;
        }
        return strongest < 0 ? null : Source.Levels[strongest];
    }
}
