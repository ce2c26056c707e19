namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Whatever is on the map, it can be shown.</summary>
public sealed class ShowingTests
{
    private static readonly string[] Questions =
        ["show", "show map", "show personas", "show stages", "show goals", "show touchpoints", "show data", "show teams", "show kickoff", "show close", "show gaps", "mine", "find a", "help", "help gap", "help owner", "who can see this", "add goal", "show S1", "show P1", "show V1", "show X1", "show C1"];

    [Fact]
    public void Every_question_is_answered_all_along_the_samples()
    {
        foreach (var sample in (string[])["e-bike.txt", "quick.txt"])
        {
            var (team, said) = (new Team(), 0);
            foreach (var line in File.ReadLines(Path.Combine(Docs.Root, "samples", sample)).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
            {
                var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
                team.Says(parts[0], parts[1]);
                said++;
                // Each line is followed by a few of the questions, in turn.
                foreach (var question in Questions.Where((_, index) => index % 6 == said % 6))
                {
                    var answer = team.Says(parts[0], question);
                    Assert.Empty(answer.Events);
                    Assert.NotEmpty(Team.Text(answer));
                }
            }
        }
    }

    [Fact]
    public void A_map_with_feelings_routes_and_findings_shows_them_by_ref_and_place()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare").Until("touchpoints").Given("Ann: Research feels lost 2, wants safe 4", "Ann: Research -> Explore unknown");
        var map = Team.Text(team.Says("Ann", "show map"));

        foreach (var line in (string[])["V1: feels lost 2", "C1: Research -> Explore: unknown", "G1: compare (Research)", "X1: No touchpoint serves goal G1"]) Assert.Contains(line, map, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feeling_or_a_route_is_not_edited_but_said_again()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research feels lost 2", "Ann: Research -> Explore 31% via web");
        Assert.True(team.Says("Ann", "edit V1 fine").Refused);
        Assert.True(team.Says("Ann", "edit C1 20%").Refused);
        team.Given("Ann: withdraw V1", "Ann: restore V1");
    }

    [Fact]
    public void Whoever_filled_a_field_may_fill_it_anew_and_others_may_not()
    {
        var team = Team.Started().Until("data").Given("Dev: Research takes 3 weeks", "Dev: Research takes 2 weeks (CRM, May)");
        Assert.True(team.Says("Eva", "Research takes 1 week").Refused);
        team.Given("Ann: Research takes 4 weeks");
    }
}
