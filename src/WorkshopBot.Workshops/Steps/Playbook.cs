using System.Collections.Immutable;
using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;

namespace WorkshopBot.Workshops.Steps;

/// <summary>The steps of a workshop in their order, the kinds they collect, the checks that are run and the alarms that ring. Validated when made: a bad declaration stops the start.</summary>
public sealed class Playbook
{
    /// <summary>The six steps of the method between kick-off and close (S1-57). A newcomer adds a step with its folder and a line here.</summary>
    public static readonly Playbook Standard = new(
        [
            new Kickoff.KickoffStep(),
            new Personas.PersonasStep(),
            new Stages.StagesStep(),
            new Goals.GoalsStep(),
            new Touchpoints.TouchpointsStep(),
            new Data.DataStep(),
            new Teams.TeamsStep(),
            new Close.CloseStep(),
        ],
        [new GoalWithoutTouchpoint(), new QuestionWithoutAnswer()],
        []);

    public Playbook(IReadOnlyList<Step> steps, IReadOnlyList<Check> checks, IReadOnlyList<Alarm>? alarms = null)
    {
        (Steps, Checks, Clockwork) = ([.. steps], [.. checks], new(alarms ?? []));
        if (Steps.GroupBy(step => step.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new ArgumentException($"The step id '{twice.Key}' is used twice.", nameof(steps));
        if (Checks.GroupBy(check => check.Id).FirstOrDefault(same => same.Count() > 1) is { } check) throw new ArgumentException($"The check '{check.Key}' is listed twice.", nameof(checks));
        if (Steps.Any(step => step.Id.Length == 0 || !step.Id.All(char.IsAsciiLetterLower))) throw new ArgumentException("A step id is lower-case letters.", nameof(steps));
        Kinds = new(Steps.SelectMany(step => step.Kinds));
        Sheets = [.. Steps.SelectMany(step => step.Forms), new StartSheet(), new Teams.DropSheet()];
        if (Sheets.GroupBy(sheet => sheet.Id).FirstOrDefault(same => same.Count() > 1) is { } form) throw new ArgumentException($"The form id '{form.Key}' is used twice.", nameof(steps));
    }

    public ImmutableArray<Step> Steps { get; }

    public ImmutableArray<Check> Checks { get; }

    /// <summary>What happens by itself when its time has come.</summary>
    public Clockwork Clockwork { get; }

    public Catalogue Kinds { get; }

    /// <summary>Every form there is: those the steps offer, and those that are for no step.</summary>
    public ImmutableArray<Sheet> Sheets { get; }

    public Sheet? Sheet(string id) => Sheets.FirstOrDefault(sheet => sheet.Id == id);

    public Step? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>A step by what people type: its id, its title or its number from 0.</summary>
    public Step? Called(string text) =>
        int.TryParse(text, out var number) && number >= 0 && number < Steps.Length ? Steps[number]
        : Steps.FirstOrDefault(step => string.Equals(step.Id, text, StringComparison.OrdinalIgnoreCase) || string.Equals(step.Title, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Also by its title in another language that is understood.</summary>
    public Step? Called(string text, Words.Tongue tongue) => Called(text) ?? (tongue.IsEnglish ? null : Steps.FirstOrDefault(step => tongue.Calls($"step.{step.Id}.title", text)));

    public int Position(string id) => Steps.IndexOf(Steps.First(step => step.Id == id));

    /// <summary>The step that collects a kind.</summary>
    public Step Home(Kind kind) => Steps.First(step => step.Kinds.Contains(kind));
}
