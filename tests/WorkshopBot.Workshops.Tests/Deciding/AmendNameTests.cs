using WorkshopBot.Workshops.Steps.Goals;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Edited messages whose items go by name, and edits that are taken back.</summary>
public sealed class AmendNameTests
{
    [Fact]
    public void Stages_of_an_edited_list_are_renamed_added_in_their_place_and_taken_out()
    {
        var team = Team.Started().Given("Ann: goto stages");
        team.Turn("m", "Ann", "Discover, Research, Choose, Leave it");

        Assert.False(team.Changes("Ann", "m", "Discover, Look around, Explore, Choose", MessageChangeKind.Edited).Refused);
        Assert.Equal(["Discover", "Look around", "Explore", "Choose"], Stages());
        team.Changes("Ann", "m", "Hear of it, Discover, Look around, Explore, Choose, Buy", MessageChangeKind.Edited);

        Assert.Equal(["Hear of it", "Discover", "Look around", "Explore", "Choose", "Buy"], Stages());

        string[] Stages() => [.. team.Workshop.Map.Stages.Select(stage => ((Steps.Stages.Stage)stage.Item).Name!)];
    }

    [Fact]
    public void A_persona_stays_the_one_it_was_when_a_line_above_it_goes()
    {
        var team = Team.Started().Given("Ann: goto personas");
        team.Turn("m", "Ann", "Maya | nurse\nTom | teacher\nZoe | student");

        Assert.False(team.Changes("Ann", "m", "Tom | head teacher\nZoe | student", MessageChangeKind.Edited).Refused);

        Assert.Equal(["P2 Tom", "P3 Zoe"], team.Workshop.Map.Personas.Select(persona => $"{persona.Name} {((Steps.Personas.Persona)persona.Item).Name}"));
    }

    [Fact]
    public void Undo_takes_an_edit_back_and_the_next_edit_knows()
    {
        var team = Team.Started().Until("goals");
        team.Turn("m", "Ben", "Research: one\nExplore: two");
        team.Changes("Ben", "m", "Research: three", MessageChangeKind.Edited);

        team.Given("Ben: undo");
        Assert.Equal(["one", "two"], Goals());
        team.Changes("Ben", "m", "Research: three\nExplore: two", MessageChangeKind.Edited);

        Assert.Equal(["three", "two"], Goals());

        string[] Goals() => [.. team.Workshop.Map.LiveOn('G').Select(entry => ((Goal)entry.Item).Text!)];
    }
}
