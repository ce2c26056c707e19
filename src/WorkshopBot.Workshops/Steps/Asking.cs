using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps;

/// <summary>The questions steps ask of a workshop in the words of the field.</summary>
public static class Asking
{
    /// <summary>The name of a stage or persona, the text of anything else.</summary>
    public static Arg NameOf(this Workshop w, Entry entry) => entry.Kind.Main.Show(entry.Item);

    /// <summary>How a persona feels at a place; null when nobody said anything.</summary>
    public static Feeling? FeelingAt(this JourneyMap map, Ref place, Ref? persona) =>
        map.Identified('V', Feeling.Key(place, persona ?? default)) is { } name ? map.Live(name)?.Item as Feeling : null;
}
