using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>Buttons: clicking and typing are one path, and a late click is known as one.</summary>
public sealed class PressTests
{
    private readonly Team team = Team.Started().Until("goals").Given("Ben: goal Research: compare the true monthly cost");

    [Fact]
    public void A_button_that_says_a_line_does_what_the_line_does()
    {
        Assert.False(team.Presses("Ben", Press.Say, Press.Line, "Research? what is fair", Press.Workshop, "m-1", Press.Shown, Shown.While("goals")).Refused);

        Assert.Equal(1, team.Workshop.Map.Count('Q'));
        Assert.Equal("show map", Conversation.TextOf("", Desk.Press(Press.Say, Press.Line, "show map")));
    }

    [Theory]
    [InlineData("step:personas", "stale-step")]
    [InlineData("step:goals", null)]
    [InlineData("act:t0", "undone-already")]
    [InlineData("rev:G1:0", null)]
    [InlineData("rev:G1:1", "stale-item")]
    [InlineData("rev:G9:1", "unknown-button")]
    [InlineData("rev:nonsense", "unknown-button")]
    [InlineData("phase:running", null)]
    [InlineData("phase:closed", "stale-phase")]
    [InlineData("moon:full", "unknown-button")]
    public void A_late_click_is_refused_in_clear_words(string shown, string? code)
    {
        var before = team.Workshop;
        var answer = team.Presses("Ann", Press.Say, Press.Line, "pass", Press.Shown, shown);

        Assert.Equal(code, answer.Refused ? answer.Lines[0].Code : null);
        Assert.Equal(code is not null, ReferenceEquals(before, team.Workshop));
    }

    [Fact]
    public void Undo_by_button_takes_back_what_it_was_shown_for_and_nothing_later()
    {
        team.Turn("first", "Ben", "goal Choose: be sure");
        team.Turn("second", "Ben", "goal Choose: be quick");

        Assert.Equal("stale-act", team.Presses("Ben", Press.Say, Press.Line, "undo", Press.Shown, Shown.After("first")).Lines[0].Code);
        Assert.False(team.Presses("Ben", Press.Say, Press.Line, "undo", Press.Shown, Shown.After("second")).Refused);
    }

    [Fact]
    public void A_step_that_has_gone_on_says_which_one_is_open()
    {
        team.Given("Ann: next anyway");

        Assert.Equal("This step is closed. The open one is Touchpoints.", Team.Text(team.Presses("Ben", Press.Form, Press.Shown, Shown.While("goals"))));
        Assert.Equal("touchpoint", team.Presses("Ben", Press.Form).Form().Of);
    }

    [Fact]
    public void A_button_of_another_workshop_or_version_changes_nothing()
    {
        Assert.Equal("other-workshop", team.Presses("Ben", Press.Say, Press.Line, "pass", Press.Workshop, "m-2").Lines[0].Code);
        Assert.Equal("unknown-button", team.Presses("Ben", "wizard", Press.Line, "pass").Lines[0].Code);
        Assert.Equal("dialog.none", team.Presses("Ben", Press.Answer, Press.Text, "pass").Lines[0].Code);
        Assert.Equal("empty", team.Presses("Ben", Press.Say).Lines[0].Code);
    }

    [Fact]
    public void Only_who_leads_sees_what_the_facilitator_can_do()
    {
        Assert.IsType<Query.Facilitate>(Assert.IsType<Screen.See>(team.Presses("Ann", Press.Facilitate).Screen).Query);
        Assert.Equal("only-facilitator", team.Presses("Ben", Press.Facilitate).Lines[0].Code);
    }

    [Theory]
    [InlineData("add goal", "goal")]
    [InlineData("add feeling", "feeling")]
    [InlineData("add conversion", "conversion")]
    [InlineData("add kickoff", "kickoff")]
    [InlineData("add times", "times")]
    [InlineData("edit G1", "goal")]
    public void A_typed_add_opens_the_form_and_in_private_the_questions(string line, string of)
    {
        Assert.Equal(of, team.Says("Ben", line).Form().Of);
        Assert.Equal(of, Assert.IsType<Screen.Ask>(team.Turn(null, "Ben", line, null, isPrivate: true).Screen).Dialog.Of);
        Assert.Equal(of, Assert.IsType<Screen.Ask>(team.Presses("Ben", Press.Ask, Press.Of, of, Press.Item, line == "edit G1" ? "G1" : "").Screen).Dialog.Of);
    }

    [Fact]
    public void A_start_is_followed_by_the_kickoff_form_and_an_edit_with_a_text_edits_at_once()
    {
        Assert.Equal("kickoff", new Team().Turn(null, "Ann", "start Getting a bike", null, isPrivate: true).Form().Of);
        Assert.Null(team.Says("Ben", "edit G1 another text").Screen);
    }

    [Fact]
    public void A_name_that_is_nearly_right_comes_back_as_the_line_that_works()
    {
        var answer = team.Says("Ben", "goal Reserch: see it");

        Assert.Equal("goal Research: see it", answer.Instead);
        Assert.False(team.Presses("Ben", Press.Say, Press.Line, answer.Instead!).Refused);
    }

    [Fact]
    public void Choices_end_at_a_hundred_and_a_further_ref_is_taken()
    {
        for (var i = 0; i < 110; i++) team.Happened(new WorkshopEvent.ItemAdded(new('G', 2 + i), new Steps.Goals.Goal { Stage = new('S', 1), Text = $"goal {i}" }, $"e{i}", Workshops.Map.Timing.OnTime));
        var form = team.Opens("Ben", "touchpoint");

        Assert.Equal((100, "form.more-choices"), (form.Field("serves").Choices.Length, Assert.IsType<Words.Arg.Inner>(form.Field("serves").Hint).Value.Code));
        Assert.False(team.Sends("Ben", form.Filled("stage", "S2", "text", "page", "serves", "G1,G111")).Refused);
        Assert.Equal((101, "G111"), (team.Opens("Ben", "touchpoint", "T1").Field("serves").Choices.Length, team.Opens("Ben", "touchpoint", "T1").Field("serves").Choices[^1].Value));
    }
}
