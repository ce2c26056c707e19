using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;

namespace WorkshopBot.Workshops.Tests.Declarations;

/// <summary>Every datum the requirements' dictionary and the list after it ask for has a declaration (kind and field), or a place named here.</summary>
public sealed class DictionaryTests
{
    [Theory]
    [InlineData("frame", "purpose decisions subject scenario trigger actor outcome end owner review cadence mode names window language")]
    [InlineData("segment", "name size value buying delivery transaction")]
    [InlineData("persona", "name job jobToBeDone bio demographics goals challenges values fears message pitch tone segment share usage compositeOf buyingRole portrait portraitAlt home workplace commute competitors complements onlinePlaces likes dislikes characteristics context experience")]
    [InlineData("stage", "name behaviour majorGoal exitNeed targetDuration observedDuration supportLevel when where description discoverySource infoSource location path action decisionCriteria supportPath costs next")]
    [InlineData("step", "stage text")]
    [InlineData("goal", "stage persona text support type businessGoal importance")]
    [InlineData("need", "stage persona text when where")]
    [InlineData("question", "stage persona text answeredBy")]
    [InlineData("touchpoint", "stage text channel setting timing trigger script responseTime satisfaction importanceCustomer importanceBusiness criticality verdict momentOfTruth asset owner successSign customerEffort handOver experience serves answers target")]
    [InlineData("message", "stage text medium owner")]
    [InlineData("feeling", "place persona wanted actual")]
    [InlineData("pain", "place persona text severity frequency")]
    [InlineData("evidence", "on type level source period n value permalink collectedOn interviewer text")]
    [InlineData("metric", "stage name type unit value target cadence owner source scale readings")]
    [InlineData("conversion", "from to medium percent cost source owner")]
    [InlineData("spend", "stage text medium cost returned period")]
    [InlineData("activity", "place lane text owner helpers when where cost costKind time timeKind systems team")]
    [InlineData("system", "name place owner")]
    [InlineData("failure", "touchpoint text severity likelihood detectability prevention recovery owner who")]
    [InlineData("gap", "check place text state riskOfLoss team effort effect owner nextAction due reason")]
    [InlineData("opportunity", "place text effect owner")]
    [InlineData("solution", "for text")]
    [InlineData("action", "for text owner due status saving")]
    [InlineData("party", "name type")]
    [InlineData("decided", "text votes against abstentions")]
    [InlineData("parked", "text")]
    public void Every_field_of_the_dictionary_is_declared(string kindId, string fields)
    {
        var kind = kindId == "frame" ? Frame.Kind : Playbook.Standard.Kinds.WithId(kindId)!;
        Assert.Equal("", string.Join(' ', fields.Split(' ').Where(id => kind.Field(id) is null)));
    }

    [Fact]
    public void Every_metric_kind_of_the_list_is_a_choice() => Has("metric", "type", "effectiveness satisfaction csat nps basket acquisition retention cost-to-serve frequency referral repeat recommend");

    [Fact]
    public void Every_evidence_type_and_level_of_the_list_is_a_choice()
    {
        Has("evidence", "type", "survey analytics interview behavioural-web quote");
        Has("evidence", "level", "assumption anecdote interviews survey analytics");
    }

    [Fact]
    public void Verdict_and_experience_are_two_fields_and_every_setting_is_a_choice()
    {
        Has("touchpoint", "verdict", "keep fix stop");
        Has("touchpoint", "experience", "friction neutral delight");
        Has("touchpoint", "setting", "offsite onsite marketing in-person phone");
        Has("touchpoint", "timing", "before during after");
    }

    [Fact]
    public void Lanes_parties_and_kinds_of_cost_and_time_are_choices()
    {
        Has("activity", "lane", "frontstage backstage support");
        Has("activity", "costKind", "one-off period customer");
        Has("activity", "timeKind", "elapsed hands-on");
        Has("party", "type", "department person channel");
        Has("gap", "effort", "S M L XL");
    }

    private static void Has(string kind, string field, string choices) =>
        Assert.Empty(choices.Split(' ').Except(Playbook.Standard.Kinds.WithId(kind)!.Field(field)!.Choices.Select(choice => choice.Id)));
}
