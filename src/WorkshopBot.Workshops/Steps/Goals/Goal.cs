using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Goals.Goal>;

namespace WorkshopBot.Workshops.Steps.Goals;

/// <summary>What a persona is trying to get done at a stage (S1-32).</summary>
public sealed record Goal : Item
{
    /// <summary>The tag of goals of which somebody said how important they are.</summary>
    public const string Rated = "rated";

    public Ref? Stage { get; init; }
    public Ref? Persona { get; init; }
    public string? Text { get; init; }
    public string? Type { get; init; }
    public string? Support { get; init; }
    public string? BusinessGoal { get; init; }
    public decimal? Importance { get; init; }

    public static readonly Kind Kind = new Kind<Goal>
    {
        Id = "goal", Letter = 'G', Label = "Goal", Plural = "goals",
        Line = "goal Research: compare the true monthly cost",
        SharedAs = _ => Share.Bare,
        TaggedAs = goal => goal.Importance is null ? [] : [Rated],
        Fields =
        [
            Stage("S1-32 S0-20", g => g.Stage, (g, v) => g with { Stage = v }),
            Persona("S1-32", g => g.Persona, (g, v) => g with { Persona = v }),
            Text("text", "Goal", "S1-32 S2-19", g => g.Text, (g, v) => g with { Text = v }, "compare the true monthly cost", "In the customer's words, as \"I want to …\".", required: true, inOrder: true),
            Choice("type", "Kind of goal", "S2-25", g => g.Type, (g, v) => g with { Type = v }, [new("functional", "functional"), new("emotional", "emotional")], also: ["kind"]),
            Choice("support", "Do we support it", "S2-23", g => g.Support, (g, v) => g with { Support = v },
                [new("yes", "yes"), new("partly", "partly"), new("no", "no"), new("unknown", "unknown")], also: ["support", "supported"]),
            Text("businessGoal", "Serves our goal", "S2-24", g => g.BusinessGoal, (g, v) => g with { BusinessGoal = v }, "more subscriptions in Leeds", also: ["business goal"]),
            Score("importance", "Importance", "S1-55", g => g.Importance, (g, v) => g with { Importance = v }, prefix: "importance"),
        ],
    };
}
