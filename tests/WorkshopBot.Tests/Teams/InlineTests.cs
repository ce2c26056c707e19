using WorkshopBot.Fakes.Connector;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Teams;

/// <summary>Forms in the personal chat: each answer takes the place of the card that was pressed, for every client of the person.</summary>
public sealed class InlineTests : TeamsScene
{
    [Fact]
    public async Task A_form_takes_the_place_of_the_card_and_the_receipt_takes_its_place()
    {
        var card = await Added();
        var posted = Ben.Chat.Posted.Count;
        var form = (await Bot.Presses(Ben, card, "Add another")).CardOf();
        await Bot.Rests();
        Assert.Equal(form.ToJsonString(), card.Card!.ToJsonString());
        Assert.DoesNotContain("task/fetch", form.ToJsonString(), StringComparison.Ordinal);

        var wrong = (await Bot.Presses(Ben, card, "Add", form, ("stage", "S2"), ("text", "be sure"), ("importance", "9"))).CardOf();
        Assert.True(wrong.Says("Attention") && wrong.Says("be sure"), wrong.ToJsonString());
        Assert.Equal(1, await Goals());

        var receipt = (await Bot.Presses(Ben, card, "Add", wrong, ("importance", "4"))).CardOf();
        await Bot.Rests();
        Assert.True(receipt.Says("G2"), receipt.ToJsonString());
        Assert.Equal(receipt.ToJsonString(), card.Card!.ToJsonString());
        Assert.Equal((2, posted), (await Goals(), Ben.Chat.Posted.Count));
    }

    [Fact]
    public async Task A_double_click_adds_once()
    {
        var card = await Added();
        var form = (await Bot.Presses(Ben, card, "Add another")).CardOf();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Bot.Presses(Ben, card, "Add", form, ("stage", "S2"), ("text", "be sure"))));
        Assert.Equal(2, await Goals());
    }

    [Fact]
    public async Task What_could_not_be_saved_leaves_the_card_as_it_is_and_is_saved_when_it_is_sent_again()
    {
        var card = await Added();
        var form = (await Bot.Presses(Ben, card, "Add another")).CardOf();
        await Bot.Rests();
        Bot.Rows.Fault = StorageFault.Unreachable;
        var fault = await Bot.Presses(Ben, card, "Add", form, ("stage", "S2"), ("text", "be sure"));
        Assert.Equal(412, (int?)fault["statusCode"]);
        Bot.Rows.Fault = null;
        Assert.Equal(form.ToJsonString(), card.Card!.ToJsonString());
        await Bot.Presses(Ben, card, "Add", form, ("stage", "S2"), ("text", "be sure"));
        Assert.Equal(2, await Goals());
    }

    [Fact]
    public async Task Plain_lines_answer_an_open_question_and_a_button_does_too()
    {
        await Added();
        await Says(Ben, "add goal", Ben.Chat);
        await Says(Ben, "Choose", Ben.Chat);
        var question = Ben.Chat.Posted[^1];
        await Bot.Presses(Ben, question, "Answer", null, ("text", "be sure"));
        await Bot.Rests();
        await Bot.Presses(Ben, question, "Done");
        Assert.Equal(2, await Goals());
    }

    [Fact]
    public async Task A_card_that_is_sent_by_an_old_client_is_heard_too()
    {
        var card = await Added();
        var form = (await Bot.Presses(Ben, card, "Add another")).CardOf();
        await Bot.Does(Ben.Submits(card, form.Carries("Add", ("stage", "S2"), ("text", "be sure"))));
        await Bot.Rests();
        Assert.True(Ben.Chat.Posted[^1].Says("G2"));
    }

    async Task<FakeMessage> Added()
    {
        await Begins();
        await Says(Ben, "i speak for Sales");
        await Says(Ben, "Research: compare", Ben.Chat);
        return Ben.Chat.Posted[^1];
    }
}
