using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What the rules found since a step opened and nobody has decided on yet: the newest few, each with what can be done about it.</summary>
public sealed record FindingsView(string Overline, string Title, bool IsEmpty, IReadOnlyList<FindingLine> Findings, string More, bool HasMore) : View
{
    private const int Most = 5;

    public override string Card => "findings";

    public override string Brief => $"{Overline}\n{Title}";

    public static FindingsView Of(Step step, Workshop w, Reader reader)
    {
        var checks = w.Playbook.Checks.Where(check => check.Since == step.Id).ToList();
        var open = checks.Sum(check => w.Map.List(Gap.OpenOf(check.Id)).Count);
        List<(Entry Entry, Check Check)> newest = [.. checks.SelectMany(check => w.Map.List(Gap.OpenOf(check.Id)).Reverse().Take(Most).Select(mark => (w.Map.Live(mark.Name)!, check)))
            .OrderByDescending(found => found.Item1.Name).Take(Most)];
        var more = reader.More(open - newest.Count);
        return new(reader.Say(step.Word), reader.Say(open == 0 ? Phrase.Of("findings.none") : Phrase.Of("findings.open", open)), open == 0, [.. newest.Select(found => FindingLine.Of(found.Entry, found.Check, w, reader))], more, more.Length > 0);
    }

    /// <summary>True when the rules of a step have found something at some time.</summary>
    public static bool Any(Step step, Workshop w)
    {
        var rules = w.Playbook.Checks.Where(check => check.Since == step.Id).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
        return rules.Count > 0 && w.Opened.Contains(step.Id) && w.Map.On(Gap.Kind.Letter).Any(entry => entry.Item is Gap { Check: { } rule } && rules.Contains(rule));
    }
}

/// <summary>One finding: the rule in a sentence and what it risks, where, and its remedies.</summary>
public sealed record FindingLine(string Ref, string Text, string Where, bool HasWhere, IReadOnlyList<Button> Buttons, bool HasButtons)
{
    public static FindingLine Of(Entry entry, Check check, Workshop w, Reader reader)
    {
        var place = entry.Item is Gap { Place: { } at } ? w.Map.Resolve(at) : default;
        var stage = w.Map.Find(place) is { } found ? w.Map.StageOf(found.Kind, found.Item) : null;
        var where = stage is { } name && w.Map.Find(name) is { } named ? reader.Say(w.NameOf(named)) : "";
        List<Button> buttons = [.. Remedies(entry, check, place, stage, w, reader)];
        return new(entry.Name.ToString(), reader.Say(Showing.Text(w, entry)), where, where.Length > 0, buttons, buttons.Count > 0);
    }

    /// <summary>What can be done about it; nothing once the workshop is closed.</summary>
    public static IEnumerable<Button> Remedies(Entry entry, Check check, Ref place, Ref? stage, Workshop w, Reader reader)
    {
        if (w.Phase != Phase.Running) yield break;
        // What the rule wants is what its step collects, pointing at the place.
        if (w.Playbook.Step(check.Since)?.StageLine is { } kind && kind.Fields.FirstOrDefault(field => !field.Home && !field.Hidden && field.Accepts(place)) is { } link)
            yield return reader.Adds(kind, "", (kind.Home?.Id ?? "", stage?.ToString() ?? ""), (link.Id, place.ToString()));
        yield return reader.Types(Phrase.Of("button.gap"), $"gap {entry.Name}", Workshops.Shown.Says(entry.Name, entry.Rev));
        if (w.Map.Find(place) is { } wrong)
            yield return reader.Opens(Views.Buttons.Wrong(wrong.Kind), Steps.Teams.DropSheet.Name, Workshops.Shown.Says(entry.Name, entry.Rev), entry.Name);
    }
}
