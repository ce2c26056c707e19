using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Tests.Lines;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>Forms that are sent: good ones once, and bad ones with all that is wrong and nothing changed.</summary>
public sealed class SendingTests
{
    private readonly Team team = Team.Started().Given("Ben: i speak for Sales", "Sam: i speak for Support").Until("goals").Given("Ann: goal Research: compare the true monthly cost");

    [Fact]
    public void A_form_sent_twice_adds_once_and_says_what_is_there()
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "a price without an account");

        Assert.False(team.Sends("Ben", form).Refused);
        var (before, again) = (team.Workshop, team.Sends("Ben", form));

        Assert.False(again.Refused);
        Assert.Same(before, team.Workshop);
        Assert.Equal("This is on the map already: G2.", Team.Text(again));
    }

    [Fact]
    public void A_made_up_form_id_takes_nobodys_place()
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "a price without an account");
        team.Sends("Sam", form with { Data = form.Data.SetItem(Press.Field + "text", "something of Sam's") });

        Assert.False(team.Sends("Ben", form).Refused);

        Assert.Equal("a price without an account", ((Goal)team.Workshop.Map.Find(new('G', 3))!.Item).Text);
    }

    [Fact]
    public void Every_fault_is_said_at_once_beside_its_field_and_what_was_filled_in_is_kept()
    {
        var answer = Refused("Ben", team.Opens("Ben", "metric").Filled("stage", "S99", "value", "many", "target", "10 %"));

        var form = answer.Form();
        Assert.Equal(["stage", "name", "value"], form.Fields.Where(field => field.Fault is not null).Select(field => field.Id));
        Assert.Equal(("S99", "many", "10 %"), (form.Field("stage").Value, form.Field("value").Value, form.Field("target").Value));
        Assert.Equal("Not saved yet. Fields to correct: 3\nStage: There is no S99.\nName: This is needed.\nValue: \"many\" is no number.", Team.Text(answer));
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_with_the_number_and_nothing_is_cut()
    {
        var form = Refused("Ben", team.Opens("Ben", "goal").Filled("stage", "S2", "text", new string('x', 10_000))).Form();

        Assert.Equal(("too-long", 10_000), (form.Field("text").Fault!.Code, form.Field("text").Value.Length));
        Assert.Equal("message-too-big", Refused("Ben", team.Opens("Ben", "goal").Filled("stage", "S2", "text", new string('x', 100_000))).Lines[0].Code);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"TextBlock\",\"text\":\"${title}\"}]}")]
    [InlineData("withdraw G1 | owner: @Ann")]
    public void Markup_and_cards_and_commands_are_text_like_any_other(string text)
    {
        Assert.False(team.Sends("Ben", team.Opens("Ben", "goal").Filled("stage", "S2", "text", text)).Refused);

        Assert.Equal(text, ((Goal)team.Workshop.Map.Find(new('G', 2))!.Item).Text);
    }

    [Fact]
    public void A_choice_that_was_renamed_fits_and_one_that_is_gone_is_said_at_its_field()
    {
        var (fits, gone) = (team.Opens("Ben", "goal").Filled("stage", "S2", "text", "one"), team.Opens("Ben", "goal").Filled("stage", "S5", "text", "two"));
        team.Given("Ann: rename S2 Look around", "Ann: withdraw S5");

        Assert.False(team.Sends("Ben", fits).Refused);
        Assert.Equal("withdrawn", Refused("Ben", gone).Form().Field("stage").Fault!.Code);
    }

    [Fact]
    public void Text_that_looks_personal_is_warned_of_and_taken_when_it_is_sent_again()
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "call Mrs Miller");
        var warned = Refused("Ben", form);

        Assert.Equal(("personal-data", "form.look-again"), (warned.Form().Notice!.Code, warned.Form().Field("text").Fault!.Code));
        Assert.True(Conversation.LooksPersonal("", form));
        Assert.True(team.Sends("Ben", form with { Data = form.Data.SetItem(Press.Field + "text", "call Mr Smith") }, [.. warned.Warned]).Refused);
        Assert.False(team.Sends("Ben", form, [.. warned.Warned]).Refused);
    }

    [Theory]
    [InlineData("f.wizard", "yes", "form.no-field")]
    [InlineData("f.state", "accepted", "form.no-field")]
    [InlineData("of", "wizard", "form.unknown-form")]
    [InlineData("w", "m-2", "other-workshop")]
    [InlineData("form", "", "form.gone")]
    [InlineData("item", "G99", "no-such-ref")]
    [InlineData("item", "nonsense", "form.gone")]
    [InlineData("item", "S2", "form.other-kind")]
    public void What_a_form_does_not_have_or_is_not_for_is_refused_in_clear_words(string name, string value, string code)
    {
        var form = team.Opens("Ben", "gap").Filled("text", "no way back");

        Assert.Equal(code, Refused("Ben", form with { Data = form.Data.SetItem(name, value) }).Lines[0].Code);
    }

    [Fact]
    public void More_shows_all_fields_with_what_was_filled_in()
    {
        var form = team.Opens("Ben", "persona");
        var more = team.Sends("Ben", form.Filled("name", "Tom", "goals", "calm\nquiet") with { Verb = Press.More }).Form();

        Assert.False(form.Whole);
        Assert.True(more.Whole && more.Fields.Length > 20 && more.Id == form.Id);
        Assert.Equal(("Tom", "calm\nquiet"), (more.Field("name").Value, more.Field("goals").Value));
        Assert.False(team.Sends("Ben", more.Filled()).Refused);
    }

    [Fact]
    public void A_number_input_means_the_point_it_sends()
    {
        team.Sends("Ben", team.Opens("Ben", "segment").Filled("name", "Families", "size", "1.125"));

        Assert.Equal(1.125m, ((Steps.Personas.Segment)team.Workshop.Map.Find(new('Y', 1))!.Item).Size);
    }

    [Fact]
    public void A_button_fills_in_what_it_was_shown_for()
    {
        var form = team.Presses("Ben", Press.Form, Press.Of, "goal", "f.stage", "Explore", "f.importance", "9", "f.nothing", "x").Form();

        Assert.Equal(("S3", "", "P1"), (form.Field("stage").Value, form.Field("importance").Value, form.Field("persona").Value));
    }

    [Fact]
    public void A_vote_by_form_is_one_vote_however_often_it_is_sent_and_the_next_replaces_it()
    {
        var form = team.Opens("Ben", "feeling").Filled("place", "S2", "actual", "lost 2");
        team.Sends("Ben", form);
        var (before, again) = (team.Workshop, team.Sends("Ben", form));
        Assert.Same(before, again.After);
        Assert.Equal("lost 2", team.Opens("Ben", "feeling", "V1").Field("actual").Value);

        team.Sends("Ben", team.Opens("Ben", "feeling", "V1").Filled("actual", "fine 4"));

        Assert.Equal((4m, 1), (((Feeling)team.Workshop.Map.Find(new('V', 1))!.Item).Actual.Median, ((Feeling)team.Workshop.Map.Find(new('V', 1))!.Item).Actual.Votes));
        Assert.Equal("form.feeling.nothing", Refused("Sam", team.Opens("Sam", "feeling").Filled("place", "S2")).Form().Field("actual").Fault!.Code);
    }

    [Fact]
    public void Only_who_leads_is_asked_for_the_frame_and_anybody_says_whom_they_speak_for()
    {
        Assert.Equal(["speaks"], team.Opens("Ben", "kickoff").Fields.Select(field => field.Id));
        team.Sends("Ben", team.Opens("Ben", "kickoff").Filled("speaks", "Sales, Web"));
        Assert.Equal("Sales Web", string.Join(' ', team.Workshop.Crew["test:local:ben"]!.Departments));

        var form = team.Opens("Ann", "kickoff").Filled("purpose", "grow", "mode", "live", "scenario", "When the car dies, Maya wants calm, until she tells");
        Assert.False(team.Sends("Ann", form).Refused);
        Assert.Equal(("grow", "live", "the car dies"), (team.Workshop.Frame.Purpose, team.Workshop.Frame.Mode, team.Workshop.Frame.Trigger));
        Assert.Equal("form.no-field", Refused("Ben", form).Lines[0].Code);
        Assert.DoesNotContain(team.Opens("Ann", "kickoff").Fields.SelectMany(field => field.Choices), choice => choice.Value == Frame.Anonymous);
    }

    [Fact]
    public void What_one_form_says_stands_or_falls_together()
    {
        Refused("Ann", team.Opens("Ann", "close").Filled("score", "4", "sentence", "good", "owner", "@Ben", "review", "2020-01-01"));
        Assert.Empty(team.Workshop.Judgements);

        Assert.False(team.Sends("Ann", team.Opens("Ann", "close").Filled("score", "4", "sentence", "good", "owner", "@Ben", "review", "2027-01-01", "signOff", "true")).Refused);
        Assert.Equal((4, true, "Ben"), (team.Workshop.Judgements["test:local:ann"].Score!.Value, team.Workshop.Judgements["test:local:ann"].SignedOff, team.Workshop.Frame.Owner!.Name));
        Assert.DoesNotContain(team.Opens("Ben", "close").Fields, field => field.Id is "owner" or "review");
        Assert.Equal("form.close.stays", Refused("Ann", team.Opens("Ann", "close").Filled("signOff", "false")).Form().Field("signOff").Fault!.Code);
        Assert.Equal("form.close.why", Refused("Ben", team.Opens("Ben", "close").Filled("score", "2")).Form().Field("sentence").Fault!.Code);
    }

    [Fact]
    public void A_finding_is_dropped_by_form_by_who_leads()
    {
        team.Until("touchpoints");
        Assert.Equal("only-facilitator", team.Presses("Ben", Press.Form, Press.Of, "drop", Press.Item, "X1").Lines[0].Code);
        var form = team.Opens("Ann", "drop", "X1").Filled("reason", "the goal is wrong");

        Assert.False(team.Sends("Ann", form).Refused);
        Assert.Equal("form.same", team.Sends("Ann", form).Lines[0].Code);
        Assert.Equal("dropped", ((Steps.Teams.Gap)team.Workshop.Map.Find(new('X', 1))!.Item).State);
    }

    [Fact]
    public void Nobody_has_to_know_how_many_go_on_but_somebody_has_to_say_so()
    {
        Assert.Equal("form.unknown.either", Refused("Ben", team.Opens("Ben", "conversion").Filled("from", "S1", "to", "S2")).Form().Field("percent").Fault!.Code);
        Assert.Equal("split-over", Taken("Ben", "conversion", "from", "S1", "to", "S2", "percent", "60", "medium", "web") is { } && Refused("Ben", team.Opens("Ben", "conversion").Filled("from", "S1", "to", "S3", "percent", "60")) is var over ? over.Form().Notice!.Code : "");
        Taken("Ben", "conversion", "from", "S2", "to", "S3", "unknown", "true");
        Taken("Ben", "times", "stage", "S2", "observedDuration", "2-4 weeks (CRM, May)");

        var change = team.Opens("Ben", "conversion", "C1").Filled("percent", "70 %");
        Assert.False(team.Sends("Ben", change).Refused);
        Rooms.Expect("C1.percent=70; C2.from=S2", team.Sends("Ben", team.Opens("Ben", "times", "S3").Filled("costs", "2 EUR")));
    }

    [Fact]
    public void A_start_by_form_is_a_typed_start_and_is_followed_by_the_kickoff_form()
    {
        var fresh = new Team();
        var form = Assert.IsType<Screen.Fill>(fresh.Turn(null, "Ann", "", Desk.Press(Press.Form), false).Screen).Form;
        var press = new Press(Press.Submit, form.Filled("title", "Getting a bike | fast", "map", "to-be").Data.Remove(Press.Workshop));
        Assert.Equal("start", form.Of);
        Assert.True(Conversation.Starts(Conversation.TextOf("", press)));

        var started = fresh.Sends("Ann", press);

        Assert.True(fresh.Workshop.ToBe);
        Assert.Equal(("Getting a bike | fast", "kickoff"), (fresh.Workshop.Title, started.Form().Of));
        Assert.Equal("already-started", Refused("Ann", press with { Data = press.Data.SetItem(Press.FormId, "other") }, fresh).Lines[0].Code);
    }

    private Answered Taken(string person, string of, params string[] values)
    {
        var answer = team.Sends(person, team.Opens(person, of).Filled(values));
        Assert.False(answer.Refused, Team.Text(answer));
        return answer;
    }

    private Answered Refused(string person, Press press, Team? of = null)
    {
        var before = (of ?? team).Workshop;
        var answer = (of ?? team).Sends(person, press);
        Assert.True(answer.Refused, Team.Text(answer));
        Assert.Same(before, (of ?? team).Workshop);
        Assert.Empty(answer.Events);
        return answer;
    }
}
