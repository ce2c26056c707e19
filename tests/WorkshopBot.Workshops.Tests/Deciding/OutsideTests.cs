using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>What came of a workshop is posted when it ends: where people of other organisations read it, whoever ends it is told first.</summary>
public sealed class OutsideTests
{
    static readonly RoomRef Room = new("test:local:joint", "#joint");

    static Answered Says(Team team, string text, bool external, bool isPrivate = false)
    {
        team.At += TimeSpan.FromSeconds(20);
        var answer = Conversation.Hear(team.Heard($"o{team.At.Ticks}", "Ann", text) with { Place = Room, External = external, Private = isPrivate }, team.Workshop);
        team.Becomes(answer.After);
        return answer;
    }

    static Team Ready(bool external)
    {
        var team = new Team();
        Says(team, "start Getting a bike", external);
        foreach (var line in (string[])["goto close", "owner @Ann", "review in 3 months"])
            Says(team, line, external: false);
        return team;
    }

    [Fact]
    public void Closing_in_a_room_that_is_shared_with_others_is_asked_back_once_and_then_done()
    {
        var team = Ready(external: true);
        var asked = Says(team, "close", external: true);

        Assert.True(asked.Refused);
        Assert.Contains("#joint", Team.Text(asked), StringComparison.Ordinal);
        Assert.Contains("close anyway", Team.Text(asked), StringComparison.Ordinal);
        Assert.Equal(Phase.Running, team.Workshop.Phase);
        Assert.False(Says(team, "close anyway", external: true).Refused);
        Assert.Equal(Phase.Closed, team.Workshop.Phase);
    }

    [Fact]
    public void Where_nobody_else_reads_it_ends_at_once_and_next_at_the_last_step_asks_as_well_where_they_do()
    {
        var (alone, shared) = (Ready(external: false), Ready(external: true));

        Assert.False(Says(alone, "close", external: false).Refused);
        Assert.Contains("close anyway", Team.Text(Says(shared, "next", external: false)), StringComparison.Ordinal);
        Assert.Contains("close anyway", Team.Text(Says(shared, "next anyway", external: false)), StringComparison.Ordinal);
        Assert.Equal(Phase.Running, shared.Workshop.Phase);
    }

    [Fact]
    public void Thrown_away_it_is_posted_too()
    {
        var team = Ready(external: true);

        Assert.Contains("throw away anyway", Team.Text(Says(team, "throw away", external: true)), StringComparison.Ordinal);
        Assert.False(Says(team, "throw away anyway", external: true).Refused);
        Assert.Equal(Ending.ThrownAway, team.Workshop.Ending);
    }

    [Fact]
    public void A_room_that_was_shared_later_is_known_also_to_who_closes_in_private()
    {
        var team = Ready(external: false);
        Assert.Empty(Says(team, "show map", external: true).Events);
        Assert.Empty(team.Workshop.Tenancy.Shared);
        Assert.Equal(new WorkshopEvent.RoomShared(Room.Key), Says(team, "park a bell", external: true).Events[0]);

        Assert.True(Says(team, "close", external: false, isPrivate: true).Refused);
    }

    [Fact]
    public void One_room_of_several_is_enough_and_it_is_one_no_more_when_it_has_left()
    {
        var team = Ready(external: false);
        RoomRef far = new("far:org:general", "general");
        team.Happened(new WorkshopEvent.RoomAsked(far, "far:org:fay", "Fay", "c1", External: true)).Happened(new WorkshopEvent.RoomAdmitted(far));

        Assert.Contains("general", Team.Text(Says(team, "close", external: false)), StringComparison.Ordinal);
        team.Happened(new WorkshopEvent.RoomLeft(far.Key));
        Assert.False(Says(team, "close", external: false).Refused);
    }

    [Fact]
    public void What_is_needed_to_close_is_still_needed()
    {
        var team = new Team();
        Says(team, "start Getting a bike", external: true);

        Assert.Contains("Still needed", Team.Text(Says(team, "close anyway", external: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void In_German_it_is_said_and_typed_in_German()
    {
        var team = Ready(external: true).Given("Ann: language de");

        Assert.Contains("trotzdem schließen", team.Reads("Ann", "schließen"), StringComparison.Ordinal);
        Assert.Contains("trotzdem verwerfen", team.Reads("Ann", "verwerfen"), StringComparison.Ordinal);
        team.Given("Ann: trotzdem schließen");
        Assert.Equal(Phase.Closed, team.Workshop.Phase);
    }
}
