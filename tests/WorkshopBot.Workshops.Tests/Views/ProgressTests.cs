using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Who has answered the open step.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void Only_what_the_open_step_asks_for_is_an_answer()
    {
        var team = Team.Started().Given("Ben: park a bell", "Cleo: park a lamp").Until("goals");
        Is("0 of 3 have answered", team);
        // An idea for later says nothing of goals.
        team.Given("Ben: park a horn");
        Is("0 of 3 have answered", team);
        team.Given("Ben: Research: compare");
        Is("1 of 3 has answered", team);
        team.Given("Cleo: pass");
        Is("2 of 3 have answered", team);
    }

    [Fact]
    public void What_was_answered_stays_answered_when_the_step_is_opened_again()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("goals").Given("Ben: Research: compare", "Ann: next anyway");
        Is("0 of 2 have answered", team);
        team.Given("Ann: back");
        Is("1 of 2 has answered", team);
    }

    [Theory]
    [InlineData("kickoff", "Ben: i speak for Support")]
    [InlineData("kickoff", "Ann: why: grow in Leeds")]
    [InlineData("touchpoints", "Ben: Research feels lost 2")]
    [InlineData("data", "Ben: T1: seen (analytics, May)")]
    [InlineData("data", "Ann: Research takes 2 weeks (CRM, May)")]
    [InlineData("teams", "Ann: gap X1")]
    [InlineData("teams", "Ben: X1 -> Billing | M")]
    [InlineData("close", "Ben: overall 4: good")]
    [InlineData("close", "Ben: object: too thin")]
    public void Whatever_a_step_asks_for_is_an_answer_until_it_is_taken_back(string step, string line)
    {
        var team = Team.Started();
        if (step != "kickoff") team.Until("goals").Given("Ann: goal Discover: see it", "Ann: touchpoint Research: page | web | delight", "Ann: goto touchpoints");
        if (step is not ("kickoff" or "touchpoints")) team.Given($"Ann: goto {step}");
        var person = line.Split(':')[0];
        if (step == "touchpoints") Assert.True(HasAnswered(team, "ann"));
        Assert.False(HasAnswered(team, person));
        team.Given(line);
        Assert.True(HasAnswered(team, person));
        team.Given($"{person}: undo");
        // Of what a rule found it is not known any more that nobody had decided on it.
        Assert.Equal(line == "Ann: gap X1", HasAnswered(team, person));
    }

    [Fact]
    public void The_board_and_who_leads_read_the_same()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("goals").Given("Ben: Research: compare");
        Assert.Equal(((BoardView)Reactions.Show("board", team.Workshop, Readers.English)!.Pages[0]).Answered, FacilitateView.Of(team.Workshop, Readers.English).Answered);
        Assert.Equal("Ann", FacilitateView.Of(team.Workshop, Readers.English).Awaited);
    }

    [Fact]
    public void It_is_the_same_read_from_a_snapshot_also_in_which_step_a_gap_was_accepted()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("goals").Given("Ben: Research: compare", "Cleo: Research feels lost 2", "Ann: next anyway", "Ann: gap X1", "Dev: X1 -> Billing | M");
        var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written)) StateJson.Write(writer, team.Workshop);
        var read = StateJson.Read(JsonDocument.Parse(written.ToArray()).RootElement, team.Workshop.Playbook);

        foreach (var step in read.Playbook.Steps)
            foreach (var person in read.Crew.All) Assert.Equal(Progress.HasAnswered(team.Workshop, step, person.Key), Progress.HasAnswered(read, step, person.Key));
        Assert.Equal("touchpoints", Assert.Single(read.AcceptedIn).Value);
        // A snapshot from before this was written down holds none.
        var old = JsonNode.Parse(written.ToArray())!.AsObject();
        Assert.True(old.Remove("accepted"));
        Assert.Empty(StateJson.Read(JsonDocument.Parse(old.ToJsonString()).RootElement, team.Workshop.Playbook).AcceptedIn);
    }

    private static bool HasAnswered(Team team, string person) => Progress.HasAnswered(team.Workshop, team.Workshop.Step, $"test:local:{person.ToLowerInvariant()}");

    private static void Is(string said, Team team) => Assert.Equal(said, Speech.Say(Progress.Said(team.Workshop), Speech.Culture("en")));
}
