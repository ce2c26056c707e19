using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The forms a step offers, the one most people want first.</summary>
internal static class StepForms
{
    public static IEnumerable<(string Of, Arg Title)> Of(Step step) =>
        step.Forms.Select(form => (form.Id, step.Kinds.FirstOrDefault(kind => kind.Id == form.Id) is { } kind ? Buttons.Adding(kind) : (Arg)Phrase.Of($"button.add.{form.Id}")));

    public static string? First(Step step) => Of(step).Select(form => form.Of).FirstOrDefault();
}
