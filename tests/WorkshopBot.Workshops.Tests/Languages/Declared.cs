using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>Every word that is declared in the code in English and has its other languages in the resource file, with its key.</summary>
public static class Declared
{
    public static IEnumerable<Kind> Kinds => Playbook.Standard.Kinds.All.Append(Frame.Kind);

    public static readonly IReadOnlyDictionary<string, string> Words = All().DistinctBy(word => word.Key).ToDictionary(word => word.Key, word => word.English, StringComparer.Ordinal);

    private static IEnumerable<(string Key, string English)> All()
    {
        foreach (var step in Playbook.Standard.Steps)
        {
            yield return ($"step.{step.Id}.title", step.Title);
            yield return ($"step.{step.Id}.purpose", step.Purpose);
            yield return ($"step.{step.Id}.prompt", step.Prompt);
            yield return ($"step.{step.Id}.example", step.Example);
            foreach (var (line, index) in step.Lines.Select((line, index) => (line, index))) yield return ($"step.{step.Id}.line.{index + 1}", line);
        }
        foreach (var kind in Kinds)
        {
            yield return ($"{kind.Id}.label", kind.Label);
            yield return ($"{kind.Id}.line", kind.Line);
            foreach (var field in kind.Fields.Where(field => !field.Hidden))
            {
                yield return ($"{kind.Id}.{field.Id}.label", field.Label);
                if (field.Hint is { } hint) yield return ($"{kind.Id}.{field.Id}.hint", hint);
                if (field.Example is { } example && field.Choices.Count == 0) yield return ($"{kind.Id}.{field.Id}.example", example);
            }
            foreach (var choice in kind.Fields.SelectMany(field => field.Choices)) yield return ($"choice.{choice.Id}", choice.English);
        }
        foreach (var command in CommandList.All.Where(command => command.IsThere))
        {
            yield return ($"command.{command.Words}", command.English);
            yield return ($"command.{command.Words}.form", command.Syntax);
        }
        // What the screens make of a declaration: the button that adds one, the one that drops a finding about it, and the rows of the map.
        foreach (var kind in Kinds.Where(kind => Playbook.Standard.Sheet(kind.Id) is not null))
            if (Buttons.Adding(kind) is Arg.Word adds) yield return (adds.Key, adds.English);
        foreach (var kind in (Kind[])[Goal.Kind, Question.Kind])
            if (Buttons.Wrong(kind) is Arg.Word wrong) yield return (wrong.Key, wrong.English);
        foreach (var lane in MapLanes.All.Append(MapLanes.Rest(Playbook.Standard.Kinds)))
            foreach (var word in new[] { lane.Word, lane.Collects }.OfType<Arg.Word>()) yield return (word.Key, word.English);
        foreach (var unit in Span.Units)
        {
            yield return ($"unit.{unit}", unit);
            yield return ($"one.{unit[..^1]}", unit[..^1]);
        }
        foreach (var per in MoneyText.Pers) yield return ($"per.{per}", per);
        foreach (var month in System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0)) yield return ($"month.{month.ToLowerInvariant()}", month);
    }
}
