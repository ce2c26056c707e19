using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Many who write at once, over a network that spoils every fourth request in some way: what was answered is there, what is there is there once.</summary>
[Collection(Alone.Name)]
public sealed class TableStormTests() : BehindProxy(Times)
{
    static readonly Fault[] Faults = [Fault.Busy, Fault.Closed, Fault.Lost, Fault.Lost, Fault.Cut, Fault.Scribble, Fault.Page, Fault.Noise, Fault.Twice];

    static readonly TableTimes Times = new() { Try = TimeSpan.FromSeconds(2), Call = TimeSpan.FromSeconds(5) };

    /// <summary>Far more than a storm takes, also on a busy machine: it only ends a test that fails.</summary>
    static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    readonly long _began = Stopwatch.GetTimestamp();
    readonly Random _random = new(7);
    readonly Lock _lock = new();

    void Storm() => Proxy.Choose = _ =>
    {
        lock (_lock)
            return _random.Next(4) == 0 ? Faults[_random.Next(Faults.Length)] : Fault.None;
    };

    int Chance(int below)
    {
        lock (_lock)
            return _random.Next(below);
    }

    // Of loops that go on until something comes about.
    bool Goes()
    {
        Assert.True(Stopwatch.GetElapsedTime(_began) < Bound, "It did not come about in time.");
        return true;
    }

