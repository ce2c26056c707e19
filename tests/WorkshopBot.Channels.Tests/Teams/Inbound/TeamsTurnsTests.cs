using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

public sealed class TeamsTurnsTests
{
    static readonly (string, string, string?) Own = ("<at>WorkshopBot</at>", Said.Bot, "WorkshopBot");

    [Fact]
    public void A_message_is_a_turn_named_by_where_and_which_it_is()
    {
        var turn = Made(Said.Json("<at>WorkshopBot</at> goal: ride", Own))!;
        Assert.Equal("teams|19:c@thread.tacv2;messageid=1795323280000|1795323286173|message", turn.Id);
        Assert.Equal(($"teams:{Said.Tenant}:{Said.Anna}", $"teams:{Said.Tenant}:19:c@thread.tacv2", "goal: ride"), (turn.Person.Key, turn.Room.Key, turn.Text));
        Assert.Equal((true, true, false, "1795323280000"), (turn.Addressed, turn.Shared, turn.Private, turn.Root));
    }

    [Fact]
    public void A_bare_mention_is_a_turn_and_nothing_at_all_is_none()
    {
        Assert.Equal("", Made(Said.Json("<at>WorkshopBot</at>", Own))!.Text);
        Assert.Null(Made(Said.Json(" \n&nbsp;")));
        Assert.Null(Made(Without(Said.Json("x"), "text")));
    }

    [Fact]
    public void The_same_edit_twice_is_one_turn_and_two_edits_are_two_turns_of_one_message()
    {
        var (first, again, second) = (Edit("2026-11-22T09:00:00Z"), Edit("2026-11-22T09:00:00Z"), Edit("2026-11-22T09:00:01Z"));
        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(Made(Said.Json("goal: ride"))!.Id, second.Change!.Of);
        Assert.Equal(TurnChangeKind.Edited, second.Change.Kind);

        static Turn Edit(string at)
        {
            var json = Said.Json("goal: ride far");
            (json["type"], json["timestamp"], json["channelData"]) = ("messageUpdate", at, new JsonObject { ["eventType"] = "editMessage" });
            var activity = Said.Read(json)!;
            return Said.Turns(activity).Changed(activity)!;
        }
    }

    [Theory]
    [InlineData("messageUpdate", "undeleteMessage", TurnChangeKind.Restored)]
    [InlineData("messageDelete", "softDeleteMessage", TurnChangeKind.Deleted)]
    [InlineData("messageUpdate", "softDeleteMessage", null)]
    [InlineData("messageDelete", "editMessage", null)]
    [InlineData("messageUpdate", "unheardOf", null)]
    [InlineData("messageUpdate", null, null)]
    public void A_change_is_what_its_event_says_and_an_unknown_one_is_none(string type, string? told, TurnChangeKind? kind)
    {
        var json = Said.Json("goal: ride");
        (json["type"], json["channelData"]) = (type, told is null ? null : new JsonObject { ["eventType"] = told });
        var activity = Said.Read(json)!;
        Assert.Equal(kind, Said.Turns(activity).Changed(activity)?.Change!.Kind);
    }

    [Fact]
    public void A_form_sent_as_a_message_is_a_press_and_what_Teams_adds_is_not_in_it()
    {
        var json = Without(Said.Json(""), "text");
        json["value"] = new JsonObject { ["verb"] = "submit", ["f.text"] = "ride", ["type"] = "task/fetch", ["msteams"] = new JsonObject(), ["kept"] = "board", ["n"] = 2.50, ["on"] = true };
        var turn = Made(json)!;
        Assert.Equal(("submit", ""), (turn.Action!.Verb, turn.Text));
        Assert.Equal("f.text=ride, n=2.5, on=true, verb=submit", string.Join(", ", turn.Action.Data.Select(pair => $"{pair.Key}={pair.Value}")));
        json["text"] = "typed beside it";
        Assert.Null(Made(json)!.Action);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"say\"")]
    [InlineData("{}")]
    [InlineData("""{"verb":"Say"}""")]
    [InlineData("""{"verb":"say","x":{}}""")]
    [InlineData("""{"verb":"say","x":[1]}""")]
    [InlineData("""{"verb":"say","x":null}""")]
    [InlineData("""{"verb":"say","":"x"}""")]
    public void What_carries_something_else_is_no_press_of_ours(string data)
    {
        var activity = Said.Message("");
        Assert.Null(Said.Turns(activity).Pressed(activity, JsonDocument.Parse(data).RootElement, null));
    }

    [Fact]
    public void More_than_a_hundred_entries_or_a_name_too_long_is_no_press_of_ours()
    {
        var activity = Said.Message("");
        var turns = Said.Turns(activity);
        Assert.NotNull(turns.Pressed(activity, Of(99, 20), "say"));
        Assert.Null(turns.Pressed(activity, Of(101, 20), "say"));
        Assert.Null(turns.Pressed(activity, Of(1, 81), "say"));

        static JsonElement Of(int count, int name) => JsonSerializer.SerializeToElement(Enumerable.Range(0, count).ToDictionary(i => i.ToString(CultureInfo.InvariantCulture).PadLeft(name, 'n'), _ => "x"));
    }

    [Fact]
    public void Where_answers_are_for_one_person_alone_nothing_is_shared() => Assert.False(Said.Turns(Said.Message("goal: ride"), alone: true).Message(Said.Message("goal: ride"))!.Shared);

    static Turn? Made(JsonObject json)
    {
        Activity activity = Said.Read(json)!;
        return Said.Turns(activity).Message(activity);
    }

    static JsonObject Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }
}
