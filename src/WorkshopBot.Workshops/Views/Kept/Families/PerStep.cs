using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A family with at most one message for each step that was opened. Those of one step are posted together, before those of the next.</summary>
internal abstract class PerStep(string name) : Family
{
    public sealed override IReadOnlyList<string> Names { get; } = [name];

    public sealed override IEnumerable<string> Keys(Workshop w) => Opened(w).Where(step => Has(step, w)).Select(Key);

    public sealed override Kept? Show(KeptKey key, Workshop w, Reader reader) => Find(key, w) is { } step ? Show(key.Text, step, w, reader) : null;

    public sealed override Phrase? Told(KeptKey key, Workshop w) => Find(key, w) is { } step ? Told(step, w) : null;

    public string Key(Step step) => $"{name}:{step.Id}";

    /// <summary>Whether there is a message for a step that was opened, be it one that is only put right.</summary>
    public virtual bool Has(Step step, Workshop w) => true;

    public static IEnumerable<Step> Opened(Workshop w) => w.Playbook.Steps.Where(step => w.Opened.Contains(step.Id));

    protected abstract Kept Show(string key, Step step, Workshop w, Reader reader);

    protected virtual Phrase? Told(Step step, Workshop w) => null;

    private Step? Find(KeptKey key, Workshop w) => key.Step(w) is { } step && Has(step, w) ? step : null;
}
