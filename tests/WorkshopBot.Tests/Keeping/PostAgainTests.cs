using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Http;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What is told once and may not have arrived, from the chat that does not answer to the button that posts it again.</summary>
public sealed class PostAgainTests : IAsyncDisposable
{
    readonly FakeTime _time = new();
    readonly Platform _platform = new();
    readonly MutedChat _chat;
    readonly CardDeck _deck = CardDeck.Load(Checkout.File("cards"), CardViews.All);
    readonly Bot _bot;
    int _turns;

    public PostAgainTests()
    {
        _chat = new(_platform);
        _bot = new(new MemoryRowStore(_time), Playbook.Standard, new([new JsonExport()]), _deck, [_chat], (_, _) => "", _time, () => "m-1", NullLogger.Instance);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Who_leads_is_told_what_may_not_have_arrived_and_posts_it_again()
    {
        await Unsure();
        var card = Card(await Press("ann", "facilitate"));
        Assert.Contains("May not have arrived", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Kick-off: what came of it", card.ToJsonString(), StringComparison.Ordinal);
        var again = card.Button("Post again");

        _chat.IsMuted = false;
        var reply = await Press("ann", again.Verb(), again.Data());
        Assert.Equal((ReplyKind.Answered, "Posted again: Kick-off: what came of it."), (reply.Kind, reply.Text));
        await Kept(() => _platform.Of("outcome:kickoff").Count() == 1);

        // A second click finds nothing that waits.
        Assert.Equal(ReplyKind.Refused, (await Press("ann", again.Verb(), again.Data())).Kind);
        Assert.DoesNotContain("May not have arrived", Card(await Press("ann", "facilitate")).ToJsonString(), StringComparison.Ordinal);
        await Kept(() => true);
        Assert.Single(_platform.Of("outcome:kickoff"));
    }

    [Fact]
    public async Task Nobody_else_can_and_nothing_that_is_over_is_posted_again()
    {
        await Unsure();
        await Says("ben", "park a bell");
        _chat.IsMuted = false;
        foreach (var (person, key) in ((string, string)[])[("ben", "outcome:kickoff"), ("ann", "outcome:goals"), ("ann", "board"), ("ann", "no such"), ("ann", "")])
            Assert.Equal(ReplyKind.Refused, (await Press(person, "again", new() { ["verb"] = "again", ["key"] = key })).Kind);
        // Open again, what came of it is not to be told now.
        await Says("ann", "back");
        Assert.Equal(ReplyKind.Refused, (await Press("ann", "again", new() { ["verb"] = "again", ["key"] = "outcome:kickoff" })).Kind);
        Assert.DoesNotContain("May not have arrived", Card(await Press("ann", "facilitate")).ToJsonString(), StringComparison.Ordinal);
        await Kept(() => true);
        Assert.Empty(_platform.Of("outcome:kickoff"));
    }

    async Task Unsure()
    {
        await Says("ann", "start Bikes");
        await Kept(() => _platform.Of("board").Any());
        _chat.IsMuted = true;
        await Says("ann", "next anyway");
        await Kept(() => _chat.Unheard > 0);
        _time.Advance(TimeSpan.FromSeconds(60));
        await Kept(() => true);
        Assert.Empty(_platform.Of("outcome:kickoff"));
    }

    // Time goes on until everything is as true as it can be.
    async Task Kept(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            await Until.True(() => _bot.Keeper.AtWork == 0);
            if (condition() && await _bot.Keeper.IsTrue("m-1"))
                return;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It never comes to rest.");
            await Task.Delay(5);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    async Task Says(string person, string text) => Assert.Equal(ReplyKind.Answered, (await _bot.Loop.Deliver(Turn(person, text, null))).Kind);

    Task<Reply> Press(string person, string verb, Dictionary<string, string>? data = null) => _bot.Loop.Deliver(Turn(person, "", new(verb, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, data ?? []))));

    Turn Turn(string person, string text, ChatAction? action) => new($"t{++_turns}", new($"toy:t:@{person}", person, "UTC", "en"), new("toy:t:r", "r"), text, false) { Action = action };

    JsonNode Card(Reply reply) => JsonNode.Parse(_deck.Bind(reply.Message!).Json.Span)!;

    /// <summary>A chat that cannot look, and of whose outcomes nothing is heard while it is muted.</summary>
    sealed class MutedChat(Platform platform) : IChannel
    {
        public string Platform => "toy";

        public ChannelLimits Limits { get; } = new(TimeSpan.Zero, Finds: false);

        public bool IsMuted { get; set; }

        public int Unheard { get; private set; }

        public ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
        {
            if (!IsMuted || !message.Key.StartsWith("outcome", StringComparison.Ordinal))
                return ValueTask.FromResult<PostOutcome>(new PostOutcome.Posted(platform.Post(to, root, operation, message)));
            Unheard++;
            return ValueTask.FromResult<PostOutcome>(new PostOutcome.Unknown());
        }

        public ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct) =>
            ValueTask.FromResult<EditOutcome>(platform.Edit(to, platformId, message) ? new EditOutcome.Edited() : new EditOutcome.Missing());

        public ValueTask<FindOutcome> Find(Address to, string operation, CancellationToken ct) => throw new InvalidOperationException("It was said that this cannot be.");
    }
}
