using System.Globalization;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>What a button was shown for, so that a late click is known as one (settled: "Turn id and entry id"): a step, a message of mine, an item as it was, or a phase.</summary>
public static class Shown
{
    /// <summary>While this step is open.</summary>
    public static string While(string stepId) => $"step:{stepId}";

    /// <summary>While this turn is the person's last.</summary>
    public static string After(string turn) => $"act:{turn}";

    /// <summary>While the item says what it says.</summary>
    public static string Says(Ref name, int rev) => string.Create(CultureInfo.InvariantCulture, $"rev:{name}:{rev}");

    /// <summary>While the workshop runs, or is closed.</summary>
    public static string In(Phase phase) => phase == Phase.Closed ? "phase:closed" : "phase:running";

    /// <summary>Why what it was shown for is over; null when it is not, or nobody said.</summary>
    public static Phrase? Stale(string? shown, string person, Workshop w) => shown?.Split(':', 2) switch
    {
        null or [""] => null,
        _ when w.Phase == Phase.NotStarted => Phrase.Of("not-started"),
        ["step", var step] => step == w.StepId && w.Phase == Phase.Running ? null : w.Phase == Phase.Closed ? w.Closed(person) : Phrase.Of("stale-step", w.Step.Word),
        ["act", var turn] => w.Acts.TryGetValue(person, out var acts) && acts is [.., var last] && last.Turn == turn ? null
            // Only the oldest are forgotten; any other that is not there has been taken back.
            : acts is null || (acts.Count < Limits.Undos && !acts.Exists(act => act.Turn == turn)) ? Phrase.Of("undone-already") : Phrase.Of("stale-act"),
        ["rev", var item] => Item(item, w),
        ["phase", "running"] => w.Phase == Phase.Running ? null : w.Closed(person),
        ["phase", "closed"] => w.Phase == Phase.Closed ? null : Phrase.Of("stale-phase", w.Title),
        _ => Phrase.Of("unknown-button"),
    };

    private static Phrase? Item(string shown, Workshop w)
    {
        if (shown.Split(':') is not [var text, var rev] || Ref.Read(text) is not { } name || w.Map.Find(name) is not { } entry) return Phrase.Of("unknown-button");
        if (w.Map.Live(w.Map.Resolve(name)) is null) return Phrase.Of("withdrawn", name);
        return entry.Rev.ToString(CultureInfo.InvariantCulture) == rev ? null : Phrase.Of("stale-item", name, Views.Showing.Line(w, entry));
    }
}
