using System.Text.Json.Nodes;
using WorkshopBot.Channels;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>Rooms and people who cannot be written to, messages that somebody took away, and the way back.</summary>
public sealed class LostPlaceTests : InSlack
{
    [Fact]
    public async Task A_channel_that_is_closed_to_the_bot_is_left_alone_until_somebody_speaks_there_and_then_caught_up_with()
    {
        await Started("next anyway");
        foreach (var (code, why) in ((string, string)[])[
            ("not_in_channel", "somebody there can invite it"), ("channel_not_found", "it is private or was deleted"), ("is_archived", "the channel is archived"), ("restricted_action", "not allowed to write there"),
            ("missing_scope", "lacks a permission"), ("app_access_restricted", "switched off there")])
        {
            foreach (var call in (string[])["chat.update", "chat.postMessage"])
                Slack.Next(SlackFault.Error(code), int.MaxValue, call, Channel);
            await Tells(Ben, $"persona: Maya {Channel.All.Count} {code}");
            var calls = Asked(Channel);
            // What is said elsewhere is saved all the same; nothing is tried in the channel.
            await Tells(Ann, $"persona: Tom {Channel.All.Count} {code}");
            await Hours.Skip(TimeSpan.FromHours(2));
            Assert.Equal(calls, Asked(Channel));
            Assert.Contains(why, (await Menu()).Says, StringComparison.Ordinal);

            Slack.Mend();
            await Says(Ben, "park a bell");
            // It is tried again when its turn comes; until then nobody owes it anything.
            await Hours.Skip(TimeSpan.FromSeconds(10));
            await Hours.True();
            await Kept();
            Assert.DoesNotContain("cannot be reached", (await Menu()).Says, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Put_out_of_the_channel_the_bot_is_quiet_and_invited_back_it_catches_up_by_itself()
    {
        await Started();
        await Hours.Does(Ann.Kicks(Channel));
        await Tells(Ann, "next anyway");
        Assert.Equal(0, Tops);
        var calls = Asked(Channel);
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(calls, Asked(Channel));
        Assert.Contains("the bot is not in the channel", (await Menu()).Says, StringComparison.Ordinal);

        await Hours.Does(Ann.Invites(Channel));
        await Hours.Until(() => Tops == 1);
        await Hours.True();
        await Kept();
    }

    [Fact]
    public async Task An_archived_channel_is_left_alone_and_once_it_is_back_it_is_caught_up_with_by_itself()
    {
        await Started("next anyway");
        await Hours.Does(Ann.Archives(Channel));
        await Tells(Ben, "persona: Maya");
        var calls = Asked(Channel);
        await Tells(Ann, "persona: Tom");
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(calls, Asked(Channel));
        Assert.Contains("the channel is archived", (await Menu()).Says, StringComparison.Ordinal);

        var before = Slack.Requests.Count;
        await Hours.Does(Ann.Archives(Channel, archives: false));
        await Hours.Until(() => Slack.Requests.Skip(before).Any(request => request is { Method: "chat.update", Error: null }));
        await Hours.True();
        await Kept();
    }

    [Fact]
    public async Task A_channel_with_another_name_stays_what_it_was_and_one_with_another_id_is_written_to_by_that()
    {
        await Started("next anyway");
        await Hours.Does(Ann.Renames(Channel, "riding"));
        await Says(Ben, "persona: Maya");
        await Kept();

        const string next = "C0NEWCHANNEL";
        var payload = Slack.Deliveries.Last(one => one.Type == "channel_rename").Payload.DeepClone().AsObject();
        (payload["event_id"], payload["event"]) = ("Ev0CHANNELMOVED", new JsonObject { ["type"] = "channel_id_changed", ["old_channel_id"] = Channel.Id, ["new_channel_id"] = next, ["event_ts"] = "1777885200.000100" });
        Assert.Equal(200, (await Hours.Does(Slack.Delivers(FakeSlackKind.Event, payload))).Status);
        var calls = Asked(Channel);
        await Tells(Ben, "persona: Tom");
        Assert.Equal(calls, Asked(Channel));
        Assert.Contains(Slack.Requests, request => request is { Method: "chat.update", Channel: next });
    }

    [Fact]
    public async Task Somebody_whose_account_is_off_is_shown_to_who_leads_and_written_to_again_only_after_a_word_of_theirs()
    {
        await Started("mode: async");
        Ben.IsDeactivated = true;
        await Says(Ann, "next anyway");
        Assert.Contains("Ben cannot be reached: the account is switched off", (await Menu()).Says, StringComparison.Ordinal);
        var opened = Slack.Requests.Count(request => request.Method == "conversations.open");
        await Says(Ann, "next anyway");
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(opened, Slack.Requests.Count(request => request.Method == "conversations.open"));

        Ben.IsDeactivated = false;
        await Tells(Ben, "help");
        await Hours.True();
        Assert.DoesNotContain("cannot be reached", (await Menu()).Says, StringComparison.Ordinal);
        await Kept();
    }

    [Fact]
    public async Task Where_messages_of_the_app_are_off_it_says_so_and_those_who_are_reached_later_are_asked_then()
    {
        await Started("mode: async");
        Slack.HasMessagesTab = false;
        await Says(Ann, "next anyway");
        Assert.Contains("Ben cannot be reached: messages from the app are switched off there", (await Menu()).Says, StringComparison.Ordinal);
        Slack.HasMessagesTab = true;
        await Tells(Ben, "help");
        await Hours.Until(() => Ben.Dm.Posted.Count == 2);
        await Hours.True();
        Assert.DoesNotContain("Ben cannot be reached", (await Menu()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_uninstall_nothing_is_called_the_data_stay_and_with_a_new_token_everybody_is_caught_up_with()
    {
        await Started("mode: async");
        await Hours.Does(Ann.Uninstalls());
        await Hours.Pass(TimeSpan.FromSeconds(2));
        var calls = Slack.Requests.Count;
        await Turn("next anyway");
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal((calls, "personas"), (Slack.Requests.Count, (await Workshop()).StepId));
        Assert.Contains(await Hours.Bot.Bot.Keeper.Unreached("m-1"), lost => lost.Reason == LostReason.Uninstalled);

        Team.Install();
        await Hours.Restart(killed: false);
        await Hours.Until(() => Tops == 1 && Ben.Dm.Posted.Count > 0);
        await Hours.True();
        Assert.Single(Ben.Dm.Posted);
        await Kept();
        Assert.Empty(await Hours.Bot.Bot.Keeper.Unreached("m-1"));
    }

    [Fact]
    public async Task Who_deletes_the_board_or_the_open_step_finds_it_back_once_a_step_and_what_else_is_deleted_stays_away()
    {
        await Started("next anyway");
        foreach (var key in (string[])["board", "step:personas", "outcome:kickoff"])
            await Hours.Does(Ann.Deletes(Channel.The(await Workshop(), key)));
        await Says(Ben, "persona: Maya");
        await Kept(0, "outcome:kickoff");
        foreach (var key in (string[])["board", "step:personas"])
            await Hours.Does(Ann.Deletes(Channel.The(await Workshop(), key)));
        await Says(Ben, "persona: Tom");
        await Kept(0, "outcome:kickoff", "board", "step:personas");
    }

    // As from another chat, or by the clock: Slack brings nothing any more.
    async Task Turn(string line)
    {
        var tenant = $"slack:{Team.Id}";
        await Hours.Does(Hours.Bot.Bot.Loop.Deliver(new($"turn {line}", new($"{tenant}:{Ann.Id}", "Ann", "UTC", "en"), new($"{tenant}:{Channel.Id}", "#journeys"), line, Private: false, Addressed: true)));
        await Hours.True();
    }
}
