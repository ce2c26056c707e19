using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Channels.Tests.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Slack.Answers;

/// <summary>What is answered to fields that are looked up.</summary>
public sealed class ViewAnswerTests
{
    [Theory]
    [InlineData("S1 Research")]
    [InlineData("Comes :with: colons")]
    [InlineData("Goes on and on so that nobody can read it in one line however wide their window is, and still it is one title")]
    public void A_choice_that_is_looked_up_looks_as_one_that_stands_in_the_form(string title)
    {
        var listed = Shown.Blocks($$"""{"type":"Input.ChoiceSet","id":"x","label":"X","choices":[{"title":"{{title}}","value":"v"}]}""", BlockSurface.Modal, Shown.Say("Add"))[0]!["element"]!["options"]!;
        var looked = JsonNode.Parse(ViewAnswer.Options([new("v", title), new("w", " \n "), new("", "x")]).Body!.Value.Span)!["options"]!;
        Assert.True(JsonNode.DeepEquals(listed, looked), $"{listed.ToJsonString()}\n{looked.ToJsonString()}");
    }
}
