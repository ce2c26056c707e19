using WorkshopBot.Tests.Keeping;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Nodes;

/// <summary>Who rests for whom.</summary>
public sealed class RivalsTests
{
    readonly FakeTime _time = new();
    readonly Rivals _rivals;

    public RivalsTests() => _rivals = new(_time);

    [Fact]
    public void Whoever_won_while_others_write_rests_for_twice_as_long_as_it_took()
    {
        Win(TimeSpan.FromMilliseconds(10));
        Assert.Equal(TimeSpan.Zero, _rivals.Rest());
        _rivals.Seen();
        Win(TimeSpan.FromMilliseconds(10));
        Assert.Equal(TimeSpan.FromMilliseconds(20), _rivals.Rest());
        _time.Advance(TimeSpan.FromMilliseconds(15));
        Assert.Equal(TimeSpan.FromMilliseconds(5), _rivals.Rest());
        _time.Advance(TimeSpan.FromMilliseconds(15));
        Assert.Equal(TimeSpan.Zero, _rivals.Rest());
    }

    [Fact]
    public void After_a_second_nobody_is_thought_to_write_any_more_and_no_rest_is_long()
    {
        _rivals.Seen();
        Win(TimeSpan.FromMilliseconds(800));
        Assert.Equal(Rivals.Longest, _rivals.Rest());
        _time.Advance(TimeSpan.FromMilliseconds(201));
        Win(TimeSpan.FromMilliseconds(10));
        Assert.Equal(TimeSpan.Zero, _rivals.Rest());
    }

    void Win(TimeSpan took)
    {
        var began = _time.GetTimestamp();
        _time.Advance(took);
        _rivals.Won(began);
    }
}
