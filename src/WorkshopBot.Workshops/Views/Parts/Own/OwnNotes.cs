using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a person reads of themselves in a workshop, a line each, and what they can do about it: the same above what they added and on their own page. A newcomer is a file and a line.</summary>
internal static class OwnNotes
{
    private static readonly ImmutableArray<Func<Workshop, string, Reader, Phrase?>> Notes = [];

    private static readonly ImmutableArray<Func<Workshop, string, Reader, Button?>> Actions = [];

    public static IReadOnlyList<string> Of(Workshop w, string person, Reader reader) => reader.Say(Notes.Select(note => note(w, person, reader)).OfType<Phrase>());

    public static IEnumerable<Button> Buttons(Workshop w, string person, Reader reader) => Actions.Select(action => action(w, person, reader)).OfType<Button>();
}
