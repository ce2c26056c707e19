using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Nodes;

/// <summary>A node that goes: in time, whoever does not answer it, and the next one goes on at once.</summary>
public sealed class StopTests
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));
    static readonly TimeSpan Most = TimeSpan.FromSeconds(8);

    readonly FakeTime _time = new();
    readonly Platform _platform = new();
    readonly GatedRows _rows;

    public StopTests() => _rows = new(new MemoryRowStore(_time));

    [Fact]
    public async Task It_gives_back_what_it_has_although_a_chat_does_not_answer_and_the_next_goes_on_without_waiting_for_a_lease()
    {
        var chat = new SilentChat(_platform) { IsSilent = true };
        var bot = Node(chat);
        bot.Start();
        Assert.Equal(ReplyKind.Answered, (await bot.Loop.Deliver(Turn("start Bikes"))).Kind);
        await Until.True(() => chat.Calls > 0);
        // Its own look comes due while the call is out.
        await Until.True(async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            return chat.Calls > 0;
        });
        await Stops(bot);
        var lanes = new Lanes(_rows);
        Assert.All(await lanes.All("m-1"), found => Assert.Null(found.Lane.Holder));
        var left = _time.GetUtcNow();
        await using var next = Node(new SilentChat(_platform));
        var agenda = new Agenda(_rows, _time, new());
        Assert.Contains(await agenda.Due(Agenda.ShardOf("m-1"), left + TimeSpan.FromMilliseconds(1)), look => look.Workshop == "m-1");
        next.Start();
        await Until.True(async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
            return _platform.All.Any(message => !message.Deleted);
        });
        // What may still be on its way is waited for, and nothing else.
        Assert.InRange(_time.GetUtcNow() - left, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task It_ends_although_the_storage_does_not_answer()
    {
        var bot = Node(new SilentChat(_platform));
        bot.Start();
        Assert.Equal(ReplyKind.Answered, (await bot.Loop.Deliver(Turn("start Bikes"))).Kind);
        await Until.True(() => _platform.All.Count > 0);
        var gate = new TaskCompletionSource();
        _rows.Open = gate.Task;
        var late = bot.Loop.Deliver(Turn("why: to sell more"));
        await Until.True(() => _time.Waiting > 0);
        await Stops(bot);
        Assert.Equal(ReplyKind.NotSaved, (await late.WaitAsync(Until.Bound)).Kind);
        gate.SetResult();
    }

    Bot Node(IChannel chat) => new(_rows, Playbook.Standard, new([new JsonExport()]), Cards.Value, [chat], (_, _, _) => "", _time, () => "m-1", NullLogger.Instance);

    async Task Stops(Bot bot)
    {
        var (began, stopped) = (_time.GetUtcNow(), bot.DisposeAsync().AsTask());
        await Until.True(async () =>
        {
            if (stopped.IsCompleted)
                return true;
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5);
            return stopped.IsCompleted;
        });
        await stopped;
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.Zero, Most);
    }

    static Turn Turn(string text) => new($"t-{text}", new("toy:t:ann", "ann", "UTC", "en"), new("toy:t:r", "r"), text, false);

    /// <summary>A chat that takes calls and, while it is silent, never answers, whatever anybody says.</summary>
    sealed class SilentChat(Platform platform) : IChannel
    {
        int _calls;

        public string Platform => "toy";

        public ChannelLimits Limits { get; } = new(TimeSpan.Zero, Finds: false);

        public bool IsSilent { get; set; }

        public int Calls => Volatile.Read(ref _calls);

        public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
        {
            Interlocked.Increment(ref _calls);
            if (IsSilent)
                await new TaskCompletionSource().Task;
            return new PostOutcome.Posted(platform.Post(to, root, operation, message));
        }

        public ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct) =>
            ValueTask.FromResult<EditOutcome>(platform.Edit(to, platformId, message) ? new EditOutcome.Edited() : new EditOutcome.Missing());

        public ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => throw new InvalidOperationException("It was said that this cannot be.");
    }
}
