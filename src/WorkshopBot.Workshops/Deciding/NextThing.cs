using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>The one most useful thing to do after a message: what the item itself still lacks, else what the open step does.</summary>
public static class NextThing
{
    /// <summary>What to say to a person, and the open point it is about: one they can do something about. No point where there is none.</summary>
    public static (Phrase Said, Open? Point) Of(Workshop w, Act? act, string person)
    {
        // Of a message that opened a step what came along with it, such as a decision, is not the thing.
        if (act is not null && !Moves(act) && Of(act, w) is { } entry
            && w.Playbook.Home(entry.Kind).Missing(w).Where(point => point.Way?.Item == entry.Name).ToList() is [var first, ..] own)
            return (Phrase.Of("missing-here", Arg.List(own.Where(point => point.Hard == first.Hard).Select(point => (Arg)point.What))), first);
        var missing = w.Step.Missing(w).ToList();
        return missing.Find(open => !open.Leads || w.Crew[person]?.Leads == true) is { } thing ? (Phrase.Of("next-thing", thing.What), thing) : (Phrase.Of(missing.Exists(open => open.Hard) ? "next-waits" : "next-step"), null);
    }

    /// <summary>True when the message went on to another step, or back.</summary>
    public static bool Moves(Act act) => act.Back.Any(back => back is WorkshopEvent.StepOpened);

    /// <summary>The one item a message was about: what came along with it, such as its evidence, points at it or is a department. Null for none or several.</summary>
    public static Entry? Of(Act act, Workshop w)
    {
        var touched = act.Left.Keys.Select(w.Map.Live).OfType<Entry>().Where(entry => entry.Item is not Steps.Teams.Party).ToList();
        var alone = touched.Where(entry => !touched.Exists(other => other != entry && entry.Kind.Home?.Targets(entry.Item).Contains(other.Name) == true)).ToList();
        return alone is [var one] ? one : null;
    }
}
