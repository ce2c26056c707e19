using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>Places without threads: one message holds the board and what would stand below it.</summary>
public sealed class GroupChatTests : TeamsScene
{
    [Fact]
    public async Task One_message_holds_board_step_and_findings_and_the_buttons_of_each_work()
    {
        var chat = Bot.Teams.GroupChat("Bikes", Anna, Ben, Cleo);
        await Begins(chat);
        var board = chat.Board();
        Assert.True(board.Says("what would they ask a friend"), board.Card!.ToJsonString());
        await Says(Ben, "Research: compare", chat);
        await Says(Ben, "Choose: be sure", chat);
        await Says(Anna, "next anyway", chat);
        await Bot.Rests();
        Assert.Same(board, chat.Board());
        Assert.Single(chat.Posted, message => message.Actions.Any(action => action.Title == "Add mine"));
        Assert.All(chat.Posted.Where(message => message != board), message => Assert.True(message.Actions.Count <= 2, message.Card?.ToJsonString()));

        Assert.True(board.Actions.Any(action => action.Title == "Add touchpoint"), string.Join(", ", board.Actions.Select(action => action.Title)));
        var form = await Bot.Opens(Ben, board, "Add touchpoint");
        Assert.True(form.Card.Says("f.stage"), form.Card.ToJsonString());
        Assert.True(board.Actions.Any(action => action.Title == "Accept as gap"), string.Join(", ", board.Actions.Select(action => action.Title + " " + action.Data["line"])));
        var view = (await Bot.Presses(Anna, board, "Accept as gap")).CardOf();
        Assert.True(view.Says("X1") && view.Says("Facilitate"), view.ToJsonString());
        await Bot.Rests();
        Assert.Same(board, chat.Board());
        Assert.True(chat.Board().Versions.Count > 1);
    }

    [Fact]
    public async Task However_much_is_on_the_map_the_message_stays_one_that_Teams_takes()
    {
        var chat = Bot.Teams.GroupChat("Bikes", Anna, Ben);
        await Begins(chat);
        for (var message = 0; message < 8; message++)
            await Says(Ben, string.Join('\n', Enumerable.Range(0, 10).Select(i => $"{(i % 2 == 0 ? "Research" : "Choose")}: {message} {i} {new string('\u00fc', 450)}")), chat);
        await Bot.Rests();
        Assert.Equal(80, await Goals(chat));
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(chat.Board().Shown.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) < 40_000);
        Assert.Single(chat.Posted, message => message.Actions.Any(action => action.Title == "Add mine"));
    }

    [Fact]
    public async Task An_answer_to_a_mention_stands_in_the_chat_and_the_next_takes_its_place()
    {
        var chat = Bot.Teams.GroupChat("Bikes", Anna, Ben);
        await Begins(chat);
        await Says(Ben, "Reserch: compare", chat);
        await Says(Ben, "show goals", chat);
        Assert.Single(RepliesTo(Ben, chat));
        Assert.Equal(["like"], (await Says(Ben, "Research: compare", chat)).Reactions);
    }

    [Fact]
    public async Task Somebody_alone_has_a_whole_workshop_in_their_own_chat()
    {
        await Begins(Anna.Chat);
        var board = Anna.Chat.Board();
        await Says(Anna, "Research: compare", Anna.Chat);
        Assert.True(Anna.Chat.Posted[^1].Says("G1"));
        await Bot.Rests();
        Assert.True(board.Says("Items on the map: 3"), board.Card!.ToJsonString());
        await Bot.Sends(Anna, board, (await Bot.Opens(Anna, board, "Add mine")).Card, "Add", ("stage", "S2"), ("text", "be sure"));
        var view = (await Bot.Presses(Anna, board, "Pass")).CardOf();
        Assert.True(view.Says("Facilitate"), view.ToJsonString());
        await Says(Anna, "next anyway", Anna.Chat);
        await Bot.Rests();
        Assert.True(Anna.Chat.Board().Says("Touchpoints"));
        Assert.Equal("touchpoints", (await Now(Anna.Chat)).StepId);
    }

    [Fact]
    public async Task Of_two_workshops_the_personal_chat_asks_which_is_meant()
    {
        await Begins();
        await Says(Ben, "i speak for Sales");
        var other = Bot.Teams.Channel("Dentists", members: [Anna, Ben]);
        var start = await Bot.Does(Anna.Writes(other, "start Booking a dentist"));
        await Bot.Does(Ben.Writes(other, "i speak for Sales", start!.Id));
        await Says(Ben, "Research: compare", Ben.Chat);
        var which = Ben.Chat.Posted[^1];
        Assert.Equal(["Getting a family e-…", "Booking a dentist"], which.Actions.Select(action => action.Title));
        await Bot.Presses(Ben, which, which.Actions[0].Title);
        Assert.Equal(1, await Goals());
        await Says(Ben, "Choose: be sure", Ben.Chat);
        Assert.Equal(2, await Goals());
    }
}
