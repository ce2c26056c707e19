using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>Windows and homes around a card.</summary>
public sealed class SlackViewTests
{
    static readonly BlockCard Form = Shown.Card("""{"type":"Input.Text","id":"text","label":"Goal"}""", BlockSurface.Modal, Shown.Say("Add"));

    [Fact]
    public void A_window_has_its_title_its_buttons_and_what_it_stands_for()
    {
        var bytes = SlackView.Modal(Form, "Goal", "Close", "form", "w=1")!.Value;
        var view = JsonNode.Parse(bytes.Span)!;
        Assert.Empty(BlockCheck.View(bytes));
        Assert.Equal(("modal", "Goal", "Close", "Add", "form", "w=1", true), ((string)view["type"]!, (string)view["title"]!["text"]!, (string)view["close"]!["text"]!, (string)view["submit"]!["text"]!, (string)view["callback_id"]!, (string)view["private_metadata"]!, (bool)view["notify_on_close"]!));
        Assert.Equal("input", (string)view["blocks"]![0]!["type"]!);
    }

    [Fact]
    public void A_title_that_is_too_long_ends_in_an_ellipsis() =>
        Assert.Equal("Getting a family e-bike…", (string)JsonNode.Parse(SlackView.Modal(Form, "Getting a family e-bike together", "Close", "form", "")!.Value.Span)!["title"]!["text"]!);

    [Fact]
    public void A_home_has_no_head()
    {
        var bytes = SlackView.Home(Shown.Card("""{"type":"TextBlock","text":"x"}""", BlockSurface.Home))!.Value;
        Assert.Empty(BlockCheck.View(bytes));
        Assert.Equal(["type", "blocks"], JsonNode.Parse(bytes.Span)!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void What_a_view_has_to_carry_may_be_too_much_for_it()
    {
        Assert.NotNull(SlackView.Modal(Form, "Goal", "Close", "form", new('x', BlockLimits.Metadata)));
        Assert.Null(SlackView.Modal(Form, "Goal", "Close", "form", new('x', BlockLimits.Metadata + 1)));
    }

    [Theory]
    [InlineData("en", "One moment…")]
    [InlineData("de", "Einen Moment …")]
    public void Until_there_is_something_to_show_it_says_so(string language, string says)
    {
        var bytes = SlackView.Loading("Goal", "Close", "form", language)!.Value;
        Assert.Empty(BlockCheck.View(bytes));
        Assert.Equal(says, (string)JsonNode.Parse(bytes.Span)!["blocks"]![0]!["elements"]![0]!["text"]!);
    }
}