    static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [NodeFact]
    public async Task Sixteen_writers_of_one_journal_leave_versions_without_gap_or_repeat()
    {
        const int writers = 16, each = 5;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Writer(new(Behind), writer, each)));
        await HoldsEach(writers, each);
    }

    [NodeFact]
    public async Task In_a_storm_every_commit_is_in_the_journal_once()
    {
        const int writers = 4, each = 12;
        Storm();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Writer(new(Rows), writer, each)));
        await HoldsEach(writers, each);
    }

    [NodeFact]
    public async Task In_a_storm_a_seat_hears_every_turn_once()
    {
        Storm();
        var seats = new Seats(Rows);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async person =>
        {
            for (var turn = 0; turn < 12 && Goes();)
            {
                try
                {
                    var found = await seats.Find("room", $"{person}");
                    var seat = found?.Seat ?? new Seat();
                    // As a turn that is delivered again finds out that it was heard.
                    if (!seat.Known.Contains($"{turn}") && await seats.Save("room", $"{person}", seat with { Known = seat.Known.Add($"{turn}") }, found?.ETag) is not WriteResult.Written)
                        continue;
                    turn++;
                }
                catch (StorageUnavailableException)
                {
                }
            }
        }));
        for (var person = 0; person < 3; person++)
            Assert.Equal(Enumerable.Range(0, 12).Select(turn => $"{turn}"), (await new Seats(Behind).Find("room", $"{person}"))!.Seat.Known.AsEnumerable());
    }

    [NodeFact]
    public async Task In_a_storm_a_lane_has_one_holder_at_a_time_and_only_its_holder_writes_messages()
    {
        Assert.IsType<WriteResult.Written>(await new Lanes(Behind).Write("w", new LaneRow("r"), null, []));
        Storm();
        var (lanes, done) = (new Lanes(Rows), 0);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async node =>
        {
            while (Volatile.Read(ref done) < 12 && Goes())
                try
                {
                    if (await lanes.Find("w", "r") is not { } found || (found.Lane.Holder is { } holder && holder != $"n{node}"))
                        continue;
                    // It says itself who it is, so that a claim whose answer was lost is one's own when it is read.
                    if (found.Lane.Holder is null && await lanes.Write("w", found.Lane with { Holder = $"n{node}" }, found.ETag, []) is not WriteResult.Written)
                        continue;
                    if (await lanes.Find("w", "r") is not { } mine || mine.Lane.Holder != $"n{node}")
                        continue;
                    var next = mine.Lane with { Holder = null, Kept = mine.Lane.Kept + 1 };
                    if (await lanes.Write("w", next, mine.ETag, [new MessageRow("r", $"m{next.Kept}", 0) { Op = $"n{node}" }]) is WriteResult.Written)
                        Interlocked.Increment(ref done);
                }
                catch (StorageUnavailableException)
                {
                }
        }));
        var lane = (await new Lanes(Behind).Find("w", "r"))!.Lane;
        // One message for each time that somebody kept it, answered or not.
        Assert.True(lane.Kept >= done, $"{lane.Kept} {done}");
        Assert.Equal(Enumerable.Range(1, (int)lane.Kept).Select(kept => $"m{kept}").Order(StringComparer.Ordinal), (await new Lanes(Behind).Messages("w", "r")).Select(message => message.Key).Order(StringComparer.Ordinal));
    }

    [NodeFact]
    public async Task In_a_storm_a_room_goes_to_one_and_all_hear_to_whom()
    {
        Storm();
        for (var round = 0; round < 5; round++)
        {
            var heard = await Task.WhenAll(Enumerable.Range(0, 4).Select(async node =>
            {
                while (Goes())
                    switch (await new WorkshopIndex(Rows).ClaimRoom($"room {round}", $"w{node}", null))
                    {
                        case ClaimResult.Claimed claimed: Assert.Equal($"w{node}", claimed.Room.Workshop); return claimed.Room.Workshop;
                        case ClaimResult.Lost lost: Assert.NotEqual($"w{node}", lost.Winner.Workshop); return lost.Winner.Workshop;
                    }
                return "";
            }));
            Assert.Equal((await new WorkshopIndex(Behind).FindRoom($"room {round}"))!.Workshop, Assert.Single(heard.Distinct()));
        }
    }

    [NodeFact]
    public async Task In_a_storm_a_code_is_used_by_one_and_a_try_counts_once()
    {
        var at = DateTimeOffset.UtcNow;
        Storm();
        var (codes, guesses) = (new JoinCodes(Rows), new Guesses(Rows));
        await Again(async () => await codes.Add("K7QM2RTX", new("w", "c", at)) is WriteResult.Written);
        await Again(async () => await codes.Find("K7QM2RTX") is not { } found || found.Code.UsedBy is not null || await codes.Use("K7QM2RTX", found, "r1") is WriteResult.Written);
        Assert.Equal("r1", (await new JoinCodes(Behind).Find("K7QM2RTX"))!.Code.UsedBy);
        for (var i = 0; i < 8; i++)
            await Again(async () => await guesses.Count("ann", $"t{i}", 8, TimeSpan.FromHours(1), at));
        Proxy.Choose = _ => Fault.None;
        Assert.False(await guesses.Count("ann", "t8", 8, TimeSpan.FromHours(1), at));
    }

    [NodeFact]
    public async Task In_a_storm_a_look_that_was_set_is_taken_and_goes()
    {
        var time = new ManualTime();
        var rows = new TimedRowStore(Rows, time);
        var node = new Agenda(rows, time, new());
        Storm();
        for (var i = 0; i < 6; i++)
            await Again(async () => await node.Ensure($"w{i}") is null);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 20; round++)
        {
            time.Now += TimeSpan.FromMinutes(3);
            for (var shard = 0; shard < Agenda.Shards; shard++)
                await Again(async () =>
                {
                    foreach (var look in await node.Due(shard, time.Now))
                        if (await node.Claim(look) is { } claimed)
                        {
                            seen.Add(look.Workshop);
                            await node.Done(claimed);
                        }
                    return true;
                });
        }
        Assert.Equal(6, seen.Count);
        Assert.Empty(await Behind.All().ToListAsync());
    }

    async Task Writer(WorkshopJournal journal, int writer, int each)
    {
        Head? head = null;
        for (var i = 0; i < each && Goes();)
        {
            var id = Guid.NewGuid();
            var result = await Append(journal, head, id, $"{writer}-{i}");
            if (result is AppendResult.Appended appended)
            {
                i++;
                head = appended.Head;
            }
            else
            {
                await Task.Delay(Chance(15));
                await Again(async () => (head = await journal.Head("w1")) is not null || result is AppendResult.Overtaken);
            }
        }
    }

    // Until it is known what became of it.
    async Task<AppendResult> Append(WorkshopJournal journal, Head? head, Guid id, string data)
    {
        AppendResult result;
        do
            result = await journal.Append("w1", head, id, Bytes(data), null);
        while (result is AppendResult.Refused && Goes());
        return result;
    }

    async Task HoldsEach(int writers, int each)
    {
        var loaded = await new WorkshopJournal(Behind).Load("w1");
        Assert.Equal(writers * each, loaded.Head!.Version);
        Assert.Equal(Enumerable.Range(1, writers * each), loaded.Tail.Select(commit => (int)commit.Version));
        Assert.Equal(
            Enumerable.Range(0, writers).SelectMany(writer => Enumerable.Range(0, each).Select(i => $"{writer}-{i}")).Order(StringComparer.Ordinal),
            loaded.Tail.Select(commit => Encoding.UTF8.GetString(commit.Data.Span)).Order(StringComparer.Ordinal));
        Assert.Equal(loaded.Tail[^1].Id, loaded.Head.CommitId);
    }

    static async Task Again(Func<Task<bool>> until)
    {
        for (var tries = 0; tries < 200; tries++)
            try
            {
                if (await until())
                    return;
            }
            catch (StorageUnavailableException)
            {
            }
        Assert.Fail("It did not come about.");
    }
}
