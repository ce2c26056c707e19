using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The bot's own page of one person: what they take part in, what waits for them, and how to start something new.</summary>
public sealed record HomeView(string Title, string Text, IReadOnlyList<HomeWorkshop> Workshops, string More, bool HasMore, IReadOnlyList<Button> Buttons) : View
{
    /// <summary>Workshops that are shown; those where something waits come first.</summary>
    private const int Most = 10;

    public override string Card => "home";

    public override string Brief => $"{Title}\n{Text}\n{string.Join('\n', Workshops.Select(one => $"{one.Title}: {one.Step}"))}\n{More}";

    /// <param name="mine">The person's workshops, the newest first, each with a reader that names it.</param>
    /// <param name="person">Key of the person.</param>
    /// <param name="reader">Who reads; it names no workshop.</param>
    public static HomeView Of(ImmutableArray<(Workshop State, Reader Reader)> mine, string person, Reader reader)
    {
        var all = mine.Select(one => (one.State, one.Reader, Told: MyWorkshop.Of(one.State, person, one.Reader))).OrderBy(one => !one.Told.IsOpen).ThenBy(one => !one.Told.Waits).ToList();
        var waiting = all.Count(one => one.Told.Waits);
        var more = reader.More(all.Count - Most);
        return new(
            reader.Say(Phrase.Of("home.title")), all.Count == 0 ? reader.Say(Phrase.Of("welcome.text")) : reader.Say(waiting == 0 ? Phrase.Of("home.nothing-waits") : Phrase.Of("home.waits", waiting)),
            [.. all.Take(Most).Select(one => HomeWorkshop.Of(one.State, one.Told, person, one.Reader))], more, more.Length > 0,
            Button.Row([.. reader.Guest ? (Button[])[] : [reader.Opens(Phrase.Of("button.start"), StartSheet.Name)], reader.Help()]));
    }
}

/// <summary>One workshop of somebody's own.</summary>
public sealed record HomeWorkshop(string Title, string State, string Step, bool HasStep, string Counts, string Asks, bool HasAsks, IReadOnlyList<string> Points, IReadOnlyList<Button> Buttons)
{
    /// <summary>What they read of themselves there.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static HomeWorkshop Of(Workshop w, MyWorkshop told, string person, Reader reader) => new(
        told.Title, told.State, string.Join(" · ", new[] { told.Step, told.Answered }.OfType<string>()), told.IsOpen, told.Counts, told.Asks ?? "", told.Asks is not null,
        [.. told.Points, .. told.More is { } more ? [more] : (string[])[]],
        [.. Button.Row(
        [
            .. told.IsOpen && StepForms.First(w.Step, w) is { } form ? [reader.Opens(Phrase.Of("button.add-mine"), form)] : (Button[])[],
            reader.Map(), reader.Types(Phrase.Of("button.mine"), "mine"), .. told.IsOpen && w.Crew[person] is { Leads: true } ? [reader.Facilitates()] : (Button[])[],
            .. OwnNotes.Buttons(w, person, reader),
        ]).Take(Button.MostInRow)])
    {
        Notes = OwnNotes.Of(w, person, reader),
    };
}
