using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Data.Metric>;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>A number that says whether a stage works or satisfies (S0-12, S0-65, S0-66), with target and readings.</summary>
public sealed record Metric : Item
{
    public Ref? Stage { get; init; }
    public string? Name { get; init; }
    public string? Type { get; init; }
    public Measure? Value { get; init; }
    public Measure? Target { get; init; }
    public string? Unit { get; init; }
    public string? Scale { get; init; }
    public string? Source { get; init; }
    public string? Cadence { get; init; }
    public PersonRef? Owner { get; init; }
    public ImmutableArray<(DateOnly Date, decimal Value)> Readings { get; init; } = [];

    public static readonly Kind Kind = new Kind<Metric>
    {
        Id = "metric", Letter = 'M', Label = "Metric", Plural = "metrics",
        Line = "metric Purchase: drop-out at identity check | 21 % | target: 10 %",
        TaggedAs = m => [m.Type is "satisfaction" or "csat" or "nps" or "recommend" ? "satisfaction" : "effectiveness"],
        Fields =
        [
            Stage("S0-12", m => m.Stage, (m, v) => m with { Stage = v }),
            Text("name", "Name", "S0-12", m => m.Name, (m, v) => m with { Name = v }, "drop-out at identity check", required: true, inOrder: true),
            Measure("value", "Value", "S0-12", m => m.Value, (m, v) => m with { Value = Bare(v), Unit = v?.Unit ?? m.Unit }, "21 %"),
            Measure("target", "Target", "S0-12 S0-02", m => m.Target, (m, v) => m with { Target = Bare(v), Unit = m.Unit ?? v?.Unit }, "10 %"),
            Text("unit", "Unit", "S0-12 S1-49", m => m.Unit, (m, v) => m with { Unit = v }, "%", max: 20),
            Choice("type", "Kind of number", "S0-12 S0-14 S0-15 S0-16 S0-17 S0-18 S0-19 S0-65 S0-66 S2-41 S2-42", m => m.Type, (m, v) => m with { Type = v },
                [new("effectiveness", "effectiveness"), new("satisfaction", "satisfaction"), new("csat", "CSAT"), new("nps", "NPS"), new("basket", "basket"), new("acquisition", "cost to acquire", "acquisition"),
                 new("retention", "retention"), new("cost-to-serve", "cost to serve"), new("frequency", "frequency"), new("referral", "referral"), new("repeat", "repeat"), new("recommend", "recommend")], also: ["kind"]),
            Text("scale", "Scale", "S0-02", m => m.Scale, (m, v) => m with { Scale = v }, "1-5", max: Limits.Name),
            Text("source", "Source", "S0-12 S1-49", m => m.Source, (m, v) => m with { Source = v }, "shop system"),
            Choice("cadence", "How often it is read", "S0-73", m => m.Cadence, (m, v) => m with { Cadence = v },
                [new("daily", "daily"), new("weekly", "weekly"), new("monthly", "monthly"), new("quarterly", "quarterly"), new("yearly", "yearly")], open: true, also: ["cadence", "read"]),
            Person("owner", "Who reads it", "S0-73", m => m.Owner, (m, v) => m with { Owner = v }, "owner", "owner"),
            Of("readings", "Readings", "S0-67 S0-71", new ReadingsShape(), m => m.Readings, (m, v) => m with { Readings = v }, "2026-05-01 21", unit: "date and number", also: ["reading"]),
        ],
    };

    // The unit is a field of its own; kept once.
    private static Measure? Bare(Measure? measure) => measure is null ? null : measure with { Unit = null };
}
