using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.PainPoint>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>What hurts the customer at a stage or touchpoint (S0-11).</summary>
public sealed record PainPoint : Item
{
    public Ref? Place { get; init; }
    public Ref? Persona { get; init; }
    public string? Text { get; init; }
    public decimal? Severity { get; init; }
    public string? Frequency { get; init; }

    public static readonly Kind Kind = new Kind<PainPoint>
    {
        Id = "pain", Letter = 'I', Label = "Pain point", Plural = "painPoints",
        Line = "pain Research: full cost only at checkout | severity 4",
        SharedAs = _ => Share.Bare,
        Fields =
        [
            Item("place", "Where", "S0-11", "ST", p => p.Place, (p, v) => p with { Place = v }, "Research", home: true, required: true),
            Persona("S0-11", p => p.Persona, (p, v) => p with { Persona = v }),
            Text("text", "Pain point", "S0-11", p => p.Text, (p, v) => p with { Text = v }, "full cost only at checkout", required: true, inOrder: true),
            Score("severity", "Severity", "S0-11", p => p.Severity, (p, v) => p with { Severity = v }, prefix: "severity"),
            Choice("frequency", "How often", "S0-11", p => p.Frequency, (p, v) => p with { Frequency = v },
                [new("rarely", "rarely"), new("sometimes", "sometimes"), new("often", "often"), new("always", "always")], open: true, also: ["frequency"]),
        ],
    };
}
