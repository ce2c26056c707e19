using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What a board and a step's card give as an example can be typed as it stands.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_example_of_every_step_is_a_line_that_works_and_names_what_is_on_this_map(string language)
    {
        var (team, reader, told) = (Team.Started().Given($"Ann: language {language}"), Readers.Of(language), new List<string>());
        foreach (var step in Playbook.Standard.Steps)
        {
            if (step.Id != team.Workshop.StepId) team.Given($"Ann: goto {step.Id}");
            var example = reader.Example(step, team.Workshop);
            Assert.Contains(example, ((BoardView)Reactions.Show("board", team.Workshop, reader)!.Pages[0]).How, StringComparison.Ordinal);
            Assert.Contains(example, ((StepView)Reactions.Show($"step:{step.Id}", team.Workshop, reader)!.Pages[0]).Example, StringComparison.Ordinal);
            var answer = Conversation.Hear(team.Heard("tried", "Ann", example), team.Workshop);
            Assert.False(answer.Refused, $"{example}\n{Team.Text(answer)}");
            told.Add(example);
            if (step.Id == "personas") team.Given("Ann: Maya | nurse, two children");
            if (step.Id == "stages") team.Given("Ann: Notice, Search");
            if (step.Id == "goals") team.Given("Ann: goal Notice: see it");
        }

        Assert.Equal(language == "en" ? ["Notice: compare the true monthly cost", "Notice: price page | web | during | friction | serves G1", "Notice -> Search 31% via website (n=2140, May, web analytics)", "X1 -> Product | M | effect 4 | owner @Ann | mock-up by 12 June"]
            : ["Notice: die wahren Monatskosten vergleichen", "Notice: Preisseite | Web | während | Reibung | erfüllt G1", "Notice -> Search 31 % über Website (n=2140, Mai, Webanalyse)", "X1 -> Produkt | M | Wirkung 4 | verantwortlich @Ann | Entwurf bis 12. Juni"], told[3..7]);
    }

    [Theory]
    [InlineData("touchpoints", "Notice: price page | web | during | friction")]
    [InlineData("teams", "X2 -> Product | M | effect 4 | owner @sam | mock-up by 12 June")]
    [InlineData("data", "Research -> Explore 31% via website (n=2140, May, web analytics)")]
    public void What_is_not_there_is_left_out_and_without_it_the_declared_line_stays(string step, string example)
    {
        var team = Team.Started().Given("Ann: goto stages", "Ann: stage: Notice", $"Ann: goto {step}");
        Assert.Equal(example, Readers.English.Example(Playbook.Standard.Step(step)!, team.Workshop));
        Assert.Equal(Playbook.Standard.Step(step)!.Example, Readers.English.Example(Playbook.Standard.Step(step)!, Team.Started().Workshop));
    }

    [Fact]
    public void A_stage_whose_name_would_read_as_something_else_is_called_by_its_ref()
    {
        var team = Team.Started().Given("Ann: goto stages", "Ann: stage: Hear of us: at last", "Ann: stage: Decide", "Ann: goto goals");
        var example = Readers.English.Example(team.Workshop.Step, team.Workshop);

        Assert.Equal("S1: compare the true monthly cost", example);
        Assert.False(team.Says("Ann", example).Refused);
    }
}
