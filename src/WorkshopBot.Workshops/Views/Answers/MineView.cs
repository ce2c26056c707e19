using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a person added, newest first, to edit or take back.</summary>
public sealed record MineView(string Title, string Nothing, bool IsEmpty, IReadOnlyList<MineLine> Items, string More, bool HasMore) : View
{
    private const int Most = 10;

    /// <summary>What they read of themselves, above what they added.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What they can do about all of it, beside the buttons of each item.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public bool HasButtons => Buttons.Count > 0;

    public override string Card => "mine";

    public override string Brief => $"{Title}\n{Nothing}{More}";

    public static MineView Of(Workshop w, string person, Reader reader)
    {
        var mine = Entries(w, person).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Name).ToList();
        var more = reader.More(mine.Count - Most);
        return new(
            reader.Say(Phrase.Of("mine.title", mine.Count)), mine.Count == 0 ? reader.Say(Phrase.Of("mine-nothing")) : "", mine.Count == 0,
            [.. mine.Take(Most).Select(entry => new MineLine(entry.Name.ToString(), Wording.Short(reader.Say(Text(w, entry, person))), reader.Say(Where(w, entry)), w.Phase == Phase.Running,
                [.. ItemView.Own(entry, w, reader)]))], more, more.Length > 0)
        {
            Notes = OwnNotes.Of(w, person, reader), Buttons = Button.Row(OwnNotes.Buttons(w, person, reader).Take(Button.MostInRow)),
        };
    }

    /// <summary>What a person added, or said their part of: by kind, in the order it came.</summary>
    public static IEnumerable<Entry> Entries(Workshop w, string person) => w.Map.Kinds.All.SelectMany(kind => w.Map.By(kind.Letter, kind == Steps.Touchpoints.Feeling.Kind ? w.VoterOf(person) : person).Reverse()).Where(entry => IsMine(w, entry, person));

    private static bool IsMine(Workshop w, Entry entry, string person) =>
        entry.Item is Steps.Touchpoints.Feeling feeling ? feeling.Actual.Of(w.VoterOf(person)) is not null || feeling.Wanted.Of(w.VoterOf(person)) is not null : entry.By == person;

    /// <summary>Its kind, what it hangs on, and the stage that belongs to; what says its place itself does not say it twice.</summary>
    private static Arg Where(Workshop w, Entry entry)
    {
        if (entry.Item is Steps.Touchpoints.Feeling or Steps.Data.Conversion or Steps.Teams.Gap { Check: not null } || entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is not { IsNone: false } home) return entry.Kind.Word;
        var stage = w.Map.StageOf(entry.Kind, entry.Item) is { } at && at != w.Map.Resolve(home) ? w.Map.Live(at) : null;
        var place = Deciding.Receipts.Place(home, w);
        return Phrase.Of("mine.at", entry.Kind.Word, stage is null ? place : Arg.List([place, w.NameOf(stage)]));
    }

    /// <summary>What it says; of a feeling what the person said themselves, not what all said together.</summary>
    public static Arg Text(Workshop w, Entry entry, string person)
    {
        if (entry.Item is not Steps.Touchpoints.Feeling { Place: { } place } feeling) return Showing.Text(w, entry);
        Arg[] said =
        [
            .. feeling.Actual.Of(w.VoterOf(person)) is { } actual ? [Phrase.Of("view.feels", Phrase.Of("view.mood", actual.Word, actual.Score))] : (Arg[])[],
            .. feeling.Wanted.Of(w.VoterOf(person)) is { } wanted ? [Phrase.Of("view.wants", Phrase.Of("view.mood", wanted.Word, wanted.Score))] : (Arg[])[],
        ];
        return Phrase.Of("show.field", Deciding.Receipts.Place(place, w), Arg.List(said));
    }
}

/// <summary>One item of mine.</summary>
public sealed record MineLine(string Ref, string Text, string Kind, bool HasButtons, IReadOnlyList<Button> Buttons);
