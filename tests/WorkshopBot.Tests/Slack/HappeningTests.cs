using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What happens to a channel, to who is in it, and to the workspace around it.</summary>
public sealed class HappeningTests : InSlack
{
    int _happened;

    [Fact]
    public async Task A_channel_that_is_called_something_else_goes_by_that_name_from_then_on()
    {
        await Hours.Does(Ann.Writes(Channel, "help"));
        await Hours.Until(() => Hours.Bot.Chat.Pending == 0 && Infos() == 1);
        await Hours.Does(Ann.Renames(Channel, "riding"));
        await Hours.Until(() => Hours.Bot.Chat.Pending == 0 && Infos() == 2);
        await Started();
        Assert.Equal("#riding", (await Workshop()).Tenancy.Home!.Name);
    }

    [Theory]
    [InlineData("channel_deleted")]
    [InlineData("channel_convert_to_private")]
    public async Task What_is_known_of_a_channel_is_asked_for_anew_once_something_has_become_of_it(string what)
    {
        await Started();
        var asked = Infos();
        await Says(Ben, "park a bell");
        Assert.Equal(asked, Infos());
        await Happens(what == "channel_deleted" ? new() { ["type"] = what, ["channel"] = Channel.Id } : new() { ["type"] = "message", ["subtype"] = what, ["user"] = Ann.Id, ["text"] = "", ["channel"] = Channel.Id, ["channel_type"] = "channel", ["ts"] = "1777885200.000900" });
        await Says(Ben, "park a drum");
        Assert.Equal(asked + 1, Infos());
    }

    [Fact]
    public async Task Once_a_workspace_has_come_into_an_organisation_what_waited_is_caught_up_with_by_itself()
    {
        await Started("next anyway");
        foreach (var call in (string[])["chat.update", "chat.postMessage"])
            Slack.Next(SlackFault.Error("not_in_channel"), int.MaxValue, call, Channel);
        await Tells(Ben, "persona: Maya");
        Slack.Mend();
        var calls = Asked(Channel);
        await Tells(Ann, "persona: Tom");
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(calls, Asked(Channel));

        await Happens(new() { ["type"] = "grid_migration_finished", ["enterprise_id"] = "E0ACME" });
        await Hours.Until(() => Asked(Channel) > calls);
        await Hours.True();
        await Kept();
    }

    [Fact]
    public async Task Who_has_left_the_channel_takes_no_part_any_more_in_their_own_chat()
    {
        await Started();
        await Tells(Ben, "park a bell");
        Assert.Single((await Workshop()).Map.LiveOn('K'));
        await Hours.Does(Ben.Leaves(Channel));
        await Tells(Ben, "park a drum");
        Assert.Single((await Workshop()).Map.LiveOn('K'));
    }

    int Infos() => Slack.Requests.Count(request => request.Method == "conversations.info" && request.Channel == Channel.Id);

    async Task Happens(JsonObject what)
    {
        var payload = Slack.Deliveries.Last(one => one.Kind == FakeSlackKind.Event).Payload.DeepClone().AsObject();
        what["event_ts"] = $"1777885200.0009{++_happened:00}";
        (payload["event_id"], payload["event"]) = ($"Ev0HAPPENED{_happened}", what);
        Assert.Equal(200, (await Hours.Does(Slack.Delivers(FakeSlackKind.Event, payload))).Status);
        await Hours.Until(() => Hours.Bot.Chat.Pending == 0);
    }
}
