using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace WorkshopBot.Workshops.Words;

/// <summary>
/// The keywords people may type beside the English ones: those of their own language and of the room's. English is read first and needs no entry.
/// Nothing here is said to anybody; what is said comes from <see cref="Speech"/>.
/// </summary>
public sealed class Tongue
{
    private static readonly FrozenDictionary<string, Keywords> Known =
        Speech.Languages.Skip(1).ToFrozenDictionary(tag => tag, tag => new Keywords(Speech.Texts.Of(Speech.Culture(tag))), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Tongue> Single = Known.ToFrozenDictionary(known => known.Key, known => new Tongue([known.Value]), StringComparer.Ordinal);

    /// <summary>English alone.</summary>
    public static readonly Tongue English = new([]);

    /// <summary>Every language at once, for what is stored as it was typed and read again later, whoever reads.</summary>
    public static readonly Tongue Every = new([.. Known.Values]);

    private readonly ImmutableArray<Keywords> languages;

    private Tongue(ImmutableArray<Keywords> languages) => this.languages = languages;

    /// <summary>What is understood of somebody who speaks one language in a room that speaks another; null and unknown tags add nothing.</summary>
    public static Tongue Of(string? person, string? room)
    {
        var (one, other) = (Speech.Tag(person), Speech.Tag(room));
        if (one == other || one is null || !Known.ContainsKey(one)) one = null;
        if (other is null || !Known.ContainsKey(other)) other = null;
        return (one, other) switch
        {
            (null, null) => English,
            (null, _) => Single[other],
            (_, null) => Single[one],
            _ => new([Known[one], Known[other]]),
        };
    }

    /// <summary>A short English line (a command, and a keyword or a word after it) as it is typed in a language; the line itself where that has no words for it.</summary>
    public static string Line(string english, CultureInfo culture)
    {
        if (Speech.Tag(culture.Name) is not { } tag || !Known.TryGetValue(tag, out var words)) return english;
        for (var end = english.Length; end > 0; end = english.LastIndexOf(' ', end - 1))
            if (words.Typed(english[..end]) is [var command, ..])
                return english[end..].Trim() is var rest && rest.Contains(' ', StringComparison.Ordinal) ? english : $"{command} {(words.Typed(rest) is [var word, ..] ? word : rest)}".TrimEnd();
        return english;
    }

    /// <summary>Nothing is understood beside English.</summary>
    public bool IsEnglish => languages.IsEmpty;

    /// <summary>The words that stand for an English keyword, the English one first.</summary>
    public IEnumerable<string> Words(string english) => languages.SelectMany(language => language.Typed(english)).Prepend(english);

    /// <summary>Whether a text is a keyword and nothing more.</summary>
    public bool Is(string text, string english) => Same(text, english) || (!IsEnglish && Words(english).Any(word => Same(word, text)));

    /// <summary>What follows a keyword at the beginning of a text; null when it begins with something else.</summary>
    public string? After(string text, string english, char mark = ' ')
    {
        if (Rest(text, english, mark) is { } plain) return plain;
        foreach (var language in languages)
            foreach (var word in language.Typed(english))
                if (Rest(text, word, mark) is { } rest) return rest;
        return null;
    }

    /// <summary>What stands before and after a keyword within a text, at the first or the last place it is found; null when it is nowhere.</summary>
    public (string Before, string After)? Around(string text, string english, bool last = false)
    {
        foreach (var word in IsEnglish ? [english] : Words(english))
        {
            var at = last ? text.LastIndexOf($" {word} ", StringComparison.OrdinalIgnoreCase) : text.IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase);
            if (at > 0) return (text[..at].Trim(), text[(at + word.Length + 2)..].Trim());
        }
        return null;
    }

    /// <summary>Keywords that stand for an English line, or the beginning of one, that begins with these words.</summary>
    public IEnumerable<(string Word, string English)> Starting(string english) => languages.SelectMany(language => language.Starting(english));

    /// <summary>The names of a declared thing beside its English one: its label, and other words for it.</summary>
    public IEnumerable<string> Names(string key) => languages.SelectMany(language => language.Names(key));

    /// <summary>Whether a declared thing is called so.</summary>
    public bool Calls(string key, string text) => !IsEnglish && Names(key).Any(name => Same(name, text));

    /// <summary>The words of other languages that <see cref="Plain"/> turns into an English one.</summary>
    public IEnumerable<string> Meaning(string english) => languages.SelectMany(language => language.Meaning(english));

    /// <summary>A date, duration, cost or source with months, days, units and the like in English, as those are read; the same text where there is nothing to change.</summary>
    public string Plain(string text) => languages.Aggregate(text, (said, language) => language.Plain(said));

    private static string? Rest(string text, string word, char mark) =>
        text.Length > word.Length && text[word.Length] == mark && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text[(word.Length + 1)..].Trim() : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
