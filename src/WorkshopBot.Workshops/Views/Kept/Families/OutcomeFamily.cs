using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What came of a step, told once it is left. What comes of the last one is told by the digest.</summary>
internal sealed class OutcomeFamily() : PerStep("outcome")
{
    public override bool Has(Step step, Workshop w) => step != w.Playbook.Steps[^1];

    protected override Kept Show(string key, Step step, Workshop w, Reader reader) => new(key, null, Must: false, InThread: false, () => [OutcomeView.Of(step, w, reader)]) { OnlyEdits = !IsTold(step, w) };

    protected override Phrase? Told(Step step, Workshop w) => IsTold(step, w) ? Phrase.Of("outcome.of", step.Word) : null;

    /// <summary>True once a step has been left. The one in which the workshop was closed is told of by the digest; one that was opened by mistake by nobody.</summary>
    private static bool IsTold(Step step, Workshop w) => step.Id != w.StepId && Progress.IsDone(w, step);
}
