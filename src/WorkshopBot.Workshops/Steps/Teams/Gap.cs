using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Teams.Gap>;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>
/// Something the company must work on (S1-50 to S1-54): raised by a check, with rule and place as its identity, or written by somebody.
/// A finding is open until it is accepted, dropped with a reason, or resolved because its cause is gone.
/// </summary>
public sealed record Gap : Item
{
    public const string Open = "open", Accepted = "accepted", Resolved = "resolved", Dropped = "dropped";

    /// <summary>Accepted gaps, highest effect first, then lowest ref: the order of the last step's hard rule (settled: "Closing").</summary>
    public const string Top = "gaps";

    public string? Check { get; init; }
    public Ref? Place { get; init; }
    public string? Text { get; init; }
    public string? State { get; init; }

    /// <summary>Somebody has taken it up to be worked on; one that people wrote themselves is taken up from the start.</summary>
    public bool IsAccepted => State is null or Accepted;
    public string? Reason { get; init; }
    public ImmutableArray<string> Teams { get; init; } = [];
    public string? Size { get; init; }
    public decimal? Effect { get; init; }
    public PersonRef? Owner { get; init; }
    public string? NextAction { get; init; }
    public Day? Due { get; init; }
    public string? RiskOfLoss { get; init; }

    private static readonly Choice[] Sizes = [new("S", "S"), new("M", "M"), new("L", "L"), new("XL", "XL")];

    public static readonly Kind Kind = new Kind<Gap>
    {
        Id = "gap", Letter = 'X', Label = "Gap", Plural = "gaps",
        Line = "gap Choose: nothing to share with a partner",
        Begins = ["place", "text", "team", "effort", "effect", "owner", "nextAction", "due"],
        Presumes = gap => gap with { State = Accepted },
        // Of the place it was raised for: merged with another, each keeps its own finding.
        IdentifiedBy = (gap, _) => gap is { Check: { } check, Place: { } place } ? Key(check, place) : null,
        TaggedAs = gap => [gap.State ?? Accepted],
        MarkedAs = (gap, resolve) => gap.State switch
        {
            Accepted => [(Top, -(int)(gap.Effect ?? 0)), .. At(gap, resolve)],
            Open => [(OpenOf(gap.Check ?? ""), 0), .. At(gap, resolve)],
            _ => [],
        },
        Fields =
        [
            Choice("check", "Rule", "S1-50", g => g.Check, (g, v) => g with { Check = v }, [new("L06", "L06"), new("L07", "L07")], open: true, hidden: true),
            Item("place", "Where", "S1-50", "", g => g.Place, (g, v) => g with { Place = v }, "Choose", home: true),
            Text("text", "Gap", "S1-50 S1-51", g => g.Text, (g, v) => g with { Text = v }, "nothing to share with a partner", inOrder: true),
            Choice("state", "State", "S1-50", g => g.State, (g, v) => g with { State = v }, [new(Open, "open"), new(Accepted, "accepted"), new(Resolved, "resolved"), new(Dropped, "dropped")], hidden: true),
            Of("reason", "Dropped because", "S1-50", new TextShape(Limits.Text), g => g.Reason, (g, v) => g with { Reason = v }, hidden: true),
            Of("team", "Teams", "S1-52", new TeamsShape(), g => g.Teams, (g, v) => g with { Teams = v }, "Product + Web", also: ["team"]),
            Choice("effort", "Size for the team", "S1-53", g => g.Size, (g, v) => g with { Size = v }, Sizes, "The team's work, never the customer's.", also: ["size"]),
            Score("effect", "Effect", "S1-55", g => g.Effect, (g, v) => g with { Effect = v }, prefix: "effect"),
            Person("owner", "Owner", "S0-60", g => g.Owner, (g, v) => g with { Owner = v }, "owner"),
            Text("nextAction", "Next action", "S1-44 S1-53", g => g.NextAction, (g, v) => g with { NextAction = v }, "mock-up", inOrder: true, also: ["next action", "next"]),
            Day("due", "By", "S1-53", g => g.Due, (g, v) => g with { Due = v }, "by", "due"),
            Text("riskOfLoss", "Risk of loss", "S1-34", g => g.RiskOfLoss, (g, v) => g with { RiskOfLoss = v }, "leaves for the shop next door", also: ["risk"]),
        ],
    };

    public static string Key(string check, Ref place) => string.Create(CultureInfo.InvariantCulture, $"{check}/{place}");

    /// <summary>The list of a rule's open findings.</summary>
    public static string OpenOf(string check) => $"open:{check}";

    /// <summary>The list of live gaps at a place.</summary>
    public static string AtPlace(Ref place) => $"gap:{place}";

    private static IEnumerable<(string List, int Rank)> At(Gap gap, Func<Ref, Ref> resolve) =>
        gap is { State: Accepted, Place: { } place } ? [(AtPlace(resolve(place)), 0)] : [];
}
