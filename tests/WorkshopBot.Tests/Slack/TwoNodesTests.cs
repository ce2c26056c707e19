using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Chats;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Slack;

/// <summary>What two nodes over one storage note of Slack, each with what it has read before.</summary>
public sealed class TwoNodesTests
{
    static readonly InstallId Team = new(null, "T1");

    readonly FakeTime _time = new();
    readonly ChatBook _rows;

    public TwoNodesTests() => _rows = new(new MemoryRowStore(_time));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_that_another_node_was_given_is_called_with_instead_of_the_one_that_is_over(bool rotates)
    {
        await using var slack = await FakeSlack.Start(_time);
        slack.RotatesTokens = rotates;
        var team = slack.Team("Acme");
        var channel = team.Channel("journeys", team.Person("Ann"));
        using var http = SlackApi.Http();
        var asking = new SlackAsking(http, slack.Api, true, _time);
        var (one, other) = (Node(), Node());
        var id = new InstallId(null, team.Id);
        await Installs(one);
        Assert.NotNull(await one.Find(id, default));
        // The first token is dead, and the node that has it does not know.
        await Installs(other);
        if (rotates)
            await Installs(other);

        var api = new SlackApi(http, slack.Api, true, one, new SlackBook(_rows).Organisation, new(_time), _time, NullLogger.Instance);
        Assert.IsType<SlackReply.Done>(await api.Call(id, new(SlackMethods.Post) { { "channel", channel.Id }, { "text", "Hello" } }, CallRank.Kept, default));
        Assert.Equal(["Hello"], channel.Posted.Select(message => message.Text));
        Assert.NotNull(await other.Find(id, default));

        KeptInstalls Node() => new(_rows, new(bytes => bytes, bytes => bytes), asking.Ask, new(slack.ClientId, slack.ClientSecret, new("https://bot.example/slack/oauth")), _time, NullLogger.Instance);

        async Task Installs(KeptInstalls node)
        {
            var given = team.Install();
            DateTimeOffset? ends = given.RefreshToken is null ? null : _time.GetUtcNow().AddHours(12);
            Assert.True(await node.Save(new(id, given.Token, given.BotUserId, slack.AppId), new(given.Token, given.RefreshToken, ends), "", default));
        }
    }

    [Fact]
    public async Task Rooms_that_two_nodes_note_for_one_install_are_all_on_its_list()
    {
        var (one, other) = (new SlackBook(_rows), new SlackBook(_rows));
        Assert.Empty(await one.Rooms(Team, default));
        await one.Add(Team, "first", default);
        await other.Add(Team, "second", default);
        await one.Add(Team, "third", default);
        await other.Add(Team, "first", default);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await (i % 2 == 0 ? one : other).Add(Team, $"room {i}", default))));
        Assert.Equal(["first", .. Enumerable.Range(0, 20).Select(i => $"room {i}").Order(StringComparer.Ordinal), "second", "third"], (await one.Rooms(Team, default)).Order(StringComparer.Ordinal));
        Assert.Equal(await one.Rooms(Team, default), await other.Rooms(Team, default));
    }

    [Fact]
    public async Task A_workspace_that_joins_an_organisation_keeps_its_list_of_rooms()
    {
        await new SlackBook(_rows).Add(Team, "quiet", default);
        await new SlackBook(_rows).Add(Team with { Enterprise = "E1" }, "loud", default);
        Assert.Equal(["quiet", "loud"], await new SlackBook(_rows).Rooms(Team with { Enterprise = "E1" }, default));
        await new SlackBook(_rows).Joined("T1", "E1", default);
        Assert.Equal(["quiet", "loud"], await new SlackBook(_rows).Rooms(new("E1", null), default));
    }

    [Fact]
    public async Task A_room_that_could_not_be_noted_is_noted_the_next_time()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(_time));
        var book = new SlackBook(new ChatBook(rows));
        await book.Add(Team, "first", default);
        rows.Fault = Journal.StorageFault.Full;
        await book.Add(Team, "second", default);
        rows.Fault = null;
        Assert.Equal(["first"], await book.Rooms(Team, default));
        await book.Add(Team, "second", default);
        Assert.Equal(["first", "second"], await book.Rooms(Team, default));
    }

    [Fact]
    public async Task A_room_that_somebody_notes_between_reading_and_writing_stays_on_the_list()
    {
        var book = new Meanwhile(_rows);
        var teams = new Channels.Teams.Rooms.TeamsNotes(book);
        book.Act = async () => await _rows.Save("team:tenant:team", "theirs"u8.ToArray(), default);
        await teams.SeeRoom("tenant", "team", "ours", default);
        Assert.Equal(["theirs", "ours"], await teams.Rooms("tenant", "team", default));
    }

    /// <summary>A book in which another node writes just after something was read.</summary>
    sealed class Meanwhile(IChatBook book) : IChatBook
    {
        public Func<Task>? Act { get; set; }

        public async ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct)
        {
            var found = await book.Find(name, ct);
            var act = Act;
            Act = null;
            await (act?.Invoke() ?? Task.CompletedTask);
            return found;
        }

        public ValueTask<bool> Save(string name, ReadOnlyMemory<byte>? note, CancellationToken ct) => book.Save(name, note, ct);

        public ValueTask<bool> Swap(string name, ReadOnlyMemory<byte>? seen, ReadOnlyMemory<byte> note, CancellationToken ct) => book.Swap(name, seen, note, ct);
    }
}
