using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>The bot stays under the limits whatever is asked of it, and the board gets its turn.</summary>
public sealed class ThrottleTests
{
    const string Tenant = "t";

    // As the platform tells them, so written here once more.
    static readonly (int Most, double Seconds)[] Written = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    static readonly (int Most, double Seconds)[] Read = [(14, 1), (16, 2), (120, 30), (3600, 3600)];

    readonly FakeTime _time = new();

    static Gen<(int Gap, int Room, ThrottleOp Op, ThrottleRank Rank)[]> Calls =>
        (from gap in Gen.Frequency((8, Gen.Choose(0, 60)), (2, Gen.Choose(0, 1500)), (1, Gen.Choose(0, 40_000)))
         from room in Gen.Choose(0, 2)
         from op in Gen.Frequency((6, Gen.Constant(ThrottleOp.Send)), (1, Gen.Constant(ThrottleOp.CreateThread)), (1, Gen.Constant(ThrottleOp.CreatePersonal)), (2, Gen.Constant(ThrottleOp.Members)), (1, Gen.Constant(ThrottleOp.Teams)))
         from rank in Gen.Elements(ThrottleRank.Kept, ThrottleRank.Answer, ThrottleRank.Sign)
         select (gap, room, op, rank)).ArrayOf(600);

    [Fact]
    public void No_sequence_of_calls_goes_over_a_limit_and_every_wait_is_long_enough() =>
        Prop.ForAll(Calls.ToArbitrary(), calls =>
        {
            var (time, taken) = (new FakeTime(), new List<(double At, string Room, ThrottleOp Op, ThrottleRank Rank)>());
            var (throttle, start) = (new Throttle(time), time.GetUtcNow());
            foreach (var (gap, room, op, rank) in calls)
            {
                time.Advance(TimeSpan.FromMilliseconds(gap));
                if (throttle.Take($"r{room}", Tenant, op, rank) is var wait && wait > TimeSpan.Zero)
                {
                    time.Advance(wait);
                    Assert.Equal(TimeSpan.Zero, throttle.Take($"r{room}", Tenant, op, rank));
                }
                taken.Add(((time.GetUtcNow() - start).TotalSeconds, op == ThrottleOp.CreatePersonal ? "" : $"r{room}", op, rank));
            }
            foreach (var room in taken.GroupBy(call => call.Room))
            {
                Within(room.Where(call => call.Op is ThrottleOp.Send or ThrottleOp.CreateThread), Written);
                Within(room.Where(call => call.Op is ThrottleOp.CreateThread or ThrottleOp.CreatePersonal), Written);
                Within(room.Where(call => call.Op is ThrottleOp.Members or ThrottleOp.Teams), Read);
            }
            Within(taken, [(30, 1)]);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(8.5, 7200)]     // 423 an hour, and a quarter of 1800 is 450
    [InlineData(2.3, 120)]      // 13 in half a minute, and a quarter of 60 is 15
    public void However_many_answers_there_are_the_board_never_waits(double every, int seconds)
    {
        var (throttle, answered, kept) = (new Throttle(_time), 0, 0);
        var (now, next) = (0.0, every);
        for (; now < seconds; now += 0.1)
        {
            for (var storm = 0; storm < 3; storm++)
                answered += throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Answer) == TimeSpan.Zero ? 1 : 0;
            if (now >= next)
            {
                Assert.Equal(TimeSpan.Zero, throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
                (next, kept) = (next + every, kept + 1);
            }
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }
        Assert.True(kept >= seconds / every - 2 && answered > kept, $"{answered} answers, {kept} kept");
    }

    [Fact]
    public void Signs_take_two_thirds_answers_three_quarters_and_the_rest_is_the_boards()
    {
        var throttle = new Throttle(_time);
        Assert.Equal(4, Enumerable.Range(0, 20).Count(_ => throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Sign) == TimeSpan.Zero));
        Assert.Equal(1, Enumerable.Range(0, 20).Count(_ => throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Answer) == TimeSpan.Zero));
        Assert.Equal(2, Enumerable.Range(0, 20).Count(_ => throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept) == TimeSpan.Zero));
    }

    [Fact]
    public void A_thread_counts_as_its_channel_and_other_rooms_do_not()
    {
        var throttle = new Throttle(_time);
        for (var i = 0; i < 7; i++)
            Assert.Equal(TimeSpan.Zero, throttle.Take($"c;messageid={i + 1}", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
        Assert.NotEqual(TimeSpan.Zero, throttle.Take("c", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
        Assert.Equal(TimeSpan.Zero, throttle.Take("d", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
    }

    [Fact]
    public void What_is_held_is_held_for_that_room_and_kind_and_so_long()
    {
        var throttle = new Throttle(_time);
        throttle.Hold("r;messageid=4", Tenant, ThrottleOp.Send, TimeSpan.FromSeconds(30));
        throttle.Hold("r", Tenant, ThrottleOp.Send, TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(30), throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
        Assert.Equal(TimeSpan.Zero, throttle.Take("r", Tenant, ThrottleOp.Members, ThrottleRank.Kept));
        Assert.Equal(TimeSpan.Zero, throttle.Take("s", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept));
    }

    [Fact]
    public async Task Who_waits_gets_a_turn_and_who_has_no_time_is_told_how_long_it_would_be()
    {
        var throttle = new Throttle(_time);
        for (var i = 0; i < 7; i++)
            throttle.Take("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept);
        Assert.NotEqual(TimeSpan.Zero, await throttle.Turn("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept, TimeSpan.FromMilliseconds(100), default));
        var turn = throttle.Turn("r", Tenant, ThrottleOp.Send, ThrottleRank.Kept, TimeSpan.FromSeconds(2), default).AsTask();
        Assert.False(turn.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, await turn);
    }

    [Fact]
    public void Rooms_nobody_speaks_in_are_forgotten()
    {
        var throttle = new Throttle(_time);
        for (var i = 0; i < 20_000; i++)
        {
            throttle.Take($"r{i}", $"t{i}", ThrottleOp.Send, ThrottleRank.Kept);
            _time.Advance(TimeSpan.FromSeconds(5));
        }
        // An hour has 720 of them, each with its tenant, and until the next look there are twice as many.
        Assert.InRange(throttle.Windows, 1440, 4400);
    }

    [Fact]
    public void And_there_are_never_too_many_at_once()
    {
        var throttle = new Throttle(_time);
        for (var i = 0; i < 200_000; i++)
        {
            throttle.Take($"r{i}", $"t{i % 100}", ThrottleOp.Send, ThrottleRank.Answer);
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }
        Assert.InRange(throttle.Windows, 100, Throttle.MostWindows + 2048);
    }

    // No window that ends with a call holds more than it may; those in between hold less.
    static void Within(IEnumerable<(double At, string Room, ThrottleOp Op, ThrottleRank Rank)> calls, (int Most, double Seconds)[] limits)
    {
        var all = calls.ToList();
        var answers = all.Where(call => call.Rank != ThrottleRank.Kept).ToList();
        var signs = all.Where(call => call.Rank == ThrottleRank.Sign).ToList();
        foreach (var (most, seconds) in limits)
        {
            for (var i = most; i < all.Count; i++)
                Assert.True(all[i].At - all[i - most].At > seconds + 0.2, $"{most + 1} calls within {seconds} s");
            for (var i = most * 3 / 4; i < answers.Count; i++)
                Assert.True(answers[i].At - answers[i - most * 3 / 4].At > seconds, $"{most * 3 / 4 + 1} answers within {seconds} s");
            for (var i = most * 2 / 3; i < signs.Count; i++)
                Assert.True(signs[i].At - signs[i - most * 2 / 3].At > seconds, $"{most * 2 / 3 + 1} signs within {seconds} s");
        }
    }
}
