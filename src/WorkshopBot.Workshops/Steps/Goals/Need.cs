using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Goals.Need>;

namespace WorkshopBot.Workshops.Steps.Goals;

/// <summary>What the customer needs at a stage to get on (S0-10), with when and where.</summary>
public sealed record Need : Item
{
    public Ref? Stage { get; init; }
    public Ref? Persona { get; init; }
    public string? Text { get; init; }
    public string? When { get; init; }
    public string? Where { get; init; }

    public static readonly Kind Kind = new Kind<Need>
    {
        Id = "need", Letter = 'N', Label = "Need", Plural = "needs",
        Line = "need Research: a price without an account",
        Fields =
        [
            Stage("S0-10 S1-06", n => n.Stage, (n, v) => n with { Stage = v }),
            Persona("S0-10", n => n.Persona, (n, v) => n with { Persona = v }),
            Text("text", "Need", "S0-10", n => n.Text, (n, v) => n with { Text = v }, "a price without an account", required: true, inOrder: true),
            Text("when", "When", "S0-26", n => n.When, (n, v) => n with { When = v }, "late in the evening"),
            Text("where", "Where", "S0-27", n => n.Where, (n, v) => n with { Where = v }, "on the phone"),
        ],
    };
}
