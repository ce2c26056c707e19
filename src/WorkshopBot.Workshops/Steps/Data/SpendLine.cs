using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Data.SpendLine>;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>Money spent on a medium at a stage (S0-04, S0-36): what it was for, and what came back of it.</summary>
public sealed record SpendLine : Item
{
    public Ref? Stage { get; init; }
    public string? Text { get; init; }
    public string? Medium { get; init; }
    public Cost? Cost { get; init; }
    public Cost? Returned { get; init; }
    public string? Period { get; init; }

    public static readonly Kind Kind = new Kind<SpendLine>
    {
        Id = "spend", Letter = 'R', Label = "Spend", Plural = "spend",
        Line = "spend Discover: local ads | via social media | 900 EUR per month",
        Fields =
        [
            Stage("S0-36", s => s.Stage, (s, v) => s with { Stage = v }),
            Text("text", "What for", "S0-36", s => s.Text, (s, v) => s with { Text = v }, "local ads", required: true, inOrder: true),
            Text("medium", "Medium", "S0-04", s => s.Medium, (s, v) => s with { Medium = v }, "social media", max: Limits.Name, prefix: "via"),
            Cost("cost", "Cost", "S0-04 S0-36", s => s.Cost, (s, v) => s with { Cost = v }, "900 EUR per month", "costs"),
            Cost("returned", "Came back", "S0-34 S0-36", s => s.Returned, (s, v) => s with { Returned = v }, "2400 EUR per month", also: ["return", "returned"]),
            Text("period", "Period", "S0-36", s => s.Period, (s, v) => s with { Period = v }, "May 2026", max: Limits.Name),
        ],
    };
}
