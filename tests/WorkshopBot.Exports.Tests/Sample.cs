using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Personas;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>A small map as a team would leave it, with a little of everything that has a form of its own.</summary>
internal static class Sample
{
    public static IEnumerable<WorkshopEvent> Events =>
    [
        new WorkshopEvent.Joined("ann", "Ann Lee", "UTC", "en"),
        new WorkshopEvent.Framed(new Frame { Purpose = "grow subscriptions", Owner = new("ann", "Ann Lee"), Review = new(new DateTimeOffset(2026, 9, 1, 22, 0, 0, TimeSpan.Zero), "Europe/Berlin") }),
        new WorkshopEvent.StepOpened("kickoff"), new WorkshopEvent.StepOpened("personas"),
        Given.Item("P1", new Persona { Name = "Maya", Goals = ["calm mornings"] }),
        Given.Item("S1", new Stage { Name = "Choose", ObservedDuration = new(2, null, 4, "weeks", new("CRM", "analytics", "May", null, null)) }),
        Given.Item("S2", new Stage { Name = "Research" }), new WorkshopEvent.StagesOrdered([new('S', 2), new('S', 1)]),
        Given.Item("G1", new Goal { Stage = new('S', 2), Persona = new('P', 1), Text = "compare the true cost" }),
        Given.Item("G2", new Goal { Stage = new('S', 2), Text = "trust the seller" }),
        Given.Item("T1", new Touchpoint { Stage = new('S', 2), Text = "price page", Serves = [new('G', 2)], MomentOfTruth = "decided here", Owner = new("ann", "Ann Lee") }),
        Given.Item("F1", new Failure { Touchpoint = new('T', 1), Text = "chat is closed" }),
        Given.Item("V1", new Feeling { Place = new('T', 1), Persona = new('P', 1) }),
        Given.Felt("V1", true, "ann", "confident", 4), Given.Felt("V1", false, "ann", "confused", 2), Given.Felt("V1", false, "ben", "lost", 1),
        Given.Item("E1", new Evidence { On = new('T', 1), Text = "41% gave up", Level = "survey", N = 212 }),
        Given.Item("C1", new Conversion { From = new('S', 2), To = new('S', 1), Percent = 31, Medium = "website", Cost = new(0.80m, "EUR", "contact"), Source = new("web analytics", "analytics", "May", 2140, null) }),
        Given.Item("C2", new Conversion { From = new('S', 2), To = new('S', 1) }),
        Given.Item("X1", new Gap { Check = "L06", Place = new('G', 1), State = Gap.Accepted, Teams = ["Billing", "Web"], Size = "M", Effect = 4, NextAction = "mock-up", Due = new(new DateTimeOffset(2026, 6, 12, 0, 0, 0, TimeSpan.Zero), "UTC") }),
        Given.Item("L1", new Solution { For = new('G', 1), Text = "a calculator" }),
        Given.Item("W1", new Party { Name = "Billing", Type = "department" }),
        new WorkshopEvent.Judged("ann", new Judgement(4, "good start", true, null)),
    ];

    public static Workshop Workshop => Given.Started(Events);
}
