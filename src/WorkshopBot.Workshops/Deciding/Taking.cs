using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>What somebody says of themselves: passes, speaks for a department, chooses a language.</summary>
public static class Taking
{
    private const int MostDepartments = 5;

    public static Decision Pass(Actor actor, Workshop w) => w.Passes.Contains($"{actor.Key} {w.StepId}")
        ? Phrase.Of("passed-already", w.Step.Word)
        : Decision.Yes([new WorkshopEvent.Passed(actor.Key, w.StepId)], Phrase.Of("passed", w.Step.Word));

    public static Decision SpeakFor(WorkshopCommand.SpeakFor c, Actor actor, Workshop w)
    {
        var mine = w.Crew[actor.Key]?.Departments ?? [];
        if ((TextShape.Checked(c.Department, Limits.Name) ?? PersonalData.Warns(c.Department, actor)) is { } fault) return fault;
        var folded = Tidy.Fold(c.Department);
        if (mine.Any(department => Tidy.Fold(department) == folded)) return Phrase.Of("speaks-already", c.Department);
        if (mine.Length >= MostDepartments) return Phrase.Of("departments-count", MostDepartments);
        var known = w.Map.Identified(Party.Kind.Letter, folded) is { } found && w.Map.Live(found)?.Item is Party party ? party.Name! : null;
        var name = known ?? c.Department;
        var events = new List<WorkshopEvent>();
        if (w.Crew[actor.Key] is null) events.Add(actor.Joins());
        events.Add(new WorkshopEvent.SpokeFor(actor.Key, [.. mine, name]));
        if (known is null) events.Add(new WorkshopEvent.ItemAdded(w.Map.Next(Party.Kind), new Party { Name = name, Type = "department" }, actor.Entry, Map.Timing.OnTime));
        return Decision.Yes(events, Phrase.Of("speaks", name));
    }

    public static Decision Language(WorkshopCommand.Language c, Actor actor, Workshop w)
    {
        var choices = Frame.Kind.Field("language")!.Choices;
        if (choices.FirstOrDefault(known => known.Fits(c.Tag, Tongue.Every)) is not { } tag) return Phrase.Of("no-such-language", c.Tag, Arg.List(choices.Select(known => known.Word)));
        WorkshopEvent chosen = new WorkshopEvent.LanguageChosen(actor.Key, tag.Id);
        return Decision.Yes(w.Crew[actor.Key] is null ? [actor.Joins(), chosen] : [chosen], Phrase.Of("language-chosen", tag.Word));
    }
}
