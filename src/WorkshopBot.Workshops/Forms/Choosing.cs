using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>The items of the map as choices of a form, all but the one it is about: by ref, so that a new name meanwhile does no harm.</summary>
internal static class Choosing
{
    /// <summary>Choices a card and a chat's own dialog take; further items are looked for, or typed.</summary>
    public const int Most = 100;

    /// <summary>Characters of an item's text that tell it from the others.</summary>
    private const int Title = 60;

    public static Blank Among(Blank blank, Func<Ref, bool> accepts, Workshop w, Ref? but, Func<Entry, bool>? fits = null)
    {
        var map = w.Map;
        // Places first: of everything there is, they are what people mean most.
        var all = map.Kinds.All.Where(kind => accepts(new Ref(kind.Letter, 1))).OrderBy(kind => kind.Letter switch { JourneyMap.Stage => 0, 'T' => 1, _ => 2 })
            .SelectMany(kind => kind.Letter == JourneyMap.Stage ? map.Stages : map.LiveOn(kind.Letter)).Where(entry => entry.Name != but && fits?.Invoke(entry) != false);
        var entries = all.Take(Most + 1).ToList();
        // What is chosen already is always among the choices.
        var chosen = blank.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => Ref.Read(text)).OfType<Ref>().Select(map.Resolve).Select(map.Live).OfType<Entry>();
        return blank with
        {
            Among = accepts,
            Hint = entries.Count > Most ? Phrase.Of("form.more-choices", Most) : blank.Hint,
            Finds = entries.Count > Most ? text => Search.Among(all, text, w).Take(Most).Select(entry => Choice(entry, w)) : null,
            Choices = [.. entries.Take(Most).Concat(chosen).DistinctBy(entry => entry.Name).Select(entry => Choice(entry, w))],
        };
    }

    /// <summary>Which items are worth offering: not what is over; and where a field takes anything, neither items of its own kind nor decisions, though both can be typed.</summary>
    public static Func<Entry, bool> Fits(Kind kind, Field field) =>
        field.Accepts(new Ref(DecisionTaken.Kind.Letter, 1)) ? entry => entry.Kind != kind && entry.Kind != DecisionTaken.Kind && !IsOver(entry) : entry => !IsOver(entry);

    private static bool IsOver(Entry entry) => entry.Item is Gap { State: Gap.Resolved or Gap.Dropped };

    /// <summary>An item as one of several: its ref, its own words, and where it belongs, so that no two look the same.</summary>
    public static FormChoice Choice(Entry entry, Workshop w) =>
        new(entry.Name.ToString(), Home(entry, w) is { } home ? Phrase.Of("named.at", entry.Name, Short(entry, w), home) : Phrase.Of("named", entry.Name, Short(entry, w)));

    /// <summary>What an item says in a few words; of evidence that says nothing itself, where it comes from.</summary>
    private static Arg Short(Entry entry, Workshop w) => entry.Item switch
    {
        Evidence { Text: null } evidence when SourceText.Show(evidence.Said) is { Length: > 0 } source => source,
        Steps.Touchpoints.Feeling { Wanted: var wanted, Actual: var actual } feeling when !(wanted.IsEmpty && actual.IsEmpty) => Showing.Felt(feeling),
        _ => Showing.Text(w, entry) is Arg.Text { Value: { Length: > Title } text } ? $"{Tidy.Cut(text, Title).TrimEnd()}…" : Showing.Text(w, entry),
    };

    /// <summary>The place an item belongs to; what names it already has none.</summary>
    private static Arg? Home(Entry entry, Workshop w) =>
        entry.Item is not (Conversion or Gap { Check: not null }) && entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } home ? Receipts.Place(home, w) : null;
}
