using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Which of a person's workshops a private line is for: a button for each, where there are not too many.</summary>
public sealed record WhichView(string Title, string Waits, bool HasWaits, IReadOnlyList<string> Lines, string More, bool HasMore, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "which";

    public override string Brief => $"{Title}\n{string.Join("\n", Lines)}\n{More}";

    /// <param name="open">Ids and titles, the one met last at the end.</param>
    /// <param name="waits">Whether a line waits for the choice.</param>
    /// <param name="reader">Who chooses. No workshop is chosen yet, so there is no map id.</param>
    public static WhichView Of(IReadOnlyList<(string Id, string Title)> open, bool waits, Reader reader)
    {
        var shown = Shown(open);
        var more = open.Count > shown.Count ? reader.Say(Phrase.Of("which.more", open.Count - shown.Count)) : "";
        var titles = shown.Select(one => Wording.Short(one.Title, Button.MostLetters)).ToList();
        // Two that would look the same are called by their ids.
        var buttons = shown.Select((one, i) => reader.Make(titles.Count(title => title == titles[i]) == 1 ? titles[i] : one.Id, Press.Say, false, (Press.Line, $"switch {one.Id}")));
        return new(
            reader.Say(Phrase.Of("which.title")), waits ? reader.Say(Phrase.Of("which.waits")) : "", waits, [.. shown.Select(one => reader.Say(Phrase.Of("which.one", one.Id, one.Title)))],
            more, more.Length > 0, [.. buttons]);
    }

    /// <summary>The same in words, one phrase a line, for where nothing but text is shown.</summary>
    public static ImmutableArray<Phrase> Says(IReadOnlyList<(string Id, string Title)> open, bool waits)
    {
        var shown = Shown(open);
        return
        [
            Phrase.Of("which.title"), .. waits ? [Phrase.Of("which.waits")] : (Phrase[])[], .. shown.Select(one => Phrase.Of("which.line", one.Id, one.Title)),
            .. open.Count > shown.Count ? [Phrase.Of("which.more", open.Count - shown.Count)] : (Phrase[])[],
        ];
    }

    private static List<(string Id, string Title)> Shown(IReadOnlyList<(string Id, string Title)> open) => [.. open.TakeLast(Button.MostInRow)];
}
