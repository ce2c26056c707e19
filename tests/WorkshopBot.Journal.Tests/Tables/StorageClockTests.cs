using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>A clock that hears the time from others, in whole seconds and by slow ways.</summary>
public sealed class StorageClockTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, 250, TimeSpan.Zero);

    readonly ManualTime _machine = new();
    readonly StorageClock _clock;

    public StorageClockTests() => _clock = new(_machine);

    /// <summary>A request that takes so long on both ways together, at this time; the service answers in the middle of it.</summary>
    void Ask(DateTimeOffset now, TimeSpan offset, TimeSpan trip, TimeSpan wrong = default)
    {
        var service = now + trip / 2 + wrong;
        _machine.Now = now + trip - offset;
        _clock.Observe(new(service.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero), now - offset, now + trip - offset);
    }

    [Fact]
    public void Before_it_has_heard_anything_it_says_what_the_machine_says()
    {
        Assert.Equal(_machine.Now, _clock.GetUtcNow());
        Assert.Equal((false, TimeSpan.Zero), (_clock.IsLearnt, _clock.Offset));
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public void Nodes_whose_clocks_differ_agree_within_a_second_also_after_the_first_answer(int seconds)
    {
        var offset = TimeSpan.FromSeconds(seconds);
        var random = new Random(seconds);
        var told = DateTimeOffset.MinValue;
        var (moves, last) = (0, TimeSpan.Zero);
        for (var now = Start; now < Start.AddMinutes(20); now = _machine.Now + offset + TimeSpan.FromMilliseconds(random.Next(1, 3000)))
        {
            Ask(now, offset, TimeSpan.FromMilliseconds(random.Next(1, 400)));
            Assert.InRange((_clock.GetUtcNow() - (_machine.Now + offset)).TotalSeconds, -1, 1);
            Assert.True(_clock.GetUtcNow() >= told, "It ran back.");
            told = _clock.GetUtcNow();
            (moves, last) = (moves + (_clock.Offset == last ? 0 : 1), _clock.Offset);
        }
        // What is noise moves nothing once it is known where the offset lies.
        Assert.InRange(moves, 1, 30);
        Assert.InRange((last - offset).TotalSeconds, -0.6, 0.6);
    }

    [Fact]
    public void A_slow_answer_says_little()
    {
        Ask(Start, TimeSpan.Zero, TimeSpan.FromMilliseconds(4));
        var before = _clock.Offset;
        Ask(Start.AddSeconds(10), TimeSpan.Zero, TimeSpan.FromSeconds(8), wrong: TimeSpan.FromSeconds(3));
        Assert.Equal(before, _clock.Offset);
    }

    [Fact]
    public void One_answer_far_off_is_not_believed_and_two_that_agree_are()
    {
        Ask(Start, TimeSpan.Zero, TimeSpan.FromMilliseconds(4));
        Ask(Start.AddSeconds(1), TimeSpan.Zero, TimeSpan.FromMilliseconds(4), wrong: TimeSpan.FromHours(1));
        Assert.InRange(_clock.Offset.TotalSeconds, -1, 1);
        Ask(Start.AddSeconds(2), TimeSpan.Zero, TimeSpan.FromMilliseconds(4), wrong: TimeSpan.FromHours(-1));
        Ask(Start.AddSeconds(3), TimeSpan.Zero, TimeSpan.FromMilliseconds(4));
        Ask(Start.AddSeconds(4), TimeSpan.Zero, TimeSpan.FromMilliseconds(4), wrong: TimeSpan.FromHours(1));
        Assert.InRange(_clock.Offset.TotalSeconds, -1, 1);
        // Somebody has set the machine's clock: back by ten minutes.
        Ask(Start.AddSeconds(5), TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(4));
        Ask(Start.AddSeconds(6), TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(4));
        Assert.InRange((_clock.GetUtcNow() - Start.AddSeconds(6)).TotalSeconds, -1, 1);
    }

    [Fact]
    public void A_small_step_back_is_stood_still_for_and_a_large_one_is_taken()
    {
        Ask(Start, TimeSpan.Zero, TimeSpan.FromMilliseconds(4));
        _machine.Now = Start.AddSeconds(60);
        var before = _clock.GetUtcNow();
        // The machine runs fast by three seconds.
        Ask(Start.AddSeconds(57), TimeSpan.FromSeconds(-3), TimeSpan.FromMilliseconds(4));
        var told = _clock.GetUtcNow();
        Assert.InRange((told - before).TotalSeconds, 0, 0.1);
        _machine.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(told, _clock.GetUtcNow());
        _machine.Now += TimeSpan.FromSeconds(3);
        Assert.InRange((_clock.GetUtcNow() - told).TotalSeconds, 0.1, 2);
        for (var i = 0; i < 2; i++)
            Ask(Start.AddSeconds(-600 + i), TimeSpan.Zero, TimeSpan.FromMilliseconds(4));
        Assert.InRange((_clock.GetUtcNow() - Start.AddSeconds(-599)).TotalSeconds, -1, 1);
    }

    [Fact]
    public void After_a_large_step_back_time_goes_on_evenly_also_where_the_old_one_comes_near()
    {
        _machine.Now = Start.AddSeconds(300);
        Ask(Start, TimeSpan.FromSeconds(-300), TimeSpan.FromMilliseconds(4));
        var (machine, told) = (_machine.Now, _clock.GetUtcNow());
        for (var second = 290.0; second < 301; second += 0.5)
        {
            _machine.Now = machine.AddSeconds(second);
            Assert.Equal(told.AddSeconds(second), _clock.GetUtcNow());
        }
    }

    [Fact]
    public void A_clock_that_drifts_is_followed()
    {
        for (var second = 0; second < 7200; second += 10)
            Ask(Start.AddSeconds(second), TimeSpan.FromMilliseconds(second), TimeSpan.FromMilliseconds(20));
        Assert.InRange((_clock.GetUtcNow() - Start.AddSeconds(7190)).TotalSeconds, -1, 1.1);
    }

    [Fact]
    public void Spans_are_the_machines_own()
    {
        Ask(Start, TimeSpan.FromSeconds(300), TimeSpan.FromMilliseconds(4));
        var before = _clock.GetTimestamp();
        Assert.Equal(_machine.TimestampFrequency, _clock.TimestampFrequency);
        Assert.InRange(_machine.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [NodeTheory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public async Task It_learns_from_the_answers_of_a_table(int seconds)
    {
        var clock = new StorageClock(new Skewed(TimeSpan.FromSeconds(seconds)));
        await using var rows = await Emulator.Open(Azurite.NewTable(), clock: clock);
        Assert.True(clock.IsLearnt);
        for (var i = 0; i < 20; i++)
            await rows.Get("p", "a");
        Assert.InRange((clock.GetUtcNow() - DateTimeOffset.UtcNow).TotalSeconds, -2, 2);
        Assert.InRange((clock.Offset + TimeSpan.FromSeconds(seconds)).TotalSeconds, -2, 2);
    }

    [NodeTheory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task Who_is_refused_for_a_wrong_date_learns_the_right_one_and_is_let_in(int seconds)
    {
        await using var proxy = new FaultProxy(Azurite.Shared.Port) { Instead = Strict };
        var clock = new StorageClock(new Skewed(TimeSpan.FromSeconds(seconds)));
        await using var rows = await Emulator.Open(Azurite.NewTable(), port: proxy.Port, clock: clock);
        Assert.IsType<WriteResult.Written>(await rows.Write("p", [new RowChange.Insert("a", default)]));
        Assert.Equal(1, proxy.Asked.Count(request => Strict(request) is not null));
    }

    [NodeFact]
    public async Task Who_is_refused_for_another_reason_is_not_let_in_by_asking_twice()
    {
        await using var proxy = new FaultProxy(Azurite.Shared.Port) { Instead = _ => Refusal() };
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(() => Emulator.Open(Azurite.NewTable(), port: proxy.Port))).Fault);
        Assert.Single(proxy.Asked);
    }

    [Theory]
    [InlineData("cosmos.azure.com", true)]
    [InlineData("core.windows.net", false)]
    public async Task A_service_that_does_not_number_its_answers_is_believed_where_it_is_known_for_that(string host, bool learns)
    {
        var key = Convert.ToBase64String("key"u8);
        var address = TableAddress.FromConnectionString($"AccountName=a;AccountKey={key};TableEndpoint=https://a.table.{host}:443/", out _)!;
        using var wire = new Wire(_ => new(System.Net.HttpStatusCode.NotFound) { Headers = { Date = Start }, Content = new StringContent("""{"odata.error":{"code":"ResourceNotFound"}}""") });
        var clock = new StorageClock(_machine);
        var client = new TableClient(address, "workshops", clock, options: wire.Options);
        Assert.Null(await client.GetEntityIfExistsAsync("p", "a"));
        Assert.Equal(learns, clock.IsLearnt);
    }

    // As the service does, and the emulator does not.
    static byte[]? Strict(ProxiedRequest request) =>
        (DateTimeOffset.Parse(request.Header("x-ms-date")!, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow).Duration() > TimeSpan.FromMinutes(15) ? Refusal() : null;

    static byte[] Refusal() => FaultProxy.Plain(
        "403 Forbidden", "application/json", """{"odata.error":{"code":"AuthenticationFailed","message":{"lang":"en-US","value":"Server failed to authenticate the request."}}}""",
        $"x-ms-request-id: 1\r\nDate: {DateTimeOffset.UtcNow:R}\r\n");

    sealed class Skewed(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
