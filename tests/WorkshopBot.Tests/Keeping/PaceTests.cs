using WorkshopBot.Channels;
using WorkshopBot.Keeping;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Turns for edits where a platform counts them for all rooms together.</summary>
public sealed class PaceTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    readonly Pace _pace = new(new(TimeSpan.FromSeconds(2), Finds: true) { EditsPerMinute = 50 });

    [Fact]
    public void Lanes_come_one_after_the_other_and_who_asks_again_keeps_their_turn()
    {
        var turns = Enumerable.Range(0, 15).Select(lane => _pace.Turn($"l{lane}", Start)).ToList();
        Assert.Equal(Start, turns[0]);
        Assert.Equal(turns.Order(), turns);
        // Each is reckoned to come to three edits, at thirty-five a minute.
        Assert.All(turns.Skip(2).Zip(turns.Skip(3)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromSeconds(5.13), TimeSpan.FromSeconds(5.15)));
        Assert.Equal(turns[9], _pace.Turn("l9", Start.AddSeconds(1)));
        Assert.Equal(turns[9], _pace.Turn("l9", turns[9]));
    }

    [Fact]
    public void What_a_round_came_to_is_what_the_next_is_reckoned_with_and_a_round_nobody_needs_costs_nothing()
    {
        for (var lane = 0; lane < 10; lane++)
        {
            Assert.Equal(Start, _pace.Turn("l", Start));
            _pace.Made("l", 0, Start);
        }
        _pace.Made("l", 20, Start);
        var other = _pace.Turn("m", Start);
        Assert.InRange(other - Start, TimeSpan.FromSeconds(23), TimeSpan.FromSeconds(35));
        _pace.Pass("m", Start);
        Assert.Equal(other, _pace.Turn("n", Start));
    }

    [Fact]
    public void A_round_that_only_posted_tells_nothing_of_how_many_edits_the_next_comes_to()
    {
        for (var lane = 0; lane < 5; lane++)
            _pace.Made($"l{lane}", 0, Start);
        var turns = Enumerable.Range(0, 5).Select(lane => _pace.Turn($"l{lane}", Start)).ToList();
        Assert.InRange(turns[4] - turns[3], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.2));
    }

    [Fact]
    public void What_others_made_in_a_lane_counts_as_its_own_and_was_the_turn_the_lane_had_here()
    {
        for (var lane = 0; lane < 5; lane++)
            _pace.Saw($"l{lane}", 100, Start);
        var turns = Enumerable.Range(0, 5).Select(lane => _pace.Turn($"l{lane}", Start)).ToList();
        var later = Start.AddSeconds(20);
        _pace.Saw("l4", 103, later);
        // It goes to the end, behind those that had theirs already; three edits at thirty-five a minute later than the last.
        Assert.InRange(_pace.Turn("l4", later) - turns[4], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(9.3));
        _pace.Saw("l0", 140, later);
        Assert.InRange(_pace.Turn("x", later) - later, TimeSpan.FromSeconds(57), TimeSpan.FromSeconds(80));
    }

    [Fact]
    public void Of_what_others_made_long_ago_only_a_minutes_worth_counts()
    {
        _pace.Saw("l", 0, Start);
        var later = Start.AddMinutes(9);
        _pace.Saw("l", 90, later);
        Assert.InRange(_pace.Turn("m", later) - later, TimeSpan.FromSeconds(13.7), TimeSpan.FromSeconds(18.3));
    }

    [Fact]
    public void After_a_later_all_ask_for_another_turn_and_come_half_as_often_once_a_minute_at_most()
    {
        var turns = Enumerable.Range(0, 5).Select(lane => _pace.Turn($"l{lane}", Start)).ToList();
        var open = Start.AddSeconds(10);
        for (var i = 0; i < 3; i++)
            _pace.Later(Start.AddMilliseconds(i), open);
        Assert.Equal(open, _pace.Closed);
        _pace.Later(open, open);
        var after = Enumerable.Range(0, 5).Select(lane => _pace.Turn($"l{lane}", open)).ToList();
        Assert.InRange(after[4] - after[3], TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.3));
        Assert.InRange(turns[4] - turns[3], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.2));
    }

    [Fact]
    public void Where_edits_are_not_counted_there_are_no_turns()
    {
        var pace = new Pace(new(TimeSpan.FromSeconds(2), Finds: true));
        Assert.All(Enumerable.Range(0, 100), lane => Assert.Equal(Start, pace.Turn($"l{lane}", Start)));
    }
}
