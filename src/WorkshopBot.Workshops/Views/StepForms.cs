using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The forms a step offers, the one most people want first.</summary>
internal static class StepForms
{
    /// <summary>The form of the kick-off, and the one that opens a workshop.</summary>
    public const string Start = "start", Frame = "frame", Judgement = "judgement", Drop = "drop";

    public static IEnumerable<(string Of, Arg Title)> Of(Step step)
    {
        if (step is KickoffStep) yield return (Frame, Phrase.Of("button.frame"));
        if (step is Steps.Close.CloseStep) yield return (Judgement, Phrase.Of("button.judge"));
        var first = step.StageLine ?? step.NamedLine;
        foreach (var kind in step.Kinds.Where(kind => kind.Typed).OrderByDescending(kind => kind == first)) yield return (kind.Id, Buttons.Adding(kind));
    }

    public static string? First(Step step) => Of(step).Select(form => form.Of).FirstOrDefault();
}
