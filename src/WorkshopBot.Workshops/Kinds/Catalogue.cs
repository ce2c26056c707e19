using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>All kinds of a workshop, found by letter, id and spoken name. A declaration that clashes with another stops the start.</summary>
public sealed class Catalogue
{
    private readonly Kind?[] byLetter = new Kind?[26];

    public Catalogue(IEnumerable<Kind> kinds)
    {
        All = [.. kinds];
        foreach (var kind in All)
        {
            if (!char.IsAsciiLetterUpper(kind.Letter)) throw new ArgumentException($"Kind '{kind.Id}' needs a capital letter for its refs.", nameof(kinds));
            if (byLetter[kind.Letter - 'A'] is { } taken) throw new ArgumentException($"Kinds '{taken.Id}' and '{kind.Id}' share the letter {kind.Letter}.", nameof(kinds));
            if (All.FirstOrDefault(other => other != kind && (other.Called(kind.Id) || other.Plural == kind.Plural)) is { } same)
                throw new ArgumentException($"Kinds '{same.Id}' and '{kind.Id}' share a name.", nameof(kinds));
            if (kind.Fields.GroupBy(field => field.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new ArgumentException($"Kind '{kind.Id}' declares the field '{twice.Key}' twice.", nameof(kinds));
            byLetter[kind.Letter - 'A'] = kind;
        }
        Typed = [.. All.Where(kind => kind.Typed).SelectMany(kind => kind.Also.Append(kind.Id).Append(kind.Label).Select(name => (name, kind))).OrderByDescending(word => word.name.Length)];
    }

    public ImmutableArray<Kind> All { get; }

    /// <summary>Every word that a line of a kind may begin with, longest first.</summary>
    public ImmutableArray<(string Name, Kind Kind)> Typed { get; }

    public Kind? Of(char letter) => char.IsAsciiLetterUpper(letter) ? byLetter[letter - 'A'] : null;

    public Kind? WithId(string id) => All.FirstOrDefault(kind => kind.Id == id);

    public Kind? Called(string text) => Called(text, Tongue.English);

    /// <summary>The kind a word names, in English or another language that is understood.</summary>
    public Kind? Called(string text, Tongue tongue) => All.FirstOrDefault(kind => kind.Called(text)) ?? (tongue.IsEnglish ? null : All.FirstOrDefault(kind => tongue.Calls(kind.Id, text)));
}
