using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackRoomTests : FakeSlackBench
{
    [Fact]
    public async Task History_is_told_page_by_page_newest_first_and_with_what_the_app_keeps()
    {
        var root = Anna.Wrote(Lab, "0");
        for (var i = 1; i < 5; i++)
            Anna.Wrote(Lab, $"{i}");
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("thread_ts", root.Ts), ("text", "reply"), ("metadata", new JsonObject { ["event_type"] = "a", ["event_payload"] = new JsonObject { ["id"] = "7" } }));
        List<string> seen = [];
        for (string? cursor = null; cursor != "";)
        {
            var page = await Raw.Call("conversations.history", ("channel", Lab.Id), ("limit", "2"), ("cursor", cursor));
            seen.AddRange(page["messages"]!.AsArray().Select(message => (string)message!["text"]!));
            cursor = (string)page["response_metadata"]!["next_cursor"]!;
        }
        Assert.Equal(["4", "3", "2", "1", "0"], seen);
        var later = await Raw.Call("conversations.history", ("channel", Lab.Id), ("oldest", Lab.Messages[2].Ts));
        Assert.Equal(2, later["messages"]!.AsArray().Count);
        var thread = (await Raw.Call("conversations.replies", ("channel", Lab.Id), ("ts", root.Ts), ("include_all_metadata", "true")))["messages"]!.AsArray();
        Assert.Equal(["0", "reply"], thread.Select(message => (string)message!["text"]!));
        Assert.Equal((1, "7"), ((int)thread[0]!["reply_count"]!, (string)thread[1]!["metadata"]!["event_payload"]!["id"]!));
        Assert.False((await Raw.Call("conversations.replies", ("channel", Lab.Id), ("ts", root.Ts)))["messages"]![1]!.AsObject().ContainsKey("metadata"));
        Assert.Equal("thread_not_found", await Raw.Error("conversations.replies", ("channel", Lab.Id), ("ts", "1763712000.001200")));
    }

    [Fact]
    public async Task People_and_rooms_are_told_as_they_are()
    {
        Anna.IsGuest = true;
        Anna.Locale = "de-DE";
        var anna = (await Raw.Call("users.info", ("user", Anna.Id), ("include_locale", "true")))["user"]!;
        Assert.Equal(("Anna", true, false, "de-DE", "Europe/Berlin"), ((string)anna["real_name"]!, (bool)anna["is_restricted"]!, (bool)anna["is_bot"]!, (string)anna["locale"]!, (string)anna["tz"]!));
        Assert.Equal("user_not_found", await Raw.Error("users.info", ("user", "U0NOBODY")));
        Assert.Equal("user_not_visible", await Raw.Error("users.info", ("user", Slack.Team("Elsewhere").Person("Eve").Id)));
        var members = (await Raw.Call("conversations.members", ("channel", Lab.Id)))["members"]!.AsArray().Select(id => (string)id!);
        Assert.Equal([Anna.Id, Acme.Bot!.BotUserId], members);
        var room = (await Raw.Call("conversations.info", ("channel", Lab.Id)))["channel"]!;
        Assert.Equal(("journey-lab", true, false), ((string)room["name"]!, (bool)room["is_member"]!, (bool)room["is_private"]!));
        Assert.Equal("missing_scope", await Raw.Error("team.info"));
        Acme.Bot.Scopes = [.. Acme.Bot.Scopes, "team:read"];
        Assert.Equal("Acme", (string)(await Raw.Call("team.info"))["team"]!["name"]!);
        Acme.Bot.Scopes = ["groups:read"];
        Assert.Equal("channels:read", (string)(await Raw.Call("conversations.info", ("channel", Lab.Id)))["needed"]!);
    }

    [Fact]
    public async Task Somebodys_own_chat_is_opened_if_they_are_there_for_it()
    {
        Assert.Equal(Anna.Dm.Id, (string)(await Raw.Call("conversations.open", ("users", Anna.Id)))["channel"]!["id"]!);
        Assert.Equal("user_not_found", await Raw.Error("conversations.open", ("users", "U0NOBODY")));
        Anna.IsDeactivated = true;
        Assert.Equal("user_disabled", await Raw.Error("conversations.open", ("users", Anna.Id)));
        Slack.HasMessagesTab = false;
        Assert.Equal("messages_tab_disabled", await Raw.Error("chat.postMessage", ("channel", Anna.Dm.Id), ("text", "x")));
    }

    [Fact]
    public async Task A_file_is_brought_in_three_steps()
    {
        var root = Anna.Wrote(Lab, "map please");
        var begun = await Raw.Call("files.getUploadURLExternal", ("filename", "map.csv"), ("length", "5"));
        using var http = new HttpClient();
        using var put = await http.PostAsync((string)begun["upload_url"]!, new ByteArrayContent("a,b,c"u8.ToArray()));
        Assert.Equal("OK - 5", await put.Content.ReadAsStringAsync());
        Assert.Equal("file_not_found", await Raw.Error("files.completeUploadExternal", ("files", RawSlack.Blocks("""[{"id":"F0NONE"}]""")), ("channel_id", Lab.Id)));
        Assert.Equal("ok", await Raw.Error("files.completeUploadExternal", ("files", RawSlack.Blocks($$"""[{"id":"{{(string)begun["file_id"]!}}","title":"The map"}]""")), ("channel_id", Lab.Id), ("thread_ts", root.Ts)));
        var file = Slack.Files.Single();
        Assert.Equal(("map.csv", "The map", Lab, root.Ts), (file.Name, file.Title, file.Channel, file.ThreadTs));
        Assert.Equal("a,b,c"u8.ToArray(), file.Content);
        Assert.Equal("missing_argument", await Raw.Error("files.getUploadURLExternal", ("filename", "map.csv"), ("length", "0")));
    }

    [Fact]
    public async Task A_shared_file_comes_with_its_message()
    {
        await Anna.Writes(Anna.Dm, "our map", files: new WorkshopBot.Fakes.Slack.FakeSlackFile("map.csv", [1, 2, 3]));
        var heard = Bot.Heard.Single();
        Assert.Equal("message.file_share", heard.Type);
        Assert.Equal(("map.csv", 3), ((string)heard.Json["event"]!["files"]![0]!["name"]!, (int)heard.Json["event"]!["files"]![0]!["size"]!));
    }

    [Fact]
    public async Task A_link_to_a_message_names_its_thread()
    {
        var root = Anna.Wrote(Lab, "root");
        var reply = Anna.Wrote(Lab, "reply", root);
        var link = (string)(await Raw.Call("chat.getPermalink", ("channel", Lab.Id), ("message_ts", reply.Ts)))["permalink"]!;
        Assert.EndsWith($"/archives/{Lab.Id}/p{reply.Ts.Replace(".", "", StringComparison.Ordinal)}?thread_ts={root.Ts}&cid={Lab.Id}", link, StringComparison.Ordinal);
    }
}
