using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The forms a step offers, the one most people want first.</summary>
internal static class StepForms
{
    /// <summary>Forms that stand for no kind.</summary>
    public const string Start = "start", Drop = "drop", Kickoff = "kickoff", Close = "close", Times = "times";

    public static IEnumerable<(string Of, Arg Title)> Of(Step step)
    {
        IEnumerable<string> kinds = step.Kinds.Where(kind => kind.Typed).Select(kind => kind.Id);
        return (step switch
        {
            KickoffStep => kinds.Prepend(Kickoff),
            TouchpointsStep => [.. kinds.Take(1), Feeling.Kind.Id, .. kinds.Skip(1)],
            DataStep => [.. kinds.Take(1), Times, Conversion.Kind.Id, .. kinds.Skip(1)],
            Steps.Close.CloseStep => [Close],
            _ => kinds,
        }).Select(of => (of, step.Kinds.FirstOrDefault(kind => kind.Id == of) is { } kind ? Buttons.Adding(kind) : (Arg)Phrase.Of($"button.add.{of}")));
    }

    public static string? First(Step step) => Of(step).Select(form => form.Of).FirstOrDefault();
}
