using System.Collections.Concurrent;
using System.Globalization;
using WorkshopBot.Channels;
using WorkshopBot.Keeping;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Many live boards in one tenant, on nodes that do not know of each other, before a platform that counts edits for all of them together.</summary>
public sealed class ManyBoardsTests(ITestOutputHelper output)
{
    const int Most = 50;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(30, 1)]
    [InlineData(30, 2)]
    [InlineData(8, 2)]
    public async Task Boards_that_change_every_few_seconds_share_fifty_edits_a_minute_and_are_hardly_ever_told_to_come_later(int boards, int nodes)
    {
        var (time, platform, dice) = (new FakeTime(), new Platform(), new Random(7));
        var counter = new Counter(time, platform);
        var first = new Desk(platform: platform, time: time);
        var all = Enumerable.Range(0, nodes).Select(i => new Node(i == 0 ? first : first.Another(), counter, boards)).ToList();
        for (var board = 0; board < boards; board++)
        {
            await first.Open($"w{board}", $"toy:t:r{board}");
            await Commits.Append(first.Journal, $"w{board}", [.. Toys.Begin(), Toys.Says("0")], time.GetUtcNow(), default);
        }
        await Go(TimeSpan.FromMinutes(3), commits: true);
        var (began, refused, made) = (time.GetUtcNow(), counter.Refused, counter.Edits.Count);
        await Go(TimeSpan.FromMinutes(10), commits: true);
        var (told, edits) = (counter.Refused - refused, (counter.Edits.Count - made) / 10.0);
        var longest = counter.LongestGap(began);
        output.WriteLine(FormattableString.Invariant($"{boards} boards on {nodes} nodes: {edits:0.0} edits a minute, {told} told to come later, {refused} before; the longest without an edit {longest.TotalSeconds:0} s"));
        Assert.InRange(edits, 20, Most);
        Assert.InRange(told, 0, nodes == 1 ? 0 : 8);
        Assert.InRange(longest.TotalSeconds, 0, 60 + boards * 12);
        await Go(TimeSpan.FromMinutes(5), commits: false);
        foreach (var board in Enumerable.Range(0, boards))
            Assert.Equal((await first.Journal.Head($"w{board}"))!.Version, (await first.Lanes.Find($"w{board}", $"toy:t:r{board}"))!.Lane.Kept);

        async Task Go(TimeSpan span, bool commits)
        {
            var end = time.GetUtcNow() + span;
            for (var tick = 0; time.GetUtcNow() < end; tick++, time.Advance(TimeSpan.FromMilliseconds(250)))
                for (var board = 0; board < boards; board++)
                {
                    // Each board is heard of by the node that has committed, and by both when somebody has to come by.
                    var node = all[dice.Next(nodes)];
                    if (commits && tick % 12 == board % 12)
                    {
                        await Commits.Append(node.Desk.Journal, $"w{board}", [Toys.Says(tick.ToString(CultureInfo.InvariantCulture))], time.GetUtcNow(), default);
                        node.Wake(board);
                    }
                    foreach (var one in all)
                        await one.Look(board, time.GetUtcNow());
                }
        }
    }

    /// <summary>A node: when it looks at which board next, as the keeper does.</summary>
    sealed class Node
    {
        readonly WorkshopPass[] _passes;
        readonly (bool IsWoken, DateTimeOffset? Due, DateTimeOffset? Ready)[] _plans;

        public Node(Desk desk, IChannel channel, int boards)
        {
            (Desk, _plans) = (desk, new (bool, DateTimeOffset?, DateTimeOffset?)[boards]);
            desk.With(kit => kit with { Channels = [channel] });
            var (paces, idle) = (new ConcurrentDictionary<string, Pace>(), new IdleLanes());
            _passes = [.. Enumerable.Range(0, boards).Select(board => new WorkshopPass(desk.Kit, paces, idle, $"w{board}", default))];
            Array.Fill(_plans, (true, null, null));
        }

        public Desk Desk { get; }

        public void Wake(int board) => _plans[board].IsWoken = true;

        public async Task Look(int board, DateTimeOffset now)
        {
            var (isWoken, due, ready) = _plans[board];
            if (!(isWoken && (ready ?? now) <= now) && !(due <= now))
                return;
            var visited = await _passes[board].Run(new HashSet<string>());
            _plans[board] = (false, visited.Due, visited.Ready);
        }
    }

    /// <summary>Takes fifty edits in any minute, and says "later" to the others.</summary>
    sealed class Counter(FakeTime time, Platform platform) : IChannel
    {
        public string Platform => "toy";

        public ChannelLimits Limits { get; } = new(TimeSpan.FromSeconds(2), Finds: false) { EditsPerMinute = Most };

        public List<(DateTimeOffset At, string Room)> Edits { get; } = [];

        public int Refused { get; private set; }

        public ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct) =>
            ValueTask.FromResult<PostOutcome>(new PostOutcome.Posted(platform.Post(to, root, operation, message)));

        public ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            if (Edits.Count >= Most && now - Edits[^Most].At < Minute)
            {
                Refused++;
                return ValueTask.FromResult<EditOutcome>(new EditOutcome.Later(Edits[^Most].At + Minute - now));
            }
            Edits.Add((now, to.Key));
            return ValueTask.FromResult<EditOutcome>(platform.Edit(to, platformId, message) ? new EditOutcome.Edited() : new EditOutcome.Missing());
        }

        public ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => throw new InvalidOperationException("It was said that this cannot be.");

        /// <summary>The longest that any room was not edited, since a time.</summary>
        public TimeSpan LongestGap(DateTimeOffset since) => Edits.Where(edit => edit.At >= since).GroupBy(edit => edit.Room)
            .Max(room => room.Select(edit => edit.At).Prepend(since).Zip(room.Select(edit => edit.At).Append(time.GetUtcNow()), (one, next) => next - one).Max());
    }
}
