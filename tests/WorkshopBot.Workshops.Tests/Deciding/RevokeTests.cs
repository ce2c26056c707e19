namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Links to the map page are ended by whoever leads, for good.</summary>
public sealed class RevokeTests
{
    [Fact]
    public void The_facilitator_revokes_every_link_and_is_told_that_it_stays_so()
    {
        var team = Team.Started();
        var answer = team.Says("Ann", "revoke links");

        Assert.Equal(new WorkshopEvent.LinksRevoked(), Assert.Single(answer.Events));
        Assert.Equal(1, team.Workshop.LinkEpoch);
        Assert.Contains("dead from now on", Team.Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("(undo takes it back)", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_does()
    {
        var team = Team.Started().Given("Ben: i speak for Support");
        Assert.True(team.Says("Ben", "revoke links").Refused);
        Assert.True(team.Says("Eva", "revoke links").Refused);
        Assert.Equal(0, team.Workshop.LinkEpoch);
    }

    [Fact]
    public void Undo_takes_back_what_was_said_before_and_not_the_links()
    {
        var team = Team.Started().Given("Ann: park a bell", "Ann: revoke links", "Ann: undo");
        Assert.Equal((1, 0), (team.Workshop.LinkEpoch, team.Workshop.Map.Count('K')));
        team.Given("Ann: park a horn\nrevoke links", "Ann: undo");
        Assert.Equal((2, 0), (team.Workshop.LinkEpoch, team.Workshop.Map.Count('K')));
    }

    [Fact]
    public void A_closed_map_takes_it_too_since_its_links_are_out()
    {
        var team = Team.Started().Given("Ann: throw away", "Ann: revoke links", "Ann: revoke links");
        Assert.Equal((2, Phase.Closed), (team.Workshop.LinkEpoch, team.Workshop.Phase));
    }

    [Fact]
    public void Whoever_asks_is_told_who_sees_the_page()
    {
        var said = Team.Text(Team.Started().Says("Ann", "who can see this"));
        Assert.Contains("A link is good for 30 days; revoke links ends them all.", said, StringComparison.Ordinal);
        Assert.Contains("The operator of this bot can read what is stored.", said, StringComparison.Ordinal);
    }
}
