using System.Text.Json.Nodes;
using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Where everybody would read the answer, forms and what is a person's own are offered by a button; and every button says whether it shows something.</summary>
public sealed class OfferTests
{
    [Theory]
    [InlineData("add goal", "goal", "Goal: press Fill in")]
    [InlineData("edit G1", "", "press Fill in")]
    [InlineData("add kickoff", "kickoff", "press Fill in")]
    public void Given_a_room_without_private_answers_when_a_form_is_asked_for_it_is_offered_and_opens_for_whoever_presses(string line, string of, string said)
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare");

        var answer = team.Shares("Ann", line);

        Assert.Contains(said, Team.Text(answer), StringComparison.Ordinal);
        var button = Button(answer, team);
        Assert.Equal((Press.Form, "true"), (button.Verb, button.Data[Press.Opens]));
        if (of.Length > 0) Assert.Equal(of, button.Data[Press.Of]);
        Assert.NotNull(team.Shares("Ann", "", Pressed(button)).Form());
    }

    [Fact]
    public void Given_a_room_without_private_answers_when_mine_is_asked_for_nothing_of_it_is_shown()
    {
        var team = Team.Started().Until("goals").Given("Ben: Research: my secret thought");

        var answer = team.Shares("Ben", "mine");

        Assert.DoesNotContain("secret", Team.Text(answer), StringComparison.Ordinal);
        Assert.Contains("secret", Team.Text(team.Sends("Ben", Pressed(Button(answer, team)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_room_without_private_answers_when_facilitate_is_pressed_it_is_offered()
    {
        var team = Team.Started();
        Assert.Equal(Press.Facilitate, Button(team.Shares("Ann", "", Desk.Press(Press.Facilitate)), team).Verb);
    }

    [Fact]
    public void A_start_in_a_room_without_private_answers_is_accepted_and_offers_the_kickoff_form()
    {
        var team = new Team();

        var answer = team.Shares("Ann", "start Getting a bike");

        Assert.Equal(Phase.Running, team.Workshop.Phase);
        Assert.StartsWith("Getting a bike", OfferOf(answer, team).Said, StringComparison.Ordinal);
        Assert.Equal("kickoff", Button(answer, team).Data[Press.Of]);
    }

    [Fact]
    public void Every_button_that_is_kept_shows_something_or_acts_and_says_which()
    {
        var seen = new HashSet<string>();
        foreach (var step in (string[])["kickoff", "personas", "stages", "goals", "touchpoints", "data", "teams", "close", "closed"])
        {
            var team = Team.Started().Given("Ann: mode: async");
            if (step == "closed") team.Until("touchpoints").Given("Ann: Research: page", "Ann: throw away");
            else team.Until(step);
            foreach (var (verb, data) in Reactions.All(team.Workshop).SelectMany(key => Reactions.Show(key, team.Workshop, Readers.English)?.Pages ?? []).SelectMany(view => Buttons(JsonNode.Parse(Readers.Json(view))!)))
            {
                var answer = Conversation.Hear(team.Heard("press", "Ann", "") with { Press = new(verb, data) }, team.Workshop);
                Assert.Equal((verb, data.GetValueOrDefault(Press.Line), answer.Screen is not null && answer.Events.IsEmpty), (verb, data.GetValueOrDefault(Press.Line), data.ContainsKey(Press.Opens)));
                seen.Add($"{verb} {data.ContainsKey(Press.Opens)}");
            }
        }
        Assert.Equal(["facilitate True", "form True", "say False", "say True"], seen.Order(StringComparer.Ordinal));
    }

    private static OfferView OfferOf(Answered answer, Team team) => (OfferView)Screens.Of(Assert.IsType<Screen.Offer>(answer.Screen), answer.Lines, answer.Refused, null, team.Workshop, "test:local:ann", "t", Readers.English);

    private static Button Button(Answered answer, Team team) => OfferOf(answer, team).Buttons.Single();

    private static Press Pressed(Button button) => Desk.Press(button.Verb, [.. button.Data.SelectMany(pair => (string[])[pair.Key, pair.Value])]);

    private static IEnumerable<(string Verb, System.Collections.Immutable.ImmutableSortedDictionary<string, string> Data)> Buttons(JsonNode node) => node switch
    {
        JsonObject made when made["verb"] is { } verb && made["data"] is JsonObject data => [(verb.GetValue<string>(), Desk.Press("", [.. data.SelectMany(pair => (string[])[pair.Key, pair.Value!.GetValue<string>()])]).Data)],
        JsonObject made => made.SelectMany(pair => pair.Value is null ? [] : Buttons(pair.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : Buttons(item)),
        _ => [],
    };
}
