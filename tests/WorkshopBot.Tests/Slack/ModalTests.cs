using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Slack;

/// <summary>Forms in windows, which nobody else sees.</summary>
public sealed class ModalTests : ModalScene
{
    [Fact]
    public async Task A_receipt_has_what_can_be_done_next_and_another_form_begins_empty()
    {
        var view = await Opens();
        await Fills(view, "compare the true monthly cost");
        await Ben.Submits();
        await Told();

        var receipt = Assert.Single(Ben.Whispers(Channel));
        Assert.Contains("G1", receipt.Says, StringComparison.Ordinal);
        await Ben.Presses(receipt, "Add another");
        await Until.True(() => Ben.View is not null);
        Assert.Equal("", Held(Ben.View!, "Goal"));
        await Fills(Ben.View!, "see it on the road");
        await Ben.Submits();
        await Told();
        Assert.Equal(2, await Goals());
    }

    [Fact]
    public async Task More_fields_keeps_what_is_typed_already_however_much_it_is()
    {
        await Begins();
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        var view = await Opens(begins: false);
        var (before, typed) = (view.Fields.Count, view.Fields.First(field => field.Type == "plain_text_input"));
        await Ben.Fills(view, typed.Label, "half a thought");
        await Ben.Presses(view, "More fields");
        await Until.True(() => view.Fields.Count > before);
        Assert.Equal("half a thought", Held(view, typed.Label));
    }

    [Fact]
    public async Task Asked_one_by_one_it_goes_on_in_the_persons_own_chat_and_the_window_says_so()
    {
        var view = await Opens();
        await Ben.Presses(view, "Ask me one by one");
        await Until.True(() => view.Says.Contains("It goes on in your own chat with me.", StringComparison.Ordinal));
        await Told();
        Assert.Contains("1 of", Assert.Single(Ben.Dm.Posted).Says, StringComparison.Ordinal);
        foreach (var line in (string[])["Research", "compare the cost", "done"])
            await Says(Ben, line, Ben.Dm);
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task What_was_typed_last_is_what_is_asked_on_with()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Says(Ben, "show G1");
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        await Ben.Fills(view, "Goal", "compare every cost there is");
        await Ben.Presses(view, "Ask me one by one");
        await Told();
        await Until.True(() => Ben.Dm.Posted.Count > 0);
        await Says(Ben, "done", Ben.Dm);
        Assert.Equal("compare every cost there is", (await Now()).Map.LiveOn('G').Select(goal => goal.Kind.Main.Again(goal.Item)).Single());
    }

    [Fact]
    public async Task An_item_somebody_else_has_changed_meanwhile_comes_back_as_a_whole_with_everything_typed()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Says(Ben, "show G1");
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        Assert.Equal("compare the cost", Held(view, "Goal"));
        await Ben.Fills(view, "Goal", "compare every cost there is");
        await Says(Anna, "edit G1: compare the monthly cost");
        await Ben.Submits();
        await Told();

