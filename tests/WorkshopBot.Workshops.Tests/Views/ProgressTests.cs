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
        Assert.Equal("Ann", Readers.Awaited(FacilitateView.Of(team.Workshop, Readers.English)));
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

    [Theory]
    [InlineData("goals", "Cleo: Research: compare")]
    [InlineData("goals", "Cleo: Research wants calm 4")]
    [InlineData("goals", "Cleo: pass")]
    [InlineData("kickoff", "Cleo: i speak for Support")]
    [InlineData("close", "Cleo: overall 4: good")]
    public void Who_is_in_two_chats_is_counted_once_and_has_answered_whichever_of_them_they_answered_in(string step, string line)
    {
        var team = Team.Started();
        foreach (var name in (string[])["Ben", "Cleo", "Dev"]) team.Happened(new WorkshopEvent.Joined($"test:local:{name.ToLowerInvariant()}", name, "UTC", ""));
        if (step != "kickoff") team.Until("goals");
        if (step == "close") team.Given("Ann: goto close");
        Is("0 of 4 have answered", team);
        Linked(team);
        Is("0 of 3 have answered", team);
        team.Given(line);

        Is("1 of 3 has answered", team);
        Assert.True(HasAnswered(team, "Ben") && HasAnswered(team, "Cleo"));
        Assert.Equal("Ann, Dev", Readers.Awaited(FacilitateView.Of(team.Workshop, Readers.English)));
        Assert.StartsWith("1 of 3 has answered", ((BoardView)Reactions.Show("board", team.Workshop, Readers.English)!.Pages[0]).Answered, StringComparison.Ordinal);
        var (ben, dev) = (MyWorkshop.Of(team.Workshop, "test:local:ben", Readers.English), MyWorkshop.Of(team.Workshop, "test:local:dev", Readers.English));
        Assert.Equal(("1 of 3 has answered", null), (ben.Answered, ben.Asks));
        Assert.NotNull(dev.Asks);
        // Also once both have: they are one.
        team.Given(line.Replace("Cleo", "Ben", StringComparison.Ordinal).Replace("compare", "look", StringComparison.Ordinal));
        Is("1 of 3 has answered", team);
    }

    [Fact]
    public void Three_who_are_two_humans_are_two_wherever_people_are_counted()
    {
        var team = Linked(Team.Started().Given("Ben: park a bell", "Cleo: park a lamp"));
        Assert.Contains("People taking part: 2.", team.Reads("Ann", "show"), StringComparison.Ordinal);
        Assert.Contains(team.Workshop.Step.Missing(team.Workshop), open => Speech.Say(open.What, Speech.Culture("en")) == "people taking part: 2 of at least 3");
        // Who was shown the code need not take part yet.
        team.Happened(new WorkshopEvent.PeopleLinked("far:org:ann", "test:local:ann"));
        Is("1 of 2 has answered", team);
    }

    [Fact]
    public void Who_is_in_two_chats_is_asked_in_one_and_thanked_in_both()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("stages").Given("Ann: mode: async");
        team.At += TimeSpan.FromMinutes(1);
        team.Given("Cleo: park a lamp", "Dev: park a horn");
        Linked(team).Given("Ann: Discover, Research", "Ann: next anyway");
        Assert.Equal(["test:local:ben", "test:local:dev"], Invited(team));

        var said = team.Says("Cleo", "Research: compare");
        Assert.Equal(["test:local:dev"], Invited(team));
        Assert.Contains("invite:goals:test:local:ben", Reactions.To(said.Events, team.Workshop));
        Assert.False(((InviteView)Reactions.Show("invite:goals:test:local:ben", team.Workshop, Readers.English)!.Pages[0]).IsAsking);
        // Whoever opened the step asks, and is not asked in the other chat.
        team.Happened(new WorkshopEvent.PeopleLinked("test:local:ann", "test:local:dev"), "dev").Given("Ann: next anyway");
        Assert.Equal(["test:local:ben"], Invited(team));

        static IEnumerable<string> Invited(Team team) => Reactions.All(team.Workshop).Where(key => key.StartsWith($"invite:{team.Workshop.StepId}:", StringComparison.Ordinal))
            .Select(key => Reactions.Show(key, team.Workshop, Readers.English)).Where(kept => kept is { OnlyEdits: false }).Select(kept => kept!.Person!).Order(StringComparer.Ordinal);
    }

    private static Team Linked(Team team) => team.Happened(new WorkshopEvent.PeopleLinked("test:local:ben", "test:local:cleo"), "cleo");

    private static bool HasAnswered(Team team, string person) => Progress.HasAnswered(team.Workshop, team.Workshop.Step, $"test:local:{person.ToLowerInvariant()}");

    private static void Is(string said, Team team) => Assert.Equal(said, Speech.Say(Progress.Said(team.Workshop), Speech.Culture("en")));
}
