using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Cards;

namespace WorkshopBot.Channels.Tests.Teams.Cards;

/// <summary>What becomes of a card on each surface of Teams.</summary>
public sealed class TeamsCardTests
{
    const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"ActionSet","actions":[
          {"type":"Action.Execute","title":"Show map","verb":"say","associatedInputs":"none","data":{"verb":"say","line":"show map","opens":"true"},"fallback":{"type":"Action.Submit","title":"Show map"}}]}]}],
         "actions":[{"type":"Action.Execute","title":"Pass","verb":"say","style":"default","data":{"verb":"say","line":"pass","w":"m-1"},"fallback":{"type":"Action.Submit","title":"Pass","data":{"verb":"say"}}},
          {"type":"Action.OpenUrl","title":"Open","url":"https://example.org/"}]}
        """;

    static readonly Message Board = new("board", "board", default, "", "en") { Workshop = "m-1" };

    [Fact]
    public void On_a_kept_message_what_shows_something_opens_a_dialog_and_what_acts_says_where_it_stands()
    {
        var card = Fit(TeamsSurface.Kept);
        var shows = card["body"]![0]!["items"]![0]!["actions"]![0]!;
        Assert.Equal("""{"type":"Action.Submit","title":"Show map","associatedInputs":"none","data":{"verb":"say","line":"show map","opens":"true","kept":"board","msteams":{"type":"task/fetch"}}}""", shows.ToJsonString());
        var acts = card["actions"]![0]!;
        Assert.Equal(("Action.Execute", "board", "Action.Submit"), ((string?)acts["type"], (string?)acts["data"]!["kept"], (string?)acts["fallback"]!["type"]));
        Assert.Equal("Action.OpenUrl", (string?)card["actions"]![1]!["type"]);
    }

    [Fact]
    public void In_a_dialog_nothing_is_executed_and_nothing_opens_another_one()
    {
        var card = Fit(TeamsSurface.Dialog).ToJsonString();
        Assert.DoesNotContain("Execute", card, StringComparison.Ordinal);
        Assert.DoesNotContain("msteams\":{\"type", card, StringComparison.Ordinal);
        Assert.Contains("\"style\":\"default\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_stays_as_it_is() => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card)!["actions"], Fit(TeamsSurface.Answer)["actions"]));

    [Theory]
    [InlineData(TeamsSurface.Kept, 0, -1)]
    [InlineData(TeamsSurface.Kept, 2, 2)]
    [InlineData(TeamsSurface.Kept, 61, 60)]
    [InlineData(TeamsSurface.Answer, 2, -1)]
    [InlineData(TeamsSurface.Dialog, 2, -1)]
    public void Only_a_kept_message_names_who_sees_it_in_their_own_way(TeamsSurface surface, int viewers, int named)
    {
        var refresh = Fit(surface, viewers)["refresh"];
        Assert.Equal(named, refresh?["userIds"]!.AsArray().Count ?? -1);
        if (refresh is not null)
            Assert.Equal(("board", "m-1"), ((string?)refresh["action"]!["data"]!["kept"], (string?)refresh["action"]!["data"]!["w"]));
    }

    [Fact]
    public void What_could_not_be_saved_is_on_the_button_that_sends_it_again()
    {
        var data = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("verb", "submit").Add("f.text", "\"<b>${x}\" \u00fc");
        var card = JsonNode.Parse(RetryCard.Of("That was not saved.", data, "de").Span)!;
        Assert.Equal("\"<b>${x}\" \u00fc", (string?)card["actions"]![0]!["data"]!["f.text"]);
        Assert.Equal(("Noch einmal senden", "Action.Submit", "1.5"), ((string?)card["actions"]![0]!["title"], (string?)card["actions"]![0]!["type"], (string?)card["version"]));
    }

    static JsonObject Fit(TeamsSurface surface, int viewers = 0) =>
        JsonNode.Parse(TeamsCard.Fit(Encoding.UTF8.GetBytes(Card), surface, Board, [.. Enumerable.Range(0, viewers).Select(i => $"29:{i}")]).Span)!.AsObject();
}
