using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What the messages of a step say once the team has gone back from it: the same as the board.</summary>
public sealed class CameBackTests
{
    private readonly Team team = Team.Started().Given("Ben: i speak for Support").Until("stages");

    [Fact]
    public void An_invitation_to_a_step_the_team_went_back_from_says_that_it_is_still_to_come()
    {
        team.Until("goals").Given("Ann: back");

        Assert.Equal("This step is still to come. You will be asked then.", Invite("goals").Said);
        Assert.Empty(Invite("goals").Buttons);
        Assert.Equal("This step is over.", Invite("personas").Said);
        // What somebody adds to it makes it one that was left, on the board and here.
        var added = team.Says("Ann", "goal Research: compare the cost");
        Assert.Equal("This step is over.", Invite("goals").Said);
        Assert.Contains("invite:goals:test:local:ben", Reactions.To(added.Events, team.Workshop));
    }

    [Fact]
    public void Whoever_has_answered_stays_thanked_when_the_team_goes_back()
    {
        team.Until("close").Given("Ben: overall 4: good", "Ann: back");

        Assert.Equal("Thank you, your answer is on the map.", Invite("close").Said);
    }

    [Fact]
    public void A_step_card_says_that_the_step_is_still_to_come_and_asks_for_a_line_only_while_it_is_open()
    {
        team.Until("goals");
        Assert.Equal("Nothing here yet. One line is enough to begin.", Step("goals").Nothing);
        team.Given("Ann: back");

        Assert.Equal(("This step is still to come. What comes early is taken all the same.", "Nothing here."), (Step("goals").State, Step("goals").Nothing));
        team.Given("Ann: next anyway", "Ann: next anyway");
        Assert.Equal(("This step is not open. What comes late is still taken.", "Nothing here."), (Step("goals").State, Step("goals").Nothing));
        team.Given("Ann: throw away");
        Assert.Equal(("The workshop is closed.", "Nothing here."), (Step("goals").State, Step("goals").Nothing));
    }

    private InviteView Invite(string step) => (InviteView)Reactions.Show($"invite:{step}:test:local:ben", team.Workshop, Readers.English)!.Pages[0];

    private StepView Step(string step) => (StepView)Reactions.Show($"step:{step}", team.Workshop, Readers.English)!.Pages[0];
}
