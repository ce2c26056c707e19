using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams.Cards;

namespace WorkshopBot.Channels.Tests.Teams.Cards;

/// <summary>Lists that have more than they show are looked through while somebody types, on every surface.</summary>
public sealed class TeamsSearchTests
{
    const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"Container","items":[{"type":"Container","items":[{"type":"Input.ChoiceSet","id":"f.serves","style":"compact","isMultiSelect":true,"value":"G7","dataset":"w=m-1&of=touchpoint&item=&field=f.serves","choices":[{"title":"G7","value":"G7"}]}]}]},
          {"type":"Input.ChoiceSet","id":"f.stage","style":"expanded","dataset":"","choices":[{"title":"S1","value":"S1"}]},
          {"type":"Input.Text","id":"f.text"}]}
        """;

    static readonly Message Form = new("", "form", default, "", "en") { Workshop = "m-1" };

    [Theory]
    [InlineData(TeamsSurface.Kept)]
    [InlineData(TeamsSurface.Answer)]
    [InlineData(TeamsSurface.Dialog)]
    public void A_list_with_more_asks_for_it_and_keeps_what_it_shows_already(TeamsSurface surface) => Assert.Equal(
        """{"type":"Input.ChoiceSet","id":"f.serves","style":"filtered","isMultiSelect":true,"value":"G7","choices":[{"title":"G7","value":"G7"}],"choices.data":{"type":"Data.Query","dataset":"w=m-1&of=touchpoint&item=&field=f.serves"}}""",
        Plain(Fit(surface)["body"]![0]!["items"]![0]!["items"]![0]!));

    [Fact]
    public void A_list_that_shows_all_it_has_asks_for_nothing() => Assert.Equal(
        """{"type":"Input.ChoiceSet","id":"f.stage","style":"expanded","choices":[{"title":"S1","value":"S1"}]}""", Plain(Fit(TeamsSurface.Dialog)["body"]![1]!));

    static JsonNode Fit(TeamsSurface surface) => JsonNode.Parse(TeamsCard.Fit(Encoding.UTF8.GetBytes(Card), surface, Form).Span)!;

    static string Plain(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
