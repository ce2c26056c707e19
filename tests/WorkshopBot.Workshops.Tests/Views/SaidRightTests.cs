using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Answers say what is so: of a feeling what people said, of an undo what became of it, of a refusal what would work for this person.</summary>
public sealed class SaidRightTests
{
    private readonly Team team = Team.Started();

    [Fact]
    public void A_feeling_shows_every_word_that_as_many_people_said_and_everybody_who_voted()
    {
        team.Until("touchpoints").Given("Cem: Research feels lost 1", "Ben: Research feels fine 5");
        var item = (ItemView)Screens.Of(new Screen.See(new Query.ShowItem(new Ref('V', 1))), [], false, null, team.Workshop, "test:local:ann", "t", Readers.English);

        Assert.Contains("lost, fine · 3 (votes 2, spread 4)", item.Text, StringComparison.Ordinal);
        Assert.Contains(new FactLine("Feels", "lost, fine · 3, votes: 2"), item.Facts);
        Assert.Contains(new FactLine("Added by", "Ben, Cem"), item.Facts);
        team.Given("Dan: Research feels fine 4");
        Assert.Contains("Feels: fine 4, votes: 3", Team.Text(team.Says("Ann", "show V1")), StringComparison.Ordinal);
        team.Given("Eve: Research feels odd 2", "Fay: Research feels lost 1", "Gus: Research feels odd 2", "Hal: Research feels calm 3", "Ida: Research feels calm 3");
        Assert.Contains("added by Ben, Cem, Dan, Eve, Fay, Gus, Hal, Ida\nWhere: S2\nPersona: P1\nFeels: lost, …, fine · 2.5, votes: 8", Team.Text(team.Says("Ann", "show V1")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_undo_says_what_has_become_of_the_item()
    {
        team.Until("personas").Given("Ben: persona: Tom | teacher");
        Assert.StartsWith("Your last message here is taken back.\nOff the map again: P1.", Team.Text(team.Says("Ben", "undo")), StringComparison.Ordinal);
        team.Given("Ben: persona: Tim | teacher", "Ben: rename P2 Tom");
        Assert.Contains("\nAs it was before: P2.", Team.Text(team.Says("Ben", "undo")), StringComparison.Ordinal);
        team.Given("Ben: withdraw P2");
        Assert.Contains("\nOn the map again: P2.", Team.Text(team.Says("Ben", "undo")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_but_the_facilitator_is_told_to_reopen()
    {
        team.Given("Ben: i speak for Support", "Ann: throw away");

        Assert.Equal("Getting a bike is closed. Ann can open it again.", Team.Text(team.Says("Ben", "goal: see it")));
        Assert.Equal("Getting a bike is closed. Ann can open it again.", Team.Text(team.Says("Ben", "undo")));
        Assert.Equal("Getting a bike is closed. To open it again: reopen", Team.Text(team.Says("Ann", "pass")));
    }

    [Fact]
    public void A_line_of_a_stage_that_is_not_there_is_answered_with_the_stages_there_are_or_the_way_to_add_it()
    {
        team.Given("Ann: next anyway", "Ann: Maya | nurse", "Ann: next anyway", "Ann: next anyway");
        var answer = team.Says("Ben", "Research: know price");
        var refusal = (RefusalView)Screens.Of(null, answer.Lines, true, answer.Instead, team.Workshop, "test:local:ben", "t", Readers.English);
        Assert.Equal(("Not added: there is no stage \"Research\" yet.", "Add stage"), (refusal.Said, refusal.Buttons[0].Title));
        Assert.Equal("Research", team.Sends("Ben", Desk.Press(refusal.Buttons[0].Verb, [.. refusal.Buttons[0].Data.SelectMany(pair => (string[])[pair.Key, pair.Value])])).Form().Field("name").Value);

        team.Given("Ann: stage: Choose");
        Assert.Equal("Not added: there is no stage or persona \"Research\". There are: Choose", Team.Text(team.Says("Ben", "Research: know price")));
        Assert.StartsWith("I did not understand that.", Team.Text(team.Says("Ben", "what is this")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_withdrawn_meanwhile_is_said_to_be_and_a_field_that_is_not_mine_is_called_by_its_name()
    {
        team.Until("goals");
        var form = team.Opens("Ben", "goal").Filled("stage", "S6", "text", "tell friends");
        team.Given("Ann: withdraw S6");
        Assert.Contains("S6 is withdrawn. To bring it back: restore S6", Team.Text(team.Sends("Ben", form)), StringComparison.Ordinal);

        var kickoff = team.Opens("Ben", "kickoff").Filled("cadence", "monthly", "owner", "", "speaks", "Support");
        Assert.Contains("no longer has a field Review cadence.", Team.Text(team.Sends("Ben", kickoff)), StringComparison.Ordinal);
    }
}
