using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.Failure>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>What can go wrong at a touchpoint, and what we do about it (S0-49, S0-61, S0-62).</summary>
public sealed record Failure : Item
{
    public Ref? Touchpoint { get; init; }
    public string? Text { get; init; }
    public string? Prevention { get; init; }
    public string? Recovery { get; init; }
    public string? Who { get; init; }
    public PersonRef? Owner { get; init; }
    public decimal? Severity { get; init; }
    public decimal? Likelihood { get; init; }
    public decimal? Detectability { get; init; }

    public static readonly Kind Kind = new Kind<Failure>
    {
        Id = "failure", Letter = 'F', Label = "Failure", Plural = "failures",
        Line = "T3 fails when chat is closed | prevent: hours on page | recover: call back | who: Support",
        MarkedAs = (item, resolve) => item.Touchpoint is { } place ? [(At(resolve(place)), 0)] : [],
        Fields =
        [
            Item("touchpoint", "Touchpoint", "S0-49 S0-61", "T", f => f.Touchpoint, (f, v) => f with { Touchpoint = v }, "T3", home: true, required: true),
            Text("text", "What goes wrong", "S0-49", f => f.Text, (f, v) => f with { Text = v }, "chat is closed", required: true, inOrder: true),
            Text("prevention", "Prevent", "S0-62", f => f.Prevention, (f, v) => f with { Prevention = v }, "hours on page", also: ["prevention"]),
            Text("recovery", "Recover", "S0-62", f => f.Recovery, (f, v) => f with { Recovery = v }, "call back", also: ["recovery"]),
            Text("who", "Who", "S0-62", f => f.Who, (f, v) => f with { Who = v }, "Support"),
            Person("owner", "Owner", "S0-62", f => f.Owner, (f, v) => f with { Owner = v }, "owner"),
            Score("severity", "Severity", "S0-61", f => f.Severity, (f, v) => f with { Severity = v }, prefix: "severity"),
            Score("likelihood", "Likelihood", "S0-61", f => f.Likelihood, (f, v) => f with { Likelihood = v }, prefix: "likelihood"),
            Score("detectability", "Hard to notice", "S0-61", f => f.Detectability, (f, v) => f with { Detectability = v }, prefix: "detectability", also: ["detectability"]),
        ],
    };

    /// <summary>The list of what can go wrong at a touchpoint.</summary>
    public static string At(Ref place) => $"failures:{place}";
}
