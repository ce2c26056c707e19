using Microsoft.AspNetCore.Http;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Tests.Teams.Connector;
using Wired = WorkshopBot.Channels.Tests.Slack.Api.Wired;

namespace WorkshopBot.Channels.Tests.Slack.Rooms;

/// <summary>What is asked before somebody is answered is waited for only moments.</summary>
public sealed class SlackWaitTests : Wired
{
    static readonly SlackPlace Nowhere = new(Acme, "", "U0ANNA") { UserTeam = "T0ACME", Team = "T0ACME" };

    readonly TaskCompletionSource _opened = new();
    SlackBook _book = null!;
    SlackPeople _people = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Server.Always("users.info", _ => """{"ok":true,"user":{"id":"U0ANNA","team_id":"T0ACME","profile":{"display_name":"anna"}}}""");
        Server.Always("conversations.info", _ => """{"ok":true,"channel":{"id":"C1","is_member":true}}""");
        Server.Always("conversations.members", _ => """{"ok":true,"members":["U0ANNA"],"response_metadata":{"next_cursor":""}}""");
        _book = new(new Notes());
        _people = new(Api, _book, ["en"], Time, this);
    }

    public override async Task DisposeAsync()
    {
        _opened.TrySetResult();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_has_a_chat_that_takes_long_to_open_is_known_by_their_id_until_then()
    {
        Waits("conversations.open", """{"ok":true,"channel":{"id":"D0ANNA"}}""");
        var listeners = new Listeners(_people, new(Api, _book), Time);
        var first = listeners.Find(Nowhere, default).AsTask();
        await Passes("conversations.open", Listeners.Moment, first);
        Assert.Equal("slack:T0ACME:U0ANNA", (await first).Room.Key);
        _opened.SetResult();
        await WorkshopBot.Tests.Until.True(async () => (await listeners.Find(Nowhere, default)).Room.Key == "slack:T0ACME:D0ANNA");
        Assert.Single(Server.Of("conversations.open"));
    }

    [Theory]
    [InlineData("conversations.info")]
    [InlineData("conversations.members")]
    public async Task Whether_somebody_is_in_a_channel_is_no_where_it_is_not_told_in_a_moment(string slow)
    {
        var rooms = new SlackRooms(Api, _book, _people, Time);
        Assert.True(await rooms.IsIn(Acme, "C1", "U0ANNA", default));
        Assert.False(await rooms.IsIn(Acme, "C1", "U0BEN", default));
        Waits(slow, """{"ok":true}""");
        var asked = rooms.IsIn(Acme, "C1", "U0ANNA", default).AsTask();
        await Passes(slow, SlackRooms.Moment, asked, 3);
        Assert.False(await asked);
    }

    void Waits(string method, string then) => Server.Next(method, async context =>
    {
        await _opened.Task;
        await context.Response.WriteAsync(then);
    });

    async Task Passes(string method, TimeSpan moment, Task waiting, int calls = 1)
    {
        await WorkshopBot.Tests.Until.True(() => Server.Of(method).Count() == calls);
        await WorkshopBot.Tests.Until.True(() => Time.Next == Time.GetUtcNow() + moment);
        Time.Advance(moment - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        Time.Advance(TimeSpan.FromMilliseconds(1));
    }
}
