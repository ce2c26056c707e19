using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Receipts and refusals lead on: to what is missing, to what the press was about, and to nothing that is refused.</summary>
public sealed class WayOnTests
{
    private readonly Team team = Team.Started();

    [Fact]
    public void A_persona_is_answered_with_what_it_lacks_and_the_button_for_it()
    {
        team.Given("Ann: next anyway");
        var receipt = (ReceiptView)Says("Ben", "Maya | nurse, two children | fear: being stranded");

        Assert.Equal(("P1 Maya is on the map.", "Missing: a goal of Maya; a challenge of Maya."), (receipt.Said, receipt.Next));
        Assert.Equal(["Add a goal", "Add another", "Edit", "Undo"], receipt.Buttons.Select(button => button.Title));
        Assert.Equal("P1", Clicked("Ben", receipt.Buttons[0]).Form().Item.ToString());
    }

    [Fact]
    public void A_receipt_says_numbers_evidence_and_source_back()
    {
        team.Until("data");

        Assert.Contains("Understood: How many go on: 31 %; Medium: website; Source: (n=2140, May, web analytics).", Said("Ben", "Research -> Explore 31% via website (n=2140, May, web analytics)"), StringComparison.Ordinal);
        Assert.Contains("With evidence E1: (n=212, May, survey)", Said("Ben", "Research feels lost 2 (survey, n=212, May)"), StringComparison.Ordinal);
        Assert.Contains("Edit", ((ReceiptView)Says("Ben", "Choose feels lost 2")).Buttons.Select(button => button.Title));
    }

    [Fact]
    public void A_button_that_leads_to_another_item_names_it_and_none_is_there_twice()
    {
        team.Until("goals").Given("Ann: Research: see it", "Ann: Choose: try it", "Ann: next anyway").Until("teams").Given("Ann: gap X1", "Ann: gap X2");

        var receipt = (ReceiptView)Says("Ann", "X2 -> Product | M | owner @Ann | mock-up by 12 June");
        Assert.Equal(["Complete X1", "Edit", "Undo"], receipt.Buttons.Select(button => button.Title));
        Assert.Equal(["X1", "X2"], receipt.Buttons.Take(2).Select(button => button.Data["item"]));
        team.Given("Ann: undo");
        Assert.Equal(["Complete X2", "Undo"], ((ReceiptView)Says("Ann", "X2 -> Product")).Buttons.Select(button => button.Title));
    }

