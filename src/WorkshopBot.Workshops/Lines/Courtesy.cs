using System.Globalization;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>
/// Lines that are only kind: they say nothing of the journey, change nothing, and are answered in a word. Each is declared here with the words for it; other languages
/// have theirs under the first.
/// </summary>
public static class Courtesy
{
    private static readonly (string[] Words, string Answer)[] All =
    [
        (["thanks", "thank you", "thx", "many thanks"], "courtesy.thanks"),
        (["ok", "okay", "all right"], "courtesy.ok"),
    ];

    /// <summary>The words that other languages have theirs under.</summary>
    public static IEnumerable<string> Keywords => All.Select(kind => kind.Words[0]);

    /// <summary>The answer, when the whole line is one.</summary>
    public static Line? Read(string text) => Answer(text) is { } answer ? new Query.Courtesy(answer) : null;

    /// <summary>What is said to such a line; null for any other. They are short, so they are known in every language.</summary>
    public static Phrase? Answer(string text)
    {
        var said = text.TrimEnd('.', '!', ' ');
        foreach (var (words, answer) in All)
            if (Array.Exists(words, word => string.Equals(word, said, StringComparison.OrdinalIgnoreCase)) || Tongue.Every.Is(said, words[0])) return Phrase.Of(answer);
        return IsEmoji(text) ? Phrase.Of("courtesy.ok") : null;
    }

    /// <summary>Pictures and what joins or colours them, and nothing else.</summary>
    private static bool IsEmoji(string text)
    {
        var pictures = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(rune.Value);
            if (category == UnicodeCategory.OtherSymbol) pictures++;
            else if (category is not (UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator)) return false;
        }
        return pictures > 0;
    }
}
