using System.Text;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>Kept messages in Teams: where they go, what they are, and what is said when they cannot go there.</summary>
public sealed class TeamsChannelTests : Wired, ILogger
{
    readonly Notes _notes = new();
    readonly List<string> _log = [];
    TeamsBook _book = null!;
    TeamsChannel _channel = null!;

    Address.Room InChannel => new($"teams:{Fake.TenantId}:{Channel.Id}");

    Address.Room InGroup => new($"teams:{Fake.TenantId}:{Group.Id}");

    Address.Person ToBen => new($"teams:{Fake.TenantId}:{Ben.AadObjectId}");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _book = new(_notes);
        var sender = new TeamsSender(Client, new(TimeProvider.System), _book, TimeProvider.System);
        _channel = new(sender, new(sender, _book, Fake.BotId), (message, _) => ValueTask.FromResult(new BoundCard(message.Data, message.Card)), "WorkshopBot", this);
        foreach (var room in new[] { InChannel, InGroup })
            await _book.See(room.Key, new RoomNote(Fake.ServiceUrl.AbsoluteUri), default);
    }

    [Fact]
    public async Task A_channel_gets_a_thread_for_the_board_and_replies_under_it()
    {
        var board = Posted(await _channel.Post(InChannel, null, "op1", Say("board"), default));
        var root = Assert.Single(Channel.Posted).Id;
        Assert.Equal($"{root}/{root}", board);
        var step = Posted(await _channel.Post(InChannel, root, "op2", Say("step"), default));
        var other = Posted(await _channel.Post(InChannel, board, "op3", Say("step"), default));
        Assert.Equal([$"{root}/{Channel.Posted[1].Id}", $"{root}/{Channel.Posted[2].Id}"], [step, other]);
        Assert.Equal((1, 2), (Fake.Counts().Posts, Fake.Counts().Replies));
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(InChannel, step, Say("step, changed"), default));
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(InChannel, board, Say("board, changed"), default));
        Assert.Equal(["board, changed", "step, changed", "step"], Channel.Posted.Select(Shown));
    }

    [Fact]
    public async Task The_message_that_started_a_workshop_is_the_root_of_all()
    {
        var root = Thread();
        Assert.StartsWith($"{root}/", Posted(await _channel.Post(InChannel, root, "op", Say("board"), default)), StringComparison.Ordinal);
        Assert.Equal((0, 1), (Fake.Counts().Posts, Fake.Counts().Replies));
    }

    [Fact]
    public async Task A_group_chat_has_no_threads_and_a_root_is_passed_over()
    {
        var id = Posted(await _channel.Post(InGroup, "17", "op", Say("board"), default));
        Assert.Equal(Assert.Single(Group.Posted).Id, id);
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(InGroup, id, Say("changed"), default));
        Assert.Equal("changed", Shown(Assert.Single(Group.Posted)));
    }

    [Fact]
    public async Task A_person_is_written_to_in_a_chat_that_is_made_once_for_all()
    {
        await _book.See(ToBen.Key, new PersonNote(Ben.Id, Service: Fake.ServiceUrl.AbsoluteUri), default);
        Fake.Next(Fault.Delay(TimeSpan.FromMilliseconds(200)), on: FakeCall.Create);
        var posts = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _channel.Post(ToBen, null, $"op{i}", Say("invite"), default).AsTask()));
        Assert.Equal(Ben.Chat.Posted.Select(message => message.Id).Order(), posts.Select(Posted).Order());
        Assert.Equal(1, Fake.Counts().Created);
        Assert.Equal(Ben.Chat.Id, (await new TeamsBook(_notes).Person(ToBen.Key, default))!.Chat);
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(ToBen, Posted(posts[0]), Say("changed"), default));
    }

    [Fact]
    public async Task A_chat_that_could_not_be_made_is_tried_again_with_the_next_post()
    {
        await _book.See(ToBen.Key, new PersonNote(Ben.Id, Service: Fake.ServiceUrl.AbsoluteUri), default);
        Fake.Next(Fault.DropAfter, on: FakeCall.Create);
        Assert.IsType<PostOutcome.Later>(await _channel.Post(ToBen, null, "op", Say("invite"), default));
        Assert.Empty(Ben.Chat.Posted);
        Fake.Next(Fault.Blocked, on: FakeCall.Create);
        await Until(async () => await _channel.Post(ToBen, null, "op", Say("invite"), default) is PostOutcome.Lost("blocked"));
        Posted(await _channel.Post(ToBen, null, "op", Say("invite"), default));
    }

    [Fact]
    public async Task Whom_the_bot_has_never_seen_it_does_not_write_to()
    {
        Assert.Equal(new PostOutcome.Lost("unknown"), await _channel.Post(ToBen, null, "op", Say("invite"), default));
        Assert.Equal(new PostOutcome.Lost("unknown"), await _channel.Post(new Address.Room($"teams:{Fake.TenantId}:19:other@thread.v2"), null, "op", Say("board"), default));
        Assert.Equal(new PostOutcome.Lost("unknown"), await _channel.Post(new Address.Room("web:local:demo"), null, "op", Say("board"), default));
        await _book.See(ToBen.Key, new PersonNote(Service: Fake.ServiceUrl.AbsoluteUri, Name: "Ben"), default);
        Assert.Equal(new EditOutcome.Lost("unknown"), await _channel.Edit(ToBen, "17", Say("invite"), default));
        Assert.Empty(Fake.Requests);
    }

    [Fact]
    public async Task A_card_that_is_too_big_is_said_as_text_and_becomes_a_card_again()
    {
        var big = Say("All of it as text.", brief: "In short.", size: 41_000);
        var id = Posted(await _channel.Post(InGroup, null, "op", big, default));
        var message = Assert.Single(Group.Posted);
        Assert.Null(message.Card);
        Assert.Equal(("All of it as text.", "plain"), (message.Text, message.Shown["textFormat"]!.GetValue<string>()));
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(InGroup, id, Say("small"), default));
        Assert.Equal(("small", ""), (Shown(message), message.Text));
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(InGroup, id, big, default));
        Assert.Equal("All of it as text.", message.Text);
        Assert.All(Fake.Requests, request => Assert.True(Encoding.UTF8.GetByteCount(request.Body) < 40_001));
    }

    [Fact]
    public async Task A_text_that_is_too_big_itself_is_said_in_short()
    {
        Posted(await _channel.Post(InGroup, null, "op", Say(new('x', 41_000), brief: "In short.", size: 41_000), default));
        Assert.Equal("In short.", Assert.Single(Group.Posted).Text);
    }

    [Fact]
    public async Task What_is_too_big_for_the_Connector_all_the_same_is_said_as_text()
    {
        Fake.Next(Fault.TooBig);
        Posted(await _channel.Post(InGroup, null, "op", Say("board"), default));
        Assert.Equal("board", Assert.Single(Group.Posted).Text);
        Fake.Next(Fault.TooBig, times: 3);
        Assert.Equal(new PostOutcome.Lost("refused"), await _channel.Post(InGroup, null, "op", Say("board"), default));
    }

    [Theory]
    [InlineData("<at>Anna Prototype</at> **hi** [x](https://example.com) <b>y</b>")]
    [InlineData("\u202eabc\"\\ </script> \0 \ud83d\ude00")]
    public async Task What_people_wrote_is_neither_a_mention_nor_markup(string text)
    {
        Posted(await _channel.Post(InGroup, null, "op", Say(text, size: 41_000), default));
        var shown = Assert.Single(Group.Posted).Shown;
        Assert.Equal((text, "plain"), (shown["text"]!.GetValue<string>(), shown["textFormat"]!.GetValue<string>()));
        Assert.Equal(["type", "text", "textFormat"], shown.Select(pair => pair.Key));
    }

    public static TheoryData<string, string> Reasons => new()
    {
        { nameof(Fault.Blocked), "blocked" }, { nameof(Fault.Disabled), "disabled" }, { nameof(Fault.NotInRoster), "not-in-roster" }, { nameof(Fault.NoPermission), "no-permission" },
        { nameof(Fault.WritesBlocked), "writes-blocked" }, { nameof(Fault.ConversationGone), "gone" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_conversation_that_is_lost_says_why_and_the_log_says_no_more(string fault, string reason)
    {
        var id = Posted(await _channel.Post(InGroup, null, "op", Say("s3cret"), default));
        Fake.Next((Fault)typeof(Fault).GetProperty(fault)!.GetValue(null)!, times: 2);
        Assert.Equal(new PostOutcome.Lost(reason), await _channel.Post(InGroup, null, "op", Say("s3cret"), default));
        Assert.Equal(new EditOutcome.Lost(reason), await _channel.Edit(InGroup, id, Say("s3cret"), default));
        Assert.Equal(2, _log.Count);
        Assert.All(_log, line => Assert.Contains(reason, line, StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains("s3cret", StringComparison.Ordinal) || line.Contains(Group.Id, StringComparison.Ordinal) || line.Contains("t0ken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_somebody_deleted_is_missing()
    {
        var id = Posted(await _channel.Post(InGroup, null, "op", Say("board"), default));
        Group.Delete(Assert.Single(Group.Posted));
        Assert.IsType<EditOutcome.Missing>(await _channel.Edit(InGroup, id, Say("changed"), default));
        Assert.Equal("", Log);
    }

    [Fact]
    public async Task After_a_dropped_connection_nothing_is_known_of_a_post_and_an_edit_comes_again()
    {
        Fake.Next(Fault.DropAfter);
        Assert.IsType<PostOutcome.Unknown>(await _channel.Post(InGroup, null, "op", Say("board"), default));
        Assert.Single(Group.Posted);
        Fake.Next(Fault.DropAfter);
        Assert.IsType<EditOutcome.Later>(await _channel.Edit(InGroup, Group.Posted[0].Id, Say("changed"), default));
        Assert.Equal("changed", Shown(Group.Posted[0]));
    }

    [Fact]
    public async Task A_kept_message_is_told_when_to_come_again_and_nothing_is_asked_before()
    {
        Fake.Next(Fault.Throttled(20));
        Assert.Equal(new PostOutcome.Later(TimeSpan.FromSeconds(20)), await _channel.Post(InGroup, null, "op", Say("board"), default));
        Assert.InRange(Assert.IsType<PostOutcome.Later>(await _channel.Post(InGroup, null, "op", Say("board"), default)).After.TotalSeconds, 15, 20);
        Assert.Single(Fake.Requests);
        Posted(await _channel.Post(InChannel, null, "op", Say("board"), default));
    }

    [Fact]
    public async Task Settings_that_are_wrong_lose_nothing_and_are_told()
    {
        Fake.Token = "another";
        Assert.IsType<PostOutcome.Later>(await _channel.Post(InGroup, null, "op", Say("board"), default));
        Assert.Contains("does not know the bot", Log, StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_that_cannot_be_read_now_make_it_later()
    {
        _notes.IsBroken = true;
        Assert.IsType<PostOutcome.Later>(await _channel.Post(ToBen, null, "op", Say("board"), default));
        Assert.IsType<EditOutcome.Later>(await _channel.Edit(ToBen, "17", Say("board"), default));
    }

    [Fact]
    public async Task The_host_that_a_conversation_moved_to_is_noted()
    {
        var other = new Uri(Fake.Host, "/gcc");
        var sender = new TeamsSender(Made(_ => true, other), new(TimeProvider.System), _book, TimeProvider.System);
        var channel = new TeamsChannel(sender, new(sender, _book, Fake.BotId), (message, _) => ValueTask.FromResult(new BoundCard(message.Data, message.Card)), "WorkshopBot", this);
        Fake.Next(Fault.WrongHost);
        Posted(await channel.Post(InGroup, null, "op1", Say("board"), default));
        Posted(await channel.Post(InGroup, null, "op2", Say("board"), default));
        Assert.Equal(["/emea", "/gcc/", "/gcc/"], Fake.Requests.Select(request => request.Target[..5]));
    }

    [Fact]
    public async Task A_post_cannot_be_looked_for() => Assert.IsType<FindOutcome.Unknown>(await _channel.Find(InGroup, null, "op", default, default));

    [Theory]
    [InlineData("19:abc@thread.tacv2", true, "@WorkshopBot")]
    [InlineData("19:abc@thread.skype", true, "@WorkshopBot")]
    [InlineData("19:abc@thread.v2", false, "@WorkshopBot")]
    [InlineData("a:1xyz", false, null)]
    public void Channels_have_threads_and_only_in_a_chat_of_ones_own_is_every_line_heard(string conversation, bool threads, string? mention) =>
        Assert.Equal(new(threads, mention) { Views = mention is null ? 0 : 60 }, _channel.Place(new Address.Room("teams:t:" + conversation)));

    [Fact]
    public void A_person_is_heard_without_a_mention() => Assert.Equal(new(false, null), _channel.Place(ToBen));

    string Log => string.Join('\n', _log);

    static string Posted(PostOutcome outcome) => Assert.IsType<PostOutcome.Posted>(outcome).PlatformId;

    static string Shown(FakeMessage message) => message.Card?["body"]![0]!["text"]!.GetValue<string>() ?? "";

    /// <summary>A message whose card shows its text, and is filled up to a size; its name stands for its text twin.</summary>
    static Message Say(string text, string brief = "brief", int size = 0)
    {
        var block = System.Text.Json.JsonSerializer.Serialize(new { type = "TextBlock", text });
        var filler = System.Text.Json.JsonSerializer.Serialize(new { type = "TextBlock", text = new string('.', Math.Max(1, size)) });
        return new("board", text, Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{block}},{{filler}}]}"""), brief, "en");
    }

    static async Task Until(Func<Task<bool>> condition)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); !await condition(); await Task.Delay(50))
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "It did not come about in time.");
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _log.Add($"{formatter(state, exception)} {exception}");
}
