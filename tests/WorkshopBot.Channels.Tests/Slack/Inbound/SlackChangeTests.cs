using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

/// <summary>What becomes of messages after they were sent.</summary>
public sealed class SlackChangeTests
{
    const string Line = $"slack|{Payload.Team}|{Payload.Channel}|1772442013.000400";

    static readonly SlackReader Reader = new((_, _) => ValueTask.FromResult<string?>(Payload.Bot), (install, _) => ValueTask.FromResult(install));

    static async Task<SlackInput.Typed?> Read(string body) => await Reader.Event(JsonElement.Parse(body), default) switch
    {
        SlackRead.Heard { Input: SlackInput.Typed typed } => typed,
        var read => read == SlackRead.Nothing ? null : throw new InvalidOperationException(read.GetType().Name),
    };

    static Task<SlackInput.Typed?> Change(string name, Action<JsonObject> change) => Read(Payload.Event(name, change));

    [Fact]
    public async Task An_edit_is_a_turn_of_its_own_that_names_the_first()
    {
        var (first, edit) = ((await Read(Payload.Text("message_thread")))!, (await Read(Payload.Text("message_changed")))!);
        Assert.Equal((TurnChangeKind.Edited, "Research: price list | web", Payload.Root, Payload.Ben), (edit.Change, edit.Text, edit.Thread, edit.Place.User));
        Assert.Equal((Line, Line, $"{Line}|1772442100.000000"), (first.TurnId, edit.Of, edit.TurnId));
    }

    [Fact]
    public async Task Two_edits_are_two_turns()
    {
        var again = await Change("message_changed", happened => happened["message"]!["edited"]!["ts"] = "1772442105.000000");
        Assert.NotEqual((await Read(Payload.Text("message_changed")))!.TurnId, again!.TurnId);
        Assert.Equal(Line, again.Of);
    }

    [Fact]
    public async Task A_mention_that_was_put_in_later_is_one_turn_however_it_is_told()
    {
        var edit = (await Change("message_changed", happened =>
        {
            foreach (var part in new[] { "message", "previous_message" })
                happened[part]!.AsObject().Remove("thread_ts");
            happened["message"]!["text"] = $"<@{Payload.Bot}> show";
        }))!;
        var mention = (await Change("app_mention_thread", happened =>
        {
            happened.Remove("thread_ts");
            (happened["ts"], happened["text"], happened["edited"]) = ("1772442013.000400", $"<@{Payload.Bot}> show", new JsonObject { ["user"] = Payload.Ben, ["ts"] = "1772442100.000000" });
        }))!;
        Assert.Equal((edit.TurnId, edit.Of, edit.Change, edit.Text, edit.Mentions, edit.Place), (mention.TurnId, mention.Of, mention.Change, mention.Text, mention.Mentions, mention.Place));
        Assert.True(edit.Mentions);
    }

    [Fact]
    public async Task A_mention_that_was_taken_out_is_told_as_an_edit_of_what_was_heard()
    {
        var edit = await Change("message_changed", happened =>
        {
            foreach (var part in new[] { "message", "previous_message" })
                happened[part]!.AsObject().Remove("thread_ts");
            happened["previous_message"]!["text"] = $"<@{Payload.Bot}> show";
        });
        Assert.Equal((TurnChangeKind.Edited, false), (edit!.Change, edit.Mentions));
    }

    [Fact]
    public async Task An_edit_of_what_nobody_said_to_us_is_passed_over() => Assert.Null(await Change("message_changed", happened =>
    {
        foreach (var part in new[] { "message", "previous_message" })
            happened[part]!.AsObject().Remove("thread_ts");
    }));

    [Fact]
    public async Task A_change_that_changes_no_word_is_none()
    {
        Assert.Null(await Read(Payload.Text("message_unfurled")));
        Assert.Null(await Change("message_changed", happened => happened["previous_message"]!["text"] = "Research: price list | web"));
        Assert.Null(await Change("message_changed", happened => happened["message"]!.AsObject().Remove("edited")));
    }

    [Theory]
    [InlineData("user", Payload.Bot)]
    [InlineData("user", null)]
    [InlineData("bot_id", "B0HELPER01")]
    [InlineData("subtype", "bot_message")]
    public async Task What_a_bot_changes_is_passed_over(string member, string? value) => Assert.Null(await Change("message_changed", happened => happened["message"]![member] = value));

    [Fact]
    public async Task A_deleted_message_is_told_without_its_words()
    {
        var gone = (await Read(Payload.Text("message_deleted")))!;
        Assert.Equal((TurnChangeKind.Deleted, "", Line, $"{Line}|deleted", Payload.Ben), (gone.Change, gone.Text, gone.Of, gone.TurnId, gone.Place.User));
    }

    [Fact]
    public async Task The_deleted_root_of_a_thread_is_a_deleted_message()
    {
        var gone = (await Read(Payload.Text("message_tombstone")))!;
        Assert.Equal((TurnChangeKind.Deleted, $"slack|{Payload.Team}|{Payload.Channel}|{Payload.Root}", Payload.Ann), (gone.Change, gone.Of, gone.Place.User));
    }

    [Fact]
    public async Task A_deleted_message_of_a_bot_or_to_nobody_is_passed_over()
    {
        Assert.Null(await Change("message_deleted", happened => happened["previous_message"]!["bot_id"] = "B0HELPER01"));
        Assert.Null(await Change("message_deleted", happened => happened["previous_message"]!["user"] = Payload.Bot));
        Assert.Null(await Change("message_deleted", happened => happened["previous_message"]!.AsObject().Remove("thread_ts")));
        Assert.Null(await Change("message_deleted", happened => happened.Remove("previous_message")));
    }

    [Fact]
    public async Task An_edit_in_a_private_chat_is_for_us()
    {
        var edit = await Change("message_changed", happened =>
        {
            foreach (var part in new[] { "message", "previous_message" })
                happened[part]!.AsObject().Remove("thread_ts");
            happened["channel"] = Payload.Dm;
        });
        Assert.Equal(TurnChangeKind.Edited, edit!.Change);
    }
}
