using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Channels.Tests.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Slack.Answers;

/// <summary>What stands in a form when it is opened, and what is typed into it since.</summary>
public sealed class FormBlocksTests
{
    [Fact]
    public void What_a_form_begins_with_is_not_what_somebody_typed()
    {
        var card = Shown.Card(
            """{"type":"Input.Text","id":"text","label":"T","value":"a"},{"type":"Input.Date","id":"day","label":"D","value":"2026-12-01"},{"type":"Input.Time","id":"at","label":"A","value":"09:30"}""", BlockSurface.Modal, Shown.Say("Add"));
        var form = FormBlocks.Of(card, card.Submit!);
        var values = ActionData.None.Add("text", "a").Add("day", "2026-12-01").Add("at", "09:30");
        Assert.Empty(FormBlocks.Typed(values, form.Was));
        Assert.Equal("at", Assert.Single(FormBlocks.Typed(values.SetItem("at", "10:00"), form.Was)).Key);
    }
}
