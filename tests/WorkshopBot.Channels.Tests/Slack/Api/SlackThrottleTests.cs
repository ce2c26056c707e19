using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Api;

/// <summary>The bot stays under Slack's limits whatever is asked of it, and who waits comes first.</summary>
public sealed class SlackThrottleTests
{
    // As Slack tells them, so written here once more.
    static readonly Dictionary<string, int> Minute = new() { ["chat.update"] = 50, ["views.open"] = 100, ["users.info"] = 100, ["conversations.info"] = 50, ["not.listed"] = 20, ["chat.postMessage"] = 300 };

    readonly FakeTime _time = new();
    readonly SlackThrottle _throttle;

    public SlackThrottleTests() => _throttle = new(_time);

    static Gen<(int Gap, int Workspace, string Method, int Channel, CallRank Rank)[]> Calls =>
        (from gap in Gen.Frequency((8, Gen.Choose(0, 60)), (3, Gen.Choose(0, 1500)), (1, Gen.Choose(0, 40_000)))
         from workspace in Gen.Choose(0, 1)
         from method in Gen.Elements("chat.update", "chat.update", "chat.postMessage", "chat.postMessage", "users.info", "not.listed")
         from channel in Gen.Choose(0, 3)
         from rank in Gen.Elements(CallRank.Person, CallRank.Kept, CallRank.Late)
         select (gap, workspace, method, channel, rank)).ArrayOf(600);

    [Fact]
    public void No_sequence_of_calls_goes_over_a_limit_and_every_wait_is_long_enough() =>
        Prop.ForAll(Calls.ToArbitrary(), calls =>
        {
            var (time, taken) = (new FakeTime(), new List<(double At, string Of, string Channel)>());
            var (throttle, start) = (new SlackThrottle(time), time.GetUtcNow());
            foreach (var (gap, workspace, method, channel, rank) in calls)
            {
                time.Advance(TimeSpan.FromMilliseconds(gap));
                var posts = method == "chat.postMessage";
                if (Take(throttle, $"t{workspace}", method, posts ? $"c{channel}" : null, rank) is var wait && wait > TimeSpan.Zero)
                {
                    time.Advance(wait);
                    Assert.Equal(TimeSpan.Zero, Take(throttle, $"t{workspace}", method, posts ? $"c{channel}" : null, rank));
                }
                taken.Add(((time.GetUtcNow() - start).TotalSeconds, $"t{workspace} {method}", posts ? $"t{workspace} c{channel}" : ""));
            }
            foreach (var of in taken.GroupBy(call => call.Of))
                Within([.. of.Select(call => call.At)], Minute[of.Key.Split(' ')[1]], 60);
            foreach (var channel in taken.Where(call => call.Channel.Length > 0).GroupBy(call => call.Channel))
                Within([.. channel.Select(call => call.At)], 1, 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Under_a_steady_storm_all_that_is_allowed_goes_and_it_goes_evenly()
    {
        var at = new List<double>();
        for (var now = 0.0; now < 600; now += 0.1, _time.Advance(TimeSpan.FromMilliseconds(100)))
            if (Take(_throttle, "t", "chat.update", null, CallRank.Kept) == TimeSpan.Zero)
                at.Add(now);
        Assert.InRange(at.Count, 480, 500);
        Within(at, 50, 60);
        // Never a silence after a burst: within any six seconds five go.
        Assert.All(Enumerable.Range(5, at.Count - 5), i => Assert.InRange(at[i] - at[i - 5], 5.9, 9));
    }

    [Fact]
    public async Task Of_those_who_wait_a_person_goes_first_then_a_kept_message_and_what_is_late_last()
    {
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept));
        var order = new List<string>();
        var patience = TimeSpan.FromSeconds(30);
        var waiting = new List<Task>();
        foreach (var (rank, name) in new[] { (CallRank.Late, "late"), (CallRank.Kept, "kept 1"), (CallRank.Person, "person 1"), (CallRank.Kept, "kept 2"), (CallRank.Person, "person 2") })
            waiting.Add(Wait(rank, name));
        for (var i = 0; i < 300 && waiting.Exists(one => !one.IsCompleted); i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await WorkshopBot.Tests.Until.True(() => _time.Waiting == waiting.Count(one => !one.IsCompleted));
        }
        await Task.WhenAll(waiting);
        Assert.Equal(["person 1", "person 2", "kept 1", "kept 2", "late"], order);

        async Task Wait(CallRank rank, string name)
        {
            Assert.Equal(TimeSpan.Zero, await _throttle.Turn("t", "chat.postMessage", "c", rank, patience, default));
            order.Add(name);
        }
    }

    [Fact]
    public async Task Who_has_no_time_is_told_how_long_it_would_be_and_who_gives_up_is_in_nobodys_way()
    {
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept));
        Assert.InRange(Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.3));
        using var end = new CancellationTokenSource();
        var person = _throttle.Turn("t", "chat.postMessage", "c", CallRank.Person, TimeSpan.FromSeconds(10), end.Token).AsTask();
        Assert.False(person.IsCompleted);
        Assert.True(Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept) > TimeSpan.FromSeconds(2));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => person);
        _time.Advance(TimeSpan.FromSeconds(1.3));
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept));
    }

    [Fact]
    public async Task Who_waits_long_for_something_else_keeps_nobody_from_a_free_conversation()
    {
        _throttle.Hold("t", "chat.postEphemeral", TimeSpan.FromSeconds(9));
        var person = _throttle.Turn("t", "chat.postEphemeral", "c", CallRank.Person, TimeSpan.FromSeconds(10), default).AsTask();
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept));
        _time.Advance(TimeSpan.FromSeconds(9.1));
        Assert.Equal(TimeSpan.Zero, await person);
    }

    [Fact]
    public void A_post_and_a_word_to_one_person_alone_share_their_conversations_second()
    {
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postMessage", "c", CallRank.Kept));
        Assert.NotEqual(TimeSpan.Zero, Take(_throttle, "t", "chat.postEphemeral", "c", CallRank.Person));
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "t", "chat.postEphemeral", "d", CallRank.Person));
        Assert.Equal(TimeSpan.Zero, Take(_throttle, "u", "chat.postEphemeral", "c", CallRank.Person));
    }

    [Fact]
    public void Rooms_nobody_speaks_in_are_forgotten()
    {
        for (var i = 0; i < 20_000; i++)
        {
            Take(_throttle, $"t{i % 7_000}", "chat.postMessage", $"c{i}", CallRank.Kept);
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }
        // A minute has 120 conversations and as many workspaces; until the next look there are as many as before.
        Assert.InRange(_throttle.Windows, 120, 1100);
    }

    static TimeSpan Take(SlackThrottle throttle, string workspace, string method, string? channel, CallRank rank)
    {
        var turn = throttle.Turn(workspace, method, channel, rank, TimeSpan.Zero, default).AsTask();
        Assert.True(turn.IsCompleted);
        return turn.Result;
    }

    static void Within(List<double> at, int most, double seconds)
    {
        for (var i = most; i < at.Count; i++)
            Assert.True(at[i] - at[i - most] > seconds, $"{most + 1} calls within {at[i] - at[i - most]} s");
    }
}
