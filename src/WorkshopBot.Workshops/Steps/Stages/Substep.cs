using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Stages.Substep>;

namespace WorkshopBot.Workshops.Steps.Stages;

/// <summary>One thing the customer does within a stage (S1-28: Step). Not a step of the workshop.</summary>
public sealed record Substep : Item
{
    public Ref? Stage { get; init; }
    public string? Text { get; init; }

    public static readonly Kind Kind = new Kind<Substep>
    {
        Id = "step", Letter = 'H', Label = "Step", Plural = "steps",
        Line = "step Choose: I ride two bikes round the block",
        Fields =
        [
            Stage("S1-28", s => s.Stage, (s, v) => s with { Stage = v }),
            Text("text", "What the customer does", "S1-28", s => s.Text, (s, v) => s with { Text = v }, "I ride two bikes round the block", required: true, inOrder: true),
        ],
    };
}
