using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What is counted and listed is what people put on the map, once, and marked as what it is.</summary>
public sealed class CountedTests
{
    private readonly Team team = Team.Started();

    [Fact]
    public void Nothing_is_on_the_map_after_kick_off()
    {
        team.Given("Ben: i speak for Support", "Ann: next anyway");

        Assert.Equal(1, team.Workshop.Map.Count('D'));
        Assert.Equal(0, MapCounts.Items(team.Workshop.Map));
        team.Given("Ben: Maya | nurse", "Ann: gap P1: nothing | team Billing");
        Assert.Equal((1, 1), (team.Workshop.Map.Count('W'), MapCounts.Items(team.Workshop.Map)));
    }

    [Fact]
    public void The_outcome_of_the_teams_step_lists_each_gap_once()
    {
        team.Until("goals").Given("Ann: Research: see it", "Ann: Choose: try it").Until("teams").Given("Ann: gap X1", "Ann: gap X2", "Ann: X1 -> Product", "Ann: next anyway");
        var outcome = (OutcomeView)Reactions.Show("outcome:teams", team.Workshop, Readers.English)!.Pages[0];

        Assert.Equal(["X1", "X2"], outcome.Decided.Select(line => line[..2]));
        Assert.Empty(outcome.Gaps);
    }

    [Fact]
    public void A_resolved_finding_is_last_in_its_cell_and_says_so()
    {
        team.Until("goals").Given("Ann: Research: see it", "Ann: Research: try it").Until("touchpoints").Given("Ann: touchpoint Research: page | web | serves G1");
        var gaps = MapTable.Of(team.Workshop, Speech.Culture("en")).Lanes.Single(lane => lane.Id == "gaps").Cells.Single(cell => cell.Stage == "S2").Items;

        Assert.Equal(["X2 open", "X1 resolved"], gaps.Select(gap => $"{gap.Ref} {string.Join(' ', gap.Chips.Select(chip => chip.Text))}"));
    }

    [Fact]
    public void A_finding_that_is_wrong_is_dropped_with_a_reason_and_nothing_else_is_asked()
    {
        team.Until("goals").Given("Ann: Research: see it", "Ann: Research: try it").Until("touchpoints");
        var form = team.Opens("Ann", "drop", "X2");

        Assert.Equal(("Drop X2", "reason"), (Speech.Say(form.Title, Speech.Culture("en")), string.Join(' ', form.Fields.Select(field => field.Id))));
        Assert.Contains("X2 is dropped.", Team.Text(team.Sends("Ann", form.Filled("reason", "nobody wants it"))), StringComparison.Ordinal);
        Assert.Equal(["gap", "reason"], team.Opens("Ann", "drop").Fields.Select(field => field.Id));
    }

    [Fact]
    public void The_first_question_says_where_it_listens()
    {
        team.Until("goals");
        var asked = (Screen.Ask)team.Presses("Ann", Press.Ask, Press.Of, "goal").Screen!;

        Assert.EndsWith("The answer is heard in the private chat only.", QuestionView.Of(asked.Question, Readers.English).Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("private chat", QuestionView.Of(asked.Question with { Number = 2 }, Readers.English).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_German_help_says_can_be_added_can_be_and_no_name_is_said_twice()
    {
        team.Given("Ann: language de").Until("personas");
        var answer = team.Says("Ann", "hilfe");
        var help = (HelpView)Screens.Of(answer.Screen, answer.Lines, false, null, team.Workshop, "test:local:ann", "t", Readers.German);

        Assert.Contains(new FactLine("Persona", "Maya | Pflegerin, zwei Kinder | Ziel: ruhige Morgen | Sorge: liegen bleiben"), help.Examples);
        Assert.Contains(help.Commands, command => command.Value.EndsWith("Auch neu Gefühl, Übergang, Zeiten, Auftakt, Abschluss.", StringComparison.Ordinal));
        team.Given("Ann: Maya | Pflegerin", "Ann: weiter trotzdem", "Ann: Recherche, Auswahl", "Ann: weiter trotzdem");
        foreach (var (word, of) in ((string, string)[])[("Gefühl", "feeling"), ("Übergang", "conversion"), ("Zeiten", "times"), ("Auftakt", "kickoff"), ("Abschluss", "close")])
            Assert.Equal(of, team.Says("Ann", $"neu {word}").Form().Of);
    }
}
