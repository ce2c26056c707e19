using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.Opportunity>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>A point for intervention, pinned to a stage or touchpoint (S2-07, S2-31, S0-68).</summary>
public sealed record Opportunity : Item
{
    public Ref? Place { get; init; }
    public string? Text { get; init; }
    public decimal? Effect { get; init; }
    public PersonRef? Owner { get; init; }

    public static readonly Kind Kind = new Kind<Opportunity>
    {
        Id = "opportunity", Letter = 'O', Label = "Opportunity", Plural = "opportunities",
        Line = "opportunity T3: show the monthly cost in the ad",
        Fields =
        [
            Item("place", "Where", "S2-07 S2-31", "ST", o => o.Place, (o, v) => o with { Place = v }, "T3", home: true),
            Text("text", "Opportunity", "S2-07 S0-68", o => o.Text, (o, v) => o with { Text = v }, "show the monthly cost in the ad", required: true, inOrder: true),
            Score("effect", "Effect", "S0-68", o => o.Effect, (o, v) => o with { Effect = v }, prefix: "effect"),
            Person("owner", "Owner", "S0-68", o => o.Owner, (o, v) => o with { Owner = v }, "owner"),
        ],
    };
}
