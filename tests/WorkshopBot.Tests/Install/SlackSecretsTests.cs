using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Chats;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Install;

/// <summary>Tokens of installs in the real storage, under the real keys.</summary>
public sealed class SlackSecretsTests : IDisposable
{
    const string Purpose = "WorkshopBot.Slack.Tokens.v1", Token = "xox" + "b-plainly-readable", Refresh = "xox" + "e-1-plainly-readable";

    static readonly InstallId Team = new(null, "T1");

    readonly TempFolder _folder = new();
    readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_the_file_reads_no_token_in_it(bool hasMasterKey)
    {
        await using (var rows = SqliteRowStore.Open(_folder.File(), _time))
        using (var keys = SavedKeys.Open(rows, TimeProvider.System, hasMasterKey ? Key(1) : null))
            Assert.True(await Installs(rows, keys).Save(new(Team, Token, "U0BOT", "A1"), new(Token, Refresh, _time.Now.AddHours(12)), "commands", default));
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
            foreach (var secret in (string[])[Token, Refresh, "plainly-readable", Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))[..16]])
                Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));

        await using var again = SqliteRowStore.Open(_folder.File(), _time);
        using var same = SavedKeys.Open(again, TimeProvider.System, hasMasterKey ? Key(1) : null);
        Assert.Equal((Token, 0), ((await Installs(again, same).Find(Team, default))!.Token, same.Lost));
    }

    [Fact]
    public async Task Under_another_master_key_there_is_no_install_a_warning_and_room_for_a_new_one()
    {
        await using var rows = SqliteRowStore.Open(_folder.File(), _time);
        using (var keys = SavedKeys.Open(rows, TimeProvider.System, Key(1)))
            await Installs(rows, keys).Save(new(Team, Token, "U0BOT", "A1"), new(Token), "", default);

        using var other = SavedKeys.Open(rows, TimeProvider.System, Key(2));
        var log = new RecordedLog();
        var installs = Installs(rows, other, log);
        Assert.Equal(1, other.Lost);
        Assert.Null(await installs.Find(Team, default));
        Assert.Contains(log.Lines, line => line.Contains("Security:MasterKey", StringComparison.Ordinal) && line.Contains("-/T1", StringComparison.Ordinal));
        Assert.True(await installs.Save(new(Team, "new", "U0BOT", "A1"), new("new"), "", default));
        Assert.Equal("new", (await installs.Find(Team, default))!.Token);
    }

    [Fact]
    public async Task Keys_that_were_wrapped_later_still_open_what_was_sealed_before()
    {
        await using var rows = SqliteRowStore.Open(_folder.File(), _time);
        using (var plain = SavedKeys.Open(rows, TimeProvider.System, null))
            await Installs(rows, plain).Save(new(Team, Token, "U0BOT", "A1"), new(Token), "", default);
        using var wrapped = SavedKeys.Open(rows, TimeProvider.System, Key(1));
        Assert.Equal(Token, (await Installs(rows, wrapped).Find(Team, default))!.Token);
    }

    [Fact]
    public async Task What_is_sealed_for_one_purpose_or_changed_opens_for_none()
    {
        await using var rows = SqliteRowStore.Open(_folder.File(), _time);
        using var keys = SavedKeys.Open(rows, TimeProvider.System, null);
        var closed = keys.Seal(Purpose, [1, 2, 3]);
        Assert.Equal([1, 2, 3], keys.Open(Purpose, closed)!);
        Assert.Null(keys.Open("WorkshopBot.Slack.States.v1", closed));
        Assert.Null(keys.Open(Purpose, []));
        for (var i = 0; i < closed.Length; i++)
        {
            closed[i] ^= 1;
            Assert.Null(keys.Open(Purpose, closed));
            closed[i] ^= 1;
        }
    }

    [Fact]
    public async Task Two_nodes_on_one_storage_renew_a_token_once()
    {
        await using var rows = SqliteRowStore.Open(_folder.File(), _time);
        using var keys = SavedKeys.Open(rows, TimeProvider.System, Key(1));
        var calls = 0;
        Task<SlackReply> Ask(SlackCall call, AuthenticationHeaderValue proof, CancellationToken ct)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult<SlackReply>(new SlackReply.Done(System.Text.Json.JsonDocument.Parse("""
                {"ok":true,"access_token":"new","token_type":"bot","scope":"","bot_user_id":"U0BOT","app_id":"A1","team":{"id":"T1"},"refresh_token":"next","expires_in":43200}
                """).RootElement));
        }

        var nodes = Enumerable.Range(0, 4).Select(_ => Installs(rows, keys, ask: Ask)).ToList();
        await nodes[0].Save(new(Team, Token, "U0BOT", "A1"), new(Token, Refresh, _time.Now.AddHours(12)), "", default);
        _time.Now = _time.Now.AddHours(13);
        var found = await Task.WhenAll(nodes.Select(node => Task.Run(async () => (await node.Find(Team, default))!.Token)));
        Assert.All(found, token => Assert.Equal("new", token));
        Assert.Equal(1, calls);
    }

    static MasterKey Key(byte seed) => new([.. Enumerable.Repeat(seed, MasterKey.Bytes)]);

    KeptInstalls Installs(IRowStore rows, SavedKeys keys, RecordedLog? log = null, SlackAsk? ask = null) => new(
        new ChatBook(rows), new(open => keys.Seal(Purpose, open), closed => keys.Open(Purpose, closed)), ask ?? ((_, _, _) => Task.FromResult<SlackReply>(new SlackReply.Unknown())),
        new("12.34", "secret", new("https://bot.example.com/slack/oauth")), _time, log ?? (Microsoft.Extensions.Logging.ILogger)NullLogger.Instance);
}
