using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>The real bot with its real messages, before a chat that cannot look and of whose outcomes nothing is heard while it is muted. People type and press in one room.</summary>
sealed class Wired : IAsyncDisposable
{
    readonly FakeTime _time;
    readonly CardDeck _deck = CardDeck.Load(Checkout.File("cards"), CardViews.All);
    readonly Bot _bot;
    int _turns;

    /// <param name="rows">Its storage; one of its own where nothing is said.</param>
    /// <param name="before">An earlier one, before the same people at the same time.</param>
    /// <param name="playbook">Other steps or alarms than the usual ones; then what is due is looked for.</param>
    public Wired(IRowStore? rows = null, Wired? before = null, Playbook? playbook = null)
    {
        (_time, Platform, _turns) = (before?._time ?? new(), before?.Platform ?? new(), before?._turns ?? 0);
        Chat = new(Platform);
        _bot = new(rows ?? new MemoryRowStore(_time), playbook ?? Playbook.Standard, new([new JsonExport()]), _deck, [Chat], (_, _, _) => "", _time, () => "m-1", NullLogger.Instance);
        if (playbook is not null)
            _bot.Start();
    }

    public Platform Platform { get; }

    public MutedChat Chat { get; }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    /// <summary>Time goes on until everything is as true as it can be.</summary>
    public async Task Kept(Func<bool>? condition = null, TimeSpan? later = null)
    {
        _time.Advance(later ?? TimeSpan.Zero);
        for (var watch = Stopwatch.StartNew(); ;)
        {
            await Until.True(() => _bot.Keeper.AtWork == 0);
            if ((condition?.Invoke() ?? true) && await _bot.Keeper.IsTrue("m-1"))
                return;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It never comes to rest.");
            await Task.Delay(5);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Everybody says something that is taken, a moment apart.</summary>
    public async Task Says(params string[] lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(": ", 2);
            var reply = await _bot.Loop.Deliver(Turn(parts[0], parts[1], null));
            Assert.True(reply.Kind == ReplyKind.Answered, $"{line}: {reply.Text}");
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<Reply> Press(string person, string verb, Dictionary<string, string>? data = null) =>
        _bot.Loop.Deliver(Turn(person, "", new(verb, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, data ?? []))));

    public JsonNode Card(Reply reply) => JsonNode.Parse(_deck.Bind(reply.Message!).Json.Span)!;

    /// <summary>What is to be seen of a message, as the data of its card; it must be there once.</summary>
    public JsonNode Shown(string key) => JsonNode.Parse(Platform.The(key).Text)!;

    Turn Turn(string person, string text, ChatAction? action) => new($"t{++_turns}", new($"toy:t:@{person}", person, "UTC", "en"), new("toy:t:r", "r"), text, false) { Action = action };

    /// <summary>See <see cref="Wired"/>.</summary>
    public sealed class MutedChat(Platform platform) : IChannel
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

        public ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => throw new InvalidOperationException("It was said that this cannot be.");
    }
}
