using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Rooms;
using Wired = WorkshopBot.Channels.Tests.Slack.Api.Wired;

namespace WorkshopBot.Channels.Tests.Slack.Rooms;

/// <summary>A file comes into a conversation, and goes to nobody else.</summary>
public sealed class SlackFilesTests : Wired
{
    static readonly byte[] Bytes = [1, 2, 3, 0, 255];

    SlackFiles Files => new(Api, Http, allowLoopback: true, Time);

    [Fact]
    public async Task A_file_is_asked_for_brought_and_shown_by_its_name()
    {
        Gives(new Uri(Server.Host, "/upload/1").ToString());
        Assert.IsType<SlackReply.Done>(await Files.Upload(Acme, "C1", "the \"map\".json", Bytes, default));
        Assert.Equal(Bytes, Server.Files["/1"]);
        Assert.Equal(("the \"map\".json", "5"), Server.Of("files.getUploadURLExternal").Single() is var asked ? (asked["filename"], asked["length"]) : default);
        var shown = Server.Of("files.completeUploadExternal").Single();
        Assert.Equal("C1", shown["channel_id"]);
        Assert.Equal("""[{"id":"F1","title":"the \u0022map\u0022.json"}]""", shown["files"]);
    }

    [Theory]
    [InlineData("https://files.slack.com.example.com/upload/v1/x")]
    [InlineData("https://example.com/upload")]
    [InlineData("http://files.slack.com/upload/v1/x")]
    [InlineData("https://files.slack.com:444/upload/v1/x")]
    [InlineData("https://a@files.slack.com/upload/v1/x")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_file_goes_to_no_other_host(string address)
    {
        Gives(address);
        Assert.Equal(new SlackReply.Refused("not-allowed"), await Files.Upload(Acme, "C1", "map.json", Bytes, default));
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task To_this_machine_only_where_that_was_allowed_and_nothing_is_followed()
    {
        Gives(new Uri(Server.Host, "/upload/1").ToString());
        Assert.Equal(new SlackReply.Refused("not-allowed"), await new SlackFiles(Api, Http, allowLoopback: false, Time).Upload(Acme, "C1", "map.json", Bytes, default));
        Assert.True(SlackHost.IsFiles(new("https://files.slack.com/upload/v1/x"), allowLoopback: false));
        Gives(new Uri(Server.Host, "/upload/1").ToString());
        Server.Next("upload", "", 307, ("Location", new Uri(Server.Host, "/upload/2").ToString()));
        Assert.Equal(new SlackReply.Refused("http-307"), await Files.Upload(Acme, "C1", "map.json", Bytes, default));
        Assert.DoesNotContain("/2", Server.Files.Keys);
        Assert.Empty(Server.Of("files.completeUploadExternal"));
    }

    [Fact]
    public async Task What_did_not_arrive_is_not_shown_and_what_may_be_shown_is_unknown()
    {
        Gives(new Uri(Server.Host, "/upload/1").ToString());
        Server.Next("upload", "", 500);
        Assert.IsType<SlackReply.Later>(await Files.Upload(Acme, "C1", "map.json", Bytes, default));
        Assert.Empty(Server.Of("files.completeUploadExternal"));
        Gives(new Uri(Server.Host, "/upload/1").ToString());
        Server.Fails("files.completeUploadExternal", "internal_error");
        Assert.IsType<SlackReply.Unknown>(await Files.Upload(Acme, "C1", "map.json", Bytes, default));
        Server.Fails("files.getUploadURLExternal", "missing_scope");
        Assert.Equal(new SlackReply.Lost("missing-scope"), await Files.Upload(Acme, "C1", "map.json", Bytes, default));
        Assert.Equal(new SlackReply.Refused("empty"), await Files.Upload(Acme, "C1", "map.json", default, default));
    }

    void Gives(string address) => Server.Next("files.getUploadURLExternal", $$"""{"ok":true,"upload_url":"{{address}}","file_id":"F1"}""");
}