    [Fact]
    public void What_only_the_facilitator_can_fill_in_is_no_next_thing_of_anybody_else()
    {
        var receipt = (ReceiptView)Says("Zed", "park a shared bike");

        Assert.Equal("Next: departments: 0 of at least 2 (i speak for <department>).", receipt.Next);
        Assert.Equal("Name my department", receipt.Buttons[0].Title);
        Assert.Contains(Clicked("Zed", receipt.Buttons[0]).Form().Fields, field => field.Id == "speaks");
        team.Given("Zed: i speak for Support, Sales");
        Assert.Equal("Next: what is still missing here is for the facilitator.", ((ReceiptView)Says("Zed", "park a spare wheel")).Next);
        Assert.StartsWith("Next: the scenario", ((ReceiptView)Says("Ann", "park a lamp")).Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_leads_is_offered_the_next_step_once_nothing_needed_is_missing()
    {
        team.Given("Ann: scenario: When a, b wants c, until d", "Ann: why: grow");
        var receipt = (ReceiptView)Says("Ann", "owner: @Ann");

        Assert.Equal(["Next step", "Undo"], receipt.Buttons.Select(button => button.Title));
        Assert.DoesNotContain("Next step", ((ReceiptView)Says("Ben", "i speak for Support")).Buttons.Select(button => button.Title));
        Assert.False(Clicked("Ann", receipt.Buttons[0]).Refused);
        Assert.Equal("personas", team.Workshop.StepId);
    }

    [Fact]
    public void After_going_on_all_the_same_the_new_step_is_offered_and_not_a_second_decision()
    {
        var receipt = (ReceiptView)Says("Ann", "next anyway");

        Assert.Equal(["Add persona", "Undo"], receipt.Buttons.Select(button => button.Title));
    }

    [Fact]
    public void Whoever_goes_on_is_led_into_every_step_by_its_form_and_can_take_it_back()
    {
        for (var left = Playbook.Standard.Steps.Length - 1; left > 0; left--)
        {
            var from = team.Workshop.StepId;
            var receipt = (ReceiptView)Seen(team.Turn($"on {left}", "Ann", "next anyway"), "ann", $"on {left}");

            Assert.NotEqual(from, team.Workshop.StepId);
            Assert.Equal((2, Press.Form, "positive", "Undo"), (receipt.Buttons.Count, receipt.Buttons[0].Verb, receipt.Buttons[0].Style, receipt.Buttons[1].Title));
            Assert.False(Conversation.Hear(team.Heard("tried", "Ann", "") with { Press = Pressed(receipt.Buttons[0]) }, team.Workshop).Refused, team.Workshop.StepId);
            if (team.Workshop.StepId == "stages") team.Given("Ann: Discover, Research, Explore, Choose");
        }
    }

    [Fact]
    public void Whoever_changes_an_item_is_led_to_what_the_step_lacks_also_when_that_is_one_more_of_its_kind()
    {
        team.Until("goals").Given("Ben: Research: compare the cost");
        var receipt = (ReceiptView)Says("Ben", "edit G1 compare the true cost");

        Assert.Equal(("Next: a goal for Discover.", "Add goal"), (receipt.Next, receipt.Buttons[0].Title));
        Assert.Equal("S1", receipt.Buttons[0].Data["f.stage"]);
    }

    [Fact]
    public void A_step_that_is_not_complete_leads_to_what_is_missing_and_on_all_the_same()
    {
        var refusal = (RefusalView)Says("Ann", "next");
        Assert.Equal(["Fill in kick-off", "Next anyway", "Help"], refusal.Buttons.Select(button => button.Title));
        Assert.False(Clicked("Ann", refusal.Buttons[1]).Refused);

        var close = (RefusalView)Says("Ann", "close");
        Assert.Equal(["Rate the map", "Throw away", "Help"], close.Buttons.Select(button => button.Title));
        Assert.Equal(["Help"], ((RefusalView)Says("Ben", "next")).Buttons.Select(button => button.Title));
    }

    [Fact]
    public void The_facilitator_is_led_to_what_is_missing_before_going_on_without_it()
    {
        team.Until("goals");
        var menu = (FacilitateView)Screens.Of(new Screen.See(new Query.Facilitate()), [], false, null, team.Workshop, "test:local:ann", "t", Readers.English);

        Assert.Equal(["Add goal", "Next anyway", "Back", "Show gaps", "Fill in kick-off"], menu.Buttons.Select(button => button.Title));
        Assert.Equal(("positive", "default"), (menu.Buttons[0].Style, menu.Buttons[1].Style));
    }

    [Fact]
    public void The_facilitator_reads_at_the_last_step_what_it_would_be_closed_with()
    {
        FacilitateView Menu() => (FacilitateView)Screens.Of(new Screen.See(new Query.Facilitate()), [], false, null, team.Workshop, "test:local:ann", "t", Readers.English);
        team.Given("Ann: scenario: a bike", "Ann: why: to ride", "Ann: next anyway", "Ann: goto close");
        Assert.Equal(["an owner of the map (owner: @name)", "a review date (review in 3 months)"], Readers.Lines(Menu(), "Still needed"));
        team.Given("Ann: owner @Ann", "Ann: review in 3 months");
        var menu = Menu();

        var left = Readers.Lines(menu, "Still open; it can be closed with these").ToList();
        Assert.Equal((false, null, true), (menu.IsReady, Readers.Part(menu, "Still needed"), left.Count > 0));
        Assert.Equal($"Getting a bike is closed with open points: {string.Join("; ", left)}.", Said("Ann", "close").Split('\n')[0]);
    }

    [Fact]
    public void Every_open_point_that_names_a_form_names_one_that_can_be_opened()
    {
        foreach (var (workshop, point) in Playbook.Standard.Steps.SelectMany(step => Lines.Rooms.At(step.Id) is var w ? step.Missing(w).Select(point => (w, point)) : []))
            if (Readers.English.Towards(point, workshop) is { } button)
                Assert.True(!Conversation.Hear(new("t", "test:local:ann", "Ann", "", Lines.Rooms.Now, Zone.Utc, [], "", "m-1", Press: Pressed(button)), workshop).Refused, point.What.Code);
        Assert.NotNull(Playbook.Standard.Steps[0].Missing(team.Workshop).First().Way);
    }

    [Fact]
    public void A_repeat_of_my_own_click_says_that_it_is_done_and_a_change_meanwhile_opens_what_it_is_about()
    {
        team.Until("goals").Given("Ann: Research: see it", "Ann: next anyway");
        Answered Gap() => team.Presses("Ann", Press.Say, Press.Line, "gap X1", Press.Shown, Shown.Says(new('X', 1), 0));
        Assert.False(Gap().Refused);
        Assert.Equal("X1 is accepted already.", Team.Text(Gap()));

        team.Turn("u", "Ben", "goal Research: try it");
        Answered Undo() => team.Presses("Ben", Press.Say, Press.Line, "undo", Press.Shown, Shown.After("u"));
        Assert.False(Undo().Refused);
        Assert.Equal("That has been taken back already.", Team.Text(Undo()));

        team.Given("Ben: goal Research: buy it");
        var goal = team.Workshop.Map.LiveOn('G').Last().Name;
        team.Given($"Ann: edit {goal} rent it");
        var late = (RefusalView)Seen(team.Presses("Ben", Press.Form, Press.Item, $"{goal}", Press.Shown, Shown.Says(goal, 0)), "ben");
        Assert.Equal(("Open it", $"show {goal}"), (late.Buttons[0].Title, late.Buttons[0].Data["line"]));

        team.Given($"Ben: withdraw {goal}");
        var gone = (RefusalView)Seen(team.Presses("Ben", Press.Form, Press.Item, $"{goal}", Press.Shown, Shown.Says(goal, 1)), "ben");
        Assert.Equal(["Restore", "Help"], gone.Buttons.Select(button => button.Title));
        Assert.False(Clicked("Ben", gone.Buttons[0]).Refused);
    }

    private Answered Clicked(string person, Button button) => team.Sends(person, Pressed(button));

    private static Press Pressed(Button button) => Desk.Press(button.Verb, [.. button.Data.SelectMany(pair => (string[])[pair.Key, pair.Value])]);

    private string Said(string person, string line) => Team.Text(team.Says(person, line));

    private View Says(string person, string line) => Seen(team.Turn("said " + line, person, line), person.ToLowerInvariant(), "said " + line);

    private View Seen(Answered answer, string person, string turn = "none") => Screens.Of(answer.Screen, answer.Lines, answer.Refused, answer.Instead, team.Workshop, $"test:local:{person}", turn, Readers.English);
}
