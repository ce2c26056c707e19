using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Workshops.Views;

/// <summary>What the rules of a step found, in the thread, once they have found anything.</summary>
internal sealed class FindingsFamily() : PerStep("findings")
{
    public override bool Has(Step step, Workshop w) => FindingsView.Any(step, w);

    protected override Kept Show(string key, Step step, Workshop w, Reader reader) => new(key, null, Must: true, InThread: true, () => [FindingsView.Of(step, w, reader)]);
}
