using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What the board says of how the workshop is run, a line each, in this order. A newcomer is a file and a line; what it says must follow from what has happened alone, since the board is only drawn anew when something has.</summary>
internal static class BoardNotes
{
    private static readonly ImmutableArray<Func<Workshop, Reader, Phrase?>> All =
    [
        WindowNote.Of,
    ];

    public static IReadOnlyList<string> Of(Workshop w, Reader reader) => reader.Say(All.Select(note => note(w, reader)).OfType<Phrase>());
}
