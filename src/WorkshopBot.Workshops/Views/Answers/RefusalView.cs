using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What was not done, why, and what would work.</summary>
public sealed record RefusalView(string Said, IReadOnlyList<string> Details, bool HasDetails, string Instead, bool HasInstead, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "refusal";

    public override string Brief => string.Join("\n", Details.Prepend(Said));

    public static RefusalView Of(ImmutableArray<Phrase> lines, string? instead, Workshop w, string person, Reader reader)
    {
        var said = reader.Say(lines);
        return new(
            said.FirstOrDefault(""), [.. said.Skip(1)], said.Count > 1, instead is null ? "" : reader.Say(Phrase.Of("refusal.instead", instead)), instead is not null,
            Button.Row(
            [
                .. instead is null ? (Button[])[] : [reader.Types(Phrase.Of("button.yes"), instead)],
                .. lines.Select(line => Ways(line, w, person, reader).ToList()).FirstOrDefault(ways => ways.Count > 0) ?? [],
                reader.Help(),
            ]));
    }

    /// <summary>What works in place of what was refused, for this person now.</summary>
    private static IEnumerable<Button> Ways(Phrase refusal, Workshop w, string person, Reader reader)
    {
        var (leads, running) = (w.Crew[person]?.Leads == true, w.Phase == Phase.Running);
        Ref? about = refusal.Args is [Arg.Text { Value: var text }, ..] ? Ref.Read(text) : null;
        switch (refusal.Code)
        {
            case "stale-step" or "stale-phase" when running && StepForms.First(w.Step, w) is { } form:
                yield return reader.Opens(Phrase.Of("button.open-it"), form, Workshops.Shown.While(w.StepId));
                break;
            case "stale-item" when about is { } changed:
                yield return reader.Types(Phrase.Of("button.open-it"), $"show {changed}");
                break;
            case "stale-act" or "undone-already" when running:
                yield return reader.Types(Phrase.Of("button.mine"), "mine");
                break;
            case "withdrawn" when running && about is { } name && w.Map.Find(name) is { State: EntryState.Withdrawn } entry && (leads || entry.By == person):
                yield return reader.Types(Phrase.Of("button.restore"), $"restore {name}");
                break;
            case "step-incomplete" when leads && running:
                if (reader.Towards(w.Step.Missing(w).FirstOrDefault(point => point.Hard), w) is { } missing) yield return missing;
                yield return reader.Types(Phrase.Of("button.next-anyway"), "next anyway", Workshops.Shown.While(w.StepId));
                break;
            case "close-incomplete" when leads && running:
                if (reader.Towards(w.Playbook.Steps[^1].Missing(w).FirstOrDefault(point => point.Hard), w) is { } last) yield return last;
                yield return reader.Types(Phrase.Of("button.throw-away"), "throw away", Workshops.Shown.In(Phase.Running)).TakingAway();
                break;
            case "close-outside" or "throw-away-outside" when leads && running:
                var ends = refusal.Code == "close-outside";
                yield return reader.Types(Phrase.Of(ends ? "button.close-anyway" : "button.throw-away-anyway"), ends ? "close anyway" : "throw away anyway", Workshops.Shown.In(Phase.Running)).TakingAway();
                break;
            case "closed" when leads && w.Phase == Phase.Closed:
                yield return reader.Types(Phrase.Of("button.reopen"), "reopen", Workshops.Shown.In(Phase.Closed));
                break;
            case "no-persona" when running && w.Map.Kinds.Of(JourneyMap.Persona) is { } persona:
                yield return reader.Adds(persona);
                break;
            case "no-stage-yet" when running && w.Map.Kinds.Of(JourneyMap.Stage) is { } stage:
                yield return reader.Adds(stage, "", (stage.Main.Id, refusal.Args is [Arg.Text called, ..] ? called.Value : ""));
                break;
            case "form.nothing-yet" when w.Map.Kinds.All.FirstOrDefault(kind => kind.Word.Equals(refusal.Args[^1])) is { } first:
                yield return reader.Adds(first);
                break;
        }
    }
}
