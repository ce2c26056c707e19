using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>What people do in the fake reaches a bot as Teams would send it.</summary>
public sealed class FakePersonTests : Wired
{
    [Fact]
    public async Task An_activity_is_posted_with_its_token_and_the_answer_comes_back()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var bot = builder.Build();
        bot.Urls.Add("http://127.0.0.1:0");
        bot.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = await JsonNode.ParseAsync(request.Body);
            return Results.Json(new { said = activity!["text"]!.GetValue<string>(), by = request.Headers.Authorization.ToString() }, statusCode: 202);
        });
        await bot.StartAsync();
        using var door = new FakeDoor(new(bot.Urls.First() + "/api/messages"), () => "inbound");
        var reply = await door.Deliver(Anna.Writes(Group, "status"));
        Assert.Equal((202, "<at>WorkshopBot</at> status", "Bearer inbound"), ((int)reply.Status, reply.Body!["said"]!.GetValue<string>(), reply.Body["by"]!.GetValue<string>()));
    }

    [Fact]
    public void A_message_in_a_channel_begins_a_thread_or_stands_in_one()
    {
        var first = Anna.Writes(Channel, "start");
        Assert.Equal($"{Channel.Id};messageid={first.Message!.Id}", first.Json["conversation"]!["id"]!.GetValue<string>());
        var second = Ben.Writes(Channel, "persona Ann", first.Message.Id, mention: false);
        Assert.Equal(first.Json["conversation"]!["id"]!.GetValue<string>(), second.Json["conversation"]!["id"]!.GetValue<string>());
        Assert.Equal("persona Ann", second.Json["text"]!.GetValue<string>());
        Assert.DoesNotContain(second.Json["entities"]!.AsArray(), entity => entity!["type"]!.GetValue<string>() == "mention");
        Assert.Equal("a:1", Anna.Writes(Anna.Chat, "hello").Json["conversation"]!["id"]!.GetValue<string>()[..3]);
    }

    [Fact]
    public void An_edit_keeps_the_id_and_the_mention()
    {
        var said = Anna.Writes(Group, "one");
        var edited = Anna.Edits(said.Message!, "two");
        Assert.Equal(("messageUpdate", said.Message!.Id, "<at>WorkshopBot</at> two"), (edited.Json["type"]!.GetValue<string>(), edited.Json["id"]!.GetValue<string>(), edited.Json["text"]!.GetValue<string>()));
        Anna.Deletes(said.Message);
        Assert.True(said.Message.IsDeleted);
        Assert.Equal("<at>WorkshopBot</at> two", Anna.Restores(said.Message).Json["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_button_is_found_in_a_card_and_pressed_with_what_it_carries()
    {
        const string card = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"ActionSet","actions":[
              {"type":"Action.Execute","title":"Vote","verb":"vote","data":{"ref":"P1","type":"Action.None"},"fallback":{"type":"Action.Submit","title":"Vote","data":{}}}]}]}],
             "actions":[{"type":"Action.Submit","title":"Add","data":{"msteams":{"type":"task/fetch"},"kind":"goal"}}]}
            """;
        await Client.Send(To(Group), WorkshopBot.Channels.Teams.Connector.OutboundActivity.Card(Raw(card)), 0, default);
        var message = Assert.Single(Group.Posted);
        Assert.Equal(["Vote", "Add"], message.Actions.Select(action => action.Title));
        var vote = Ben.Presses(message, message.Actions[0], new() { ["note"] = "yes" }).Json;
        Assert.Equal(("adaptiveCard/action", message.Id), (vote["name"]!.GetValue<string>(), vote["replyToId"]!.GetValue<string>()));
        Assert.Equal("""{"type":"Action.Execute","title":"Vote","verb":"vote","data":{"ref":"P1","type":"Action.None","note":"yes"}}""", vote["value"]!["action"]!.ToJsonString());
        Assert.Equal("task/fetch", Ben.Presses(message, message.Actions[1]).Json["name"]!.GetValue<string>());
    }
}