        Assert.True(view.IsOpen);
        Assert.Contains("compare the monthly cost", view.Says, StringComparison.Ordinal);
        Assert.Equal("compare every cost there is", Held(view, "Goal"));
        await Ben.Submits();
        await Told();
        Assert.Null(Ben.View);
        Assert.Equal("compare every cost there is", (await Now()).Map.LiveOn('G').Select(goal => goal.Kind.Main.Again(goal.Item)).Single());
    }

    [Fact]
    public async Task Who_is_warned_of_personal_data_sends_it_again_to_confirm_it()
    {
        var view = await Opens();
        await Fills(view, "call nora@example.com about it");
        await Ben.Submits();
        await Told();
        Assert.True(view.IsOpen);
        Assert.Equal("call nora@example.com about it", Held(view, "Goal"));
        Assert.Equal(0, await Goals());
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_window_that_is_sent_twice_adds_once()
    {
        var view = await Opens();
        await Fills(view, "compare the cost");
        await Task.WhenAll(Ben.Submits(), Ben.Submits());
        await Told();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_form_of_a_step_that_is_closed_by_now_is_not_lost()
    {
        var view = await Opens();
        await Fills(view, "compare the cost");
        await Says(Anna, "goto touchpoints");
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task While_the_bot_is_slow_a_window_says_so_and_the_form_follows_in_it()
    {
        await Begins();
        var board = Channel.Posted[0];
        var gate = new TaskCompletionSource();
        Bot.Rows.Opened = gate.Task;
        var pressing = Ben.Presses(board, "Add mine");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        Assert.Contains("One moment", view.Says, StringComparison.Ordinal);
        gate.SetResult();
        await pressing;
        await Until.True(() => view.Submit.Length > 0);
        await Fills(view, "compare the cost");
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task A_window_does_not_wait_for_what_its_person_is_still_being_told()
    {
        await Begins();
        Bot.Slack.Next(SlackFault.Slow(TimeSpan.FromSeconds(5)), 1, on: "chat.postEphemeral");
        await Ben.Writes(Channel, "Research: compare the cost", Root, mention: true);
        await Until.True(async () => await Goals() == 1);
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        // The receipt is still on its way.
        Assert.NotEqual(0, Bot.Chat.Pending);
        await Told();
        Assert.DoesNotContain(Ben.Whispers(Channel), message => message.Says.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_windows_are_refused_the_form_is_shown_to_its_person_alone_in_the_channel()
    {
        await Begins();
        Bot.Slack.Next(SlackFault.Error("invalid_arguments"), 1, on: "views.open");
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Told();
        var form = Assert.Single(Ben.Whispers(Channel));
        await Ben.Fills(form, "Goal", "compare the cost");
        await Ben.Chooses(form, "Stage", "S1 Research");
        await Ben.Presses(form, "Add");
        await Told();
        Assert.Equal(1, await Goals());
        Assert.Contains("G1", form.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_at_a_field_and_sent_again_it_is_saved()
    {
        var view = await Opens();
        await Fills(view, "compare the cost");
        Bot.Rows.Fault = StorageFault.Unreachable;
        await Ben.Submits();
        Assert.Single(view.Errors);
        Assert.True(view.IsOpen);
        Bot.Rows.Fault = null;
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
        Assert.Null(Ben.View);
    }

    [Fact]
    public async Task A_button_in_a_form_that_comes_to_nothing_leaves_the_form_as_it_is()
    {
        var view = await Opens();
        await Fills(view, "compare the cost");
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (StorageFault.Unreachable, true);
        await Ben.Presses(view, "Ask me one by one");
        await Told();
        Assert.Equal(2, Ben.Windows.Count);
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (null, false);
        await Ben.Closes();
        Assert.Same(view, Ben.View);
        Assert.Equal("compare the cost", Held(view, "Goal"));
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task What_is_pressed_in_a_window_that_was_changed_meanwhile_does_not_write_over_it()
    {
        await Begins();
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        var view = await Opens(begins: false);
        var (fields, before) = (view.Fields.Count, view.Hash);
        await Ben.Presses(view, "More fields");
        await Until.True(() => view.Fields.Count > fields);
        await Told();
        var (said, hash) = (view.Says, view.Hash);
        // Pressed on the window as it was, and on its way for longer.
        var late = Bot.Slack.Deliveries.Last(one => one.Type == "block_actions").Payload.DeepClone().AsObject();
        (late["trigger_id"], late["actions"]![0]!["action_ts"]) = ("99.1234567890.late", "1790000000.000100");
        Assert.True((await Bot.Slack.Delivers(FakeSlackKind.Interaction, late)).IsOk);
        await Told();

        var refused = Bot.Slack.Requests.Last(request => request.Method == "views.update");
        Assert.Equal((before, "hash_conflict"), (refused.Arguments["hash"]?.ToString(), refused.Error));
        Assert.Equal((said, hash), (view.Says, view.Hash));
        Assert.Empty(Ben.Troubles);
        Assert.Empty(Ben.Whispers(Channel));
    }
}
