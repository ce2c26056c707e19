using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Stages.Stage>;

namespace WorkshopBot.Workshops.Steps.Stages;

/// <summary>A stretch of the journey with one major goal of the customer (S2-27), named by what the customer does, not by what we do.</summary>
public sealed record Stage : Item
{
    public string? Name { get; init; }
    public string? MajorGoal { get; init; }
    public string? ExitNeed { get; init; }
    public Span? TargetDuration { get; init; }
    public Span? ObservedDuration { get; init; }
    public PersonRef? TimesBy { get; init; }
    public string? Behaviour { get; init; }
    public string? Description { get; init; }
    public Cost? Costs { get; init; }
    public string? SupportLevel { get; init; }
    public string? When { get; init; }
    public string? Where { get; init; }
    public string? DiscoverySource { get; init; }
    public string? InfoSource { get; init; }
    public string? Location { get; init; }
    public string? Path { get; init; }
    public string? Action { get; init; }
    public string? DecisionCriteria { get; init; }
    public string? SupportPath { get; init; }
    public string? Next { get; init; }

    public static readonly Kind Kind = new Kind<Stage>
    {
        Id = "stage", Letter = 'S', Label = "Stage", Plural = "stages", ByName = true, Most = Limits.Stages,
        Line = "stage: Choose | goal: be sure | done when: shortlist of one | should take: 3 days",
        IdentifiedBy = (stage, _) => stage.Name is { } name ? Tidy.Fold(name) : null,
        SharedAs = stage => stage.ObservedDuration is not { } span ? Share.None : span.Source is { IsEvidence: true } ? Share.Backed : Share.Bare,
        Fields =
        [
            Text("name", "Name", "S0-08", s => s.Name, (s, v) => s with { Name = v }, "Choose", "In the customer's words.", required: true, inOrder: true, max: Limits.Name),
            Text("majorGoal", "Major goal", "S2-27", s => s.MajorGoal, (s, v) => s with { MajorGoal = v }, "be sure", "The one big thing the customer wants here.", inOrder: true, also: ["goal"]),
            Text("exitNeed", "Done when", "S0-51", s => s.ExitNeed, (s, v) => s with { ExitNeed = v }, "shortlist of one", "What must be true for the customer to move on.",
                prefix: "done when", also: ["exit need"]),
            Span("targetDuration", "Should take", "S0-52", s => s.TargetDuration, (s, v) => s with { TargetDuration = v }, "3 days", "From the customer's point of view.", verb: "should take", also: ["target"]),
            Span("observedDuration", "Takes", "S1-48 S0-28", s => s.ObservedDuration, (s, v) => s with { ObservedDuration = v }, "2-4 weeks (CRM, May)", "How long it really lasts.", verb: "takes", also: ["observed", "lasts"]),
            Person("timesBy", "Times come from", "S1-48", s => s.TimesBy, (s, v) => s with { TimesBy = v }, null, "times by", "times from"),
            Text("behaviour", "What they do", "S1-27", s => s.Behaviour, (s, v) => s with { Behaviour = v }, "asks friends, reads tests", also: ["behaviour", "doing"]),
            Text("description", "Description", "S0-08", s => s.Description, (s, v) => s with { Description = v }, "from the first idea to a list"),
            Cost("costs", "Costs", "S0-33 S0-63", s => s.Costs, (s, v) => s with { Costs = v }, "2.00 EUR per person", "costs", "cost"),
            Choice("supportLevel", "Support needed", "S0-25", s => s.SupportLevel, (s, v) => s with { SupportLevel = v },
                [new("none", "none"), new("self-serve", "self-serve"), new("assisted", "assisted"), new("dedicated", "dedicated")], also: ["support level", "support"]),
            Text("when", "When", "S0-26", s => s.When, (s, v) => s with { When = v }, "evenings, after the children sleep"),
            Text("where", "Where", "S0-27", s => s.Where, (s, v) => s with { Where = v }, "on the phone, on the sofa"),
            Text("discoverySource", "How they find out", "S0-21", s => s.DiscoverySource, (s, v) => s with { DiscoverySource = v }, "a neighbour's bike", also: ["discovery source", "found by"]),
            Text("infoSource", "Where they look for more", "S0-22", s => s.InfoSource, (s, v) => s with { InfoSource = v }, "test reports", also: ["information source", "info source"]),
            Text("location", "Where they go", "S2-33", s => s.Location, (s, v) => s with { Location = v }, "the shop at the station", also: ["location"]),
            Text("path", "How they get there", "S2-33", s => s.Path, (s, v) => s with { Path = v }, "search, then the map", also: ["path"]),
            Text("action", "What they do with a candidate", "S2-34", s => s.Action, (s, v) => s with { Action = v }, "books a test ride"),
            Text("decisionCriteria", "How they decide", "S2-35", s => s.DecisionCriteria, (s, v) => s with { DecisionCriteria = v }, "monthly cost and safety", also: ["criteria"]),
            Text("supportPath", "Help afterwards", "S2-36", s => s.SupportPath, (s, v) => s with { SupportPath = v }, "calls the shop", also: ["support path"]),
            Text("next", "Skips or loops", "S0-37 S0-38", s => s.Next, (s, v) => s with { Next = v }, "some go back to Research", also: ["loops", "loops back to"]),
        ],
    };
}
