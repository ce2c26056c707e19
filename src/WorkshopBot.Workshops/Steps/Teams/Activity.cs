using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Teams.Activity>;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>What happens inside so that a touchpoint works (S2-48, S0-57): on stage, behind it, or in support.</summary>
public sealed record Activity : Item
{
    /// <summary>The list of activities of which cost or time is not known.</summary>
    public const string Unpriced = "unpriced";

    public Ref? Place { get; init; }
    public string? Lane { get; init; }
    public string? Text { get; init; }
    public string? Team { get; init; }
    public PersonRef? Owner { get; init; }
    public string? Helpers { get; init; }
    public string? When { get; init; }
    public string? Where { get; init; }
    public string? Systems { get; init; }
    public Cost? Cost { get; init; }
    public string? CostKind { get; init; }
    public Span? Time { get; init; }
    public string? TimeKind { get; init; }

    public static readonly Kind Kind = new Kind<Activity>
    {
        Id = "activity", Letter = 'B', Label = "Activity", Plural = "activities",
        Line = "T3 backstage: Billing checks identity | 2 h | 5 EUR",
        Begins = ["place", "text", "lane", "team", "owner", "cost", "time"],
        TaggedAs = a => a.Lane is { } lane ? [$"lane:{lane}"] : [],
        MarkedAs = (item, resolve) =>
        [
            .. item.Place is { } place ? [(At(resolve(place)), 0)] : Array.Empty<(string, int)>(),
            .. item.Cost is null || item.Time is null ? [(Unpriced, 0)] : Array.Empty<(string, int)>(),
        ],
        Fields =
        [
            Item("place", "For", "S2-48 S2-49 S0-57", "STNG", a => a.Place, (a, v) => a with { Place = v }, "T3", home: true, required: true),
            Text("text", "Activity", "S0-57", a => a.Text, (a, v) => a with { Text = v }, "Billing checks identity", required: true, inOrder: true),
            Choice("lane", "Lane", "S2-48", a => a.Lane, (a, v) => a with { Lane = v },
                [new("backstage", "backstage"), new("frontstage", "frontstage"), new("support", "support")], "Which side of the line of visibility."),
            Text("team", "Team", "S0-53 S0-60", a => a.Team, (a, v) => a with { Team = v }, "Billing", max: Limits.Name),
            Person("owner", "Owner", "S0-60", a => a.Owner, (a, v) => a with { Owner = v }, "owner"),
            Text("helpers", "Helpers", "S0-60", a => a.Helpers, (a, v) => a with { Helpers = v }, "Web, Support"),
            Text("when", "When", "S0-58 S0-60", a => a.When, (a, v) => a with { When = v }, "within a day of the order"),
            Text("where", "Where", "S0-58", a => a.Where, (a, v) => a with { Where = v }, "the shop's office"),
            Text("systems", "Systems", "S2-49", a => a.Systems, (a, v) => a with { Systems = v }, "CRM", also: ["system"]),
            Cost("cost", "Cost", "S0-63", a => a.Cost, (a, v) => a with { Cost = v }, "5 EUR", "costs", "costs"),
            Choice("costKind", "Kind of cost", "S0-63", a => a.CostKind, (a, v) => a with { CostKind = v }, [new("one-off", "one-off"), new("period", "per period"), new("customer", "per customer")]),
            Span("time", "Time", "S0-64", a => a.Time, (a, v) => a with { Time = v }, "2 h", verb: "takes"),
            Choice("timeKind", "Kind of time", "S0-64", a => a.TimeKind, (a, v) => a with { TimeKind = v }, [new("elapsed", "elapsed"), new("hands-on", "hands-on")]),
        ],
    };

    /// <summary>The list of what happens inside for an item.</summary>
    public static string At(Ref place) => $"activities:{place}";
}
