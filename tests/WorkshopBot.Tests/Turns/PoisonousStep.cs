using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;

namespace WorkshopBot.Tests.Turns;

/// <summary>A step with a bug: it throws when an idea says so.</summary>
sealed class PoisonousStep : Step
{
    public const string Poison = "arsenic";

    public static readonly Playbook Playbook = new([new PoisonousStep()], []);

    public override string Id => "toy";
    public override string Title => "Toy";
    public override string Purpose => "Shows what a bug does.";
    public override string Prompt => "What could go wrong?";
    public override string Example => "park an idea";
    public override IReadOnlyList<Kind> Kinds => [ParkedIdea.Kind];

    public override IEnumerable<Open> Missing(Workshop w) => w.Frame.Purpose == Poison ? throw new InvalidOperationException(w.Frame.Purpose) : [];
}
