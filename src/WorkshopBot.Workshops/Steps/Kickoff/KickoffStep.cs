using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Kickoff;

/// <summary>Step 0: whose journey, from what trigger to what end, and why.</summary>
public sealed class KickoffStep : Step
{
    private const int FewestPeople = 3, FewestDepartments = 2;

    public override string Id => "kickoff";
    public override string Title => "Kick-off";
    public override string Purpose => "Agree whose journey this is, where it starts and ends, and what it is for.";
    public override string Prompt => "Whose journey do we map, from what trigger to what end, and why?";
    public override string Example => "scenario: When the second car dies, Maya wants calm mornings, until she tells her friends";
    public override IReadOnlyList<string> Lines => ["why: grow subscriptions in Leeds", "owner: @name", "subject: service", "decision: where to spend next year", "mode: live", "i speak for Support"];
    public override IReadOnlyList<Kind> Kinds => [ParkedIdea.Kind, DecisionTaken.Kind];
    public override IReadOnlyList<Sheet> Forms => [new KickoffSheet(), .. base.Forms];

    public override Phrase Headline(Workshop w) => w.Frame.Scenario is { } scenario ? Phrase.Of("show.text", scenario) : Phrase.Of("outcome.kickoff");

    public override IEnumerable<Phrase> Decided(Workshop w) =>
        Frame.Kind.Fields.Where(field => field.Id != "scenario" && !field.IsEmpty(w.Frame)).Select(field => Views.Showing.Labelled(Frame.Kind, field, w.Frame))
            .Prepend(Headline(w)).Skip(w.Frame.Scenario is null ? 1 : 0);

    /// <summary>The frame is the facilitator's and the deputies' to set; anybody may say whose view they bring.</summary>
    public override bool AnsweredBy(Workshop w, string person) =>
        base.AnsweredBy(w, person) || (w.Crew[person] is { } one && (!one.Departments.IsEmpty || (one.Leads && Frame.Kind.Fields.Any(field => !field.IsEmpty(w.Frame)))));

    public override IEnumerable<Open> Missing(Workshop w)
    {
        if (w.Frame.Scenario is null) yield return Open.HardPoint("missing.scenario").By(KickoffSheet.Name).ForLeader();
        if (w.Frame.Purpose is null) yield return Open.HardPoint("missing.purpose").By(KickoffSheet.Name).ForLeader();
        if (w.Frame.Owner is null) yield return Open.HardPoint("missing.owner").By(KickoffSheet.Name).ForLeader();
        if (Humans.Count(w) is < FewestPeople and var people) yield return Open.SoftPoint("missing.people", people, FewestPeople).ForLeader();
        if (w.Crew.DepartmentCount < FewestDepartments) yield return Open.SoftPoint("missing.departments", w.Crew.DepartmentCount, FewestDepartments).By(KickoffSheet.Name, Phrase.Of("button.speak"));
    }
}
