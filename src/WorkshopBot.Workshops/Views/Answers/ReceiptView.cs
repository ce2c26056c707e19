using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What came of what a person did, to them alone: the ref, the place, the one most useful thing to do next, and undo.</summary>
public sealed record ReceiptView(string Said, IReadOnlyList<string> Details, bool HasDetails, string Next, bool HasNext, string Part, bool IsPart, IReadOnlyList<Button> Buttons, bool HasButtons) : View
{
    /// <summary>Remarks on it, each with what can be done about it.</summary>
    public IReadOnlyList<PointLine> Hints { get; init; } = [];

    public override string Card => "receipt";

    public override string Brief => $"{Part}\n{Said}\n{Next}".Trim();

    public static ReceiptView Of(ImmutableArray<Phrase> lines, bool refused, Workshop w, string person, string turn, Reader reader)
    {
        // Undo is a button.
        var said = reader.Say(lines.Where(line => line.Code != "undo-hint" && !LeadsOn(line)));
        var next = lines.FirstOrDefault(LeadsOn) is { } thing ? reader.Say(thing) : "";
        // Undo alone is there for whoever needs it, and is not what most people want.
        IReadOnlyList<Button> buttons = Follow(w, person, turn, reader).ToList() is var all && all.Count > 1 ? Button.Row(all) : all;
        return new(said.FirstOrDefault(""), [.. said.Skip(1)], said.Count > 1, next, next.Length > 0, refused ? reader.Say(Phrase.Of("receipt.part")) : "", refused, buttons, buttons.Count > 0)
        {
            Hints = ReceiptHints.Of(w, person, turn, reader),
        };
    }

    private static bool LeadsOn(Phrase line) => line.Code is "next-thing" or "next-step" or "next-waits" or "missing-here";

    /// <summary>What can be done with the message: what it still lacks, one more of its kind, another look at it, or all of it taken back.</summary>
    private static IEnumerable<Button> Follow(Workshop w, string person, string turn, Reader reader)
    {
        if (Last(w, person, turn) is not { } act) yield break;
        var shown = Workshops.Shown.After(turn);
        var (running, made) = (w.Phase == Phase.Running, NextThing.Moves(act) ? null : NextThing.Of(act, w));
        var another = running && made is { Kind.Typed: true } && act.Left[made.Name].Was < 0;
        var point = NextThing.Of(w, act, person).Point;
        // What the next thing is, unless one more of the same is; whoever has gone on is led into the step in any case.
        var way = running && point?.Way is { } known && (NextThing.Moves(act) || !(another && known.Item is null && known.Form == made!.Kind.Id)) ? known : null;
        if (way is not null) yield return reader.Towards(way, w);
        else if (running && NextThing.Moves(act) && reader.Towards((Steps.Open?)null, w) is { } first) yield return first;
        if (another && made is { } entry)
            yield return reader.Opens(Phrase.Of("button.another"), entry.Kind.Id, "", null, (entry.Kind.Home?.Id ?? "", entry.Kind.Home?.Targets(entry.Item).FirstOrDefault().ToString() ?? ""));
        // Completing the item is editing it.
        if (made is not null && running && (way?.Item != made.Name || way.Title is not null) && ItemView.Edits(made, w, reader) is { } edit) yield return edit;
        if (running && !NextThing.Moves(act) && w.Crew[person]?.Leads == true && Onward(w, reader) is { } onward) yield return onward;
        yield return reader.Types(Phrase.Of("button.undo"), "undo", shown);
    }

    /// <summary>Goes on where nothing holds the step open; closes the last one.</summary>
    private static Button? Onward(Workshop w, Reader reader) =>
        w.Step.Missing(w).Any(point => point.Hard) ? null
        : w.Step == w.Playbook.Steps[^1] ? reader.Types(Phrase.Of("button.close"), "close", Shown.In(Phase.Running)) : reader.Types(Phrase.Of("button.next"), "next", Shown.While(w.StepId));

    /// <summary>What the message of this turn changed; null when nothing.</summary>
    public static Act? Last(Workshop w, string person, string turn) => w.Acts.TryGetValue(person, out var acts) && acts is [.., var last] && last.Turn == turn ? last : null;
}
