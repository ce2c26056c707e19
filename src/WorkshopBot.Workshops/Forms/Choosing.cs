using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>The items of the map as choices of a form, all but the one it is about: by ref, so that a new name meanwhile does no harm.</summary>
internal static class Choosing
{
    /// <summary>Choices a card and a chat's own dialog take; further items can be typed.</summary>
    public const int Most = 100;

    /// <summary>Characters of an item's text that tell it from the others.</summary>
    private const int Title = 60;

    public static Blank Among(Blank blank, Func<Ref, bool> accepts, JourneyMap map, Ref? but)
    {
        // Places first: of everything there is, they are what people mean most.
        var entries = map.Kinds.All.Where(kind => accepts(new Ref(kind.Letter, 1))).OrderBy(kind => kind.Letter switch { JourneyMap.Stage => 0, 'T' => 1, _ => 2 })
            .SelectMany(kind => kind.Letter == JourneyMap.Stage ? map.Stages : map.LiveOn(kind.Letter)).Where(entry => entry.Name != but).Take(Most + 1).ToList();
        // What is chosen already is always among the choices.
        var chosen = blank.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => Ref.Read(text)).OfType<Ref>().Select(map.Resolve).Select(map.Live).OfType<Entry>();
        return blank with
        {
            Among = accepts,
            Hint = entries.Count > Most ? Phrase.Of("form.more-choices", Most) : blank.Hint,
            Choices = [.. entries.Take(Most).Concat(chosen).DistinctBy(entry => entry.Name).Select(Choice)],
        };
    }

    public static FormChoice Choice(Entry entry) => new(entry.Name.ToString(), Phrase.Of("named", entry.Name, Short(entry)));

    private static Arg Short(Entry entry) =>
        entry.Kind.Main.IsEmpty(entry.Item) ? entry.Kind.Word
        : entry.Kind.Main.Show(entry.Item) is Arg.Text { Value: { Length: > Title } text } ? $"{text[..(char.IsHighSurrogate(text[Title - 1]) ? Title - 1 : Title)].TrimEnd()}…"
        : entry.Kind.Main.Show(entry.Item);
}
