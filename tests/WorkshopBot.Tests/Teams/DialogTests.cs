using WorkshopBot.Fakes.Connector;
using WorkshopBot.Journal;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Teams;

/// <summary>Forms in a channel: they open as dialogs, which others do not see.</summary>
public sealed class DialogTests : TeamsScene
{
    [Fact]
    public async Task Add_mine_opens_a_form_and_what_is_sent_comes_back_as_a_receipt_with_what_can_be_done_next()
    {
        await Begins();
        var (board, before) = (Channel.Board(), Bot.Teams.Counts(Channel));
        var form = await Bot.Opens(Ben, board, "Add mine");
        Assert.DoesNotContain("Execute", form.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.True(form.Card.Says("f.text"));

        var receipt = await Bot.Sends(Ben, board, form.Card, "Add", ("stage", "S1"), ("text", "compare the monthly cost"));
        Assert.True(receipt.Card.Says("G1"), receipt.Card.ToJsonString());
        Assert.Contains("Undo", receipt.Card.Titles());
        Assert.All(receipt.Card.Pressed(), button => Assert.Equal("Action.Submit", (string?)button["type"]));

        var another = await Bot.Sends(Ben, board, receipt.Card, "Add another");
        await Bot.Sends(Ben, board, another.Card, "Add", ("text", "see it on the road"));
        await Bot.Rests();
        Assert.Equal(2, await Goals());
        Assert.True(Channel.Board().Says("1 of 2"), Channel.Board().Card!.ToJsonString());
        var after = Bot.Teams.Counts(Channel);
        Assert.Equal((before.Posts, before.Replies), (after.Posts, after.Replies));
    }

    [Fact]
    public async Task Undo_in_the_dialog_takes_it_back()
    {
        await Begins();
        var board = Channel.Board();
        var receipt = await Bot.Sends(Ben, board, (await Bot.Opens(Ben, board, "Add mine")).Card, "Add", ("stage", "S1"), ("text", "compare"));
        await Bot.Sends(Ben, board, receipt.Card, "Undo");
        Assert.Equal(0, await Goals());
    }

    [Fact]
    public async Task More_fields_keeps_what_is_filled_in_already()
    {
        await Begins();
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        var board = Channel.Board();
        var form = await Bot.Opens(Ben, board, "Add mine");
        var whole = await Bot.Sends(Ben, board, form.Card, "More fields", ("text", "half a thought"));
        Assert.True(whole.Card.Says("half a thought"));
        Assert.True(whole.Card.Inputs().Count() > form.Card.Inputs().Count());
    }

    [Fact]
    public async Task One_by_one_goes_on_in_the_persons_own_chat_and_the_dialog_says_so()
    {
        await Begins();
        var board = Channel.Board();
        var said = await Bot.Sends(Ben, board, (await Bot.Opens(Ben, board, "Add mine")).Card, "Ask me one by one");
        Assert.Equal("It goes on in your own chat with me.", said.Said);
        Assert.True(Assert.Single(Ben.Chat.Posted).Says("1 of"), Ben.Chat.Posted[0].Shown.ToJsonString());
        foreach (var line in (string[])["Research", "compare the cost", "done"])
            await Says(Ben, line, Ben.Chat);
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task Who_cannot_be_reached_alone_is_asked_on_in_the_dialog()
    {
        await Begins();
        Bot.Teams.Next(Fault.Blocked, times: 50, conversation: Ben.Chat.Id);
        Bot.Teams.Next(Fault.Blocked, times: 50, on: FakeCall.Create);
        var board = Channel.Board();
        var question = await Bot.Sends(Ben, board, (await Bot.Opens(Ben, board, "Add mine")).Card, "Ask me one by one");
        Assert.Contains("Answer", question.Card.Titles());
        question = await Bot.Sends(Ben, board, question.Card, "Answer", ("text", "S1"));
        question = await Bot.Sends(Ben, board, question.Card, "Answer", ("text", "compare"));
        await Bot.Sends(Ben, board, question.Card, "Done");
        Assert.Equal(1, await Goals());
        Assert.Empty(Ben.Chat.Posted);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_the_rest_is_kept()
    {
        await Begins();
        var board = Channel.Board();
        var again = await Bot.Sends(Ben, board, (await Bot.Opens(Ben, board, "Add mine")).Card, "Add", ("stage", "S2"), ("text", "be sure of it"), ("importance", "9"));
        var field = again.Card["body"]!.AsArray().Single(part => part!["items"]?.AsArray().Any(item => (string?)item!["id"] == "f.importance") == true)!;
        Assert.True(field.Says("Attention"), field.ToJsonString());
        Assert.True(again.Card.Says("be sure of it"));
        Assert.Equal(0, await Goals());
        await Bot.Sends(Ben, board, again.Card, "Add", ("importance", "4"));
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_double_click_adds_once()
    {
        await Begins();
        var board = Channel.Board();
        var form = await Bot.Opens(Ben, board, "Add mine");
        var sent = form.Card.Carries("Add", ("stage", "S1"), ("text", "compare"));
        await Task.WhenAll(Bot.Asks(Ben.SendsDialog(board, sent)), Bot.Asks(Ben.SendsDialog(board, sent)));
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_button_of_a_step_that_is_closed_says_what_is_open_and_a_form_of_it_is_not_lost()
    {
        await Begins();
        var board = Channel.Board();
        var (old, form) = (board.Actions.First(action => action.Title == "Add mine"), await Bot.Opens(Ben, board, "Add mine"));
        await Says(Anna, "goto touchpoints");
        var stale = await Bot.Opens(Cleo, board, old);
        Assert.True(stale.Card.Says("This step is closed. The open one is Touchpoints"), stale.Card.ToJsonString());
        Assert.True((await Bot.Sends(Cleo, board, stale.Card, "Open it")).Card.Says("f.text"));
        await Bot.Sends(Ben, board, form.Card, "Add", ("stage", "S1"), ("text", "compare"));
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_form_for_an_item_that_was_withdrawn_says_so_and_gives_the_words_back()
    {
        await Begins();
        await Says(Ben, "Research: compare");
        var board = Channel.Board();
        await Says(Ben, "show G1");
        var edit = await Bot.Opens(Ben, RepliesTo(Ben, Channel).Single(), "Edit");
        await Says(Anna, "withdraw G1");
        var late = await Bot.Sends(Ben, board, edit.Card, "Save", ("text", "compare everything there is"));
        Assert.True(late.Card.Says("withdrawn") && late.Card.Says("compare everything there is"), late.Card.ToJsonString());
        Assert.Equal(0, await Goals());
    }

    [Fact]
    public async Task A_card_from_before_a_restart_works()
    {
        await Begins();
        var board = Channel.Board();
        var form = await Bot.Opens(Ben, board, "Add mine");
        await Restarts();
        await Bot.Sends(Ben, board, form.Card, "Add", ("stage", "S1"), ("text", "compare"));
        Assert.True((await Bot.Opens(Cleo, board, "Add mine")).Card.Says("f.text"));
        await Bot.Rests();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task What_could_not_be_saved_is_sent_again_with_one_press_and_saved_once()
    {
        await Begins();
        var board = Channel.Board();
        var form = await Bot.Opens(Ben, board, "Add mine");
        Bot.Rows.Fault = StorageFault.Unreachable;
        var retry = await Bot.Sends(Ben, board, form.Card, "Add", ("stage", "S1"), ("text", "compare the true cost"));
        Assert.Equal(["Send again"], retry.Card.Titles());
        Bot.Rows.Fault = null;
        var sent = retry.Card.Carries("Send again");
        Assert.Equal("compare the true cost", (string?)sent["f.text"]);
        foreach (var _ in (int[])[1, 2])
            await Bot.Asks(Ben.SendsDialog(board, sent));
        Assert.Equal(1, await Goals());
    }
}
