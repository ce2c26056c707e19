using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Views;

/// <summary>A card for each step, in the thread.</summary>
internal sealed class StepFamily() : PerStep("step")
{
    public override IEnumerable<string> Changed(Happenings happened, Workshop after) =>
        Opened(after).Where(step => happened.Moves || (happened.Tells && step == after.Step) || happened.Names.Any(name => Shows(step, name, after))).Select(Key);

    protected override Kept Show(string key, Step step, Workshop w, Reader reader) => new(key, null, Must: true, InThread: true, () => [StepView.Of(step, w, reader)]) { Returns = step == Progress.Open(w) };

    /// <summary>Whether a step's card may say something of an item: of its own kinds, and of what they belong to, such as the stages, which are its headings.</summary>
    private static bool Shows(Step step, Ref name, Workshop w) =>
        step.Kinds.Any(kind => kind.Letter == name.Letter) || Places(step).Any(kind => kind.Accepts(name))
        || (step.Kinds.Contains(Steps.Teams.Gap.Kind) && w.Playbook.Checks.Any(check => check.Reads.Contains(name.Letter, StringComparison.Ordinal)));

    /// <summary>The fields through which items of a step belong to something: where that moves, they move.</summary>
    private static IEnumerable<Field> Places(Step step) => step.Kinds.Select(kind => kind.Home).OfType<Field>();
}
