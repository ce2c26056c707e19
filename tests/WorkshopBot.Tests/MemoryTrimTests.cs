using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests;

/// <summary>Given a process that was busy: when it gives memory back.</summary>
public sealed class MemoryTrimTests : IDisposable
{
    readonly FakeTime _time = new();
    readonly MemoryTrim _trim;
    long _allocated;
    int _trimmed;

    public MemoryTrimTests() => _trim = new(_time, () => _allocated, () => _trimmed++);

    public void Dispose() => _trim.Dispose();

    [Fact]
    public void Once_after_much_work_when_it_rests_and_not_again_while_it_does()
    {
        Passes(3 * MemoryTrim.Worth);
        Assert.Equal(0, _trimmed);
        Passes(MemoryTrim.Rest - 1);
        Assert.Equal(1, _trimmed);
        Passes(0);
        Passes(MemoryTrim.Rest - 1);
        Assert.Equal(1, _trimmed);
    }

    [Fact]
    public void Not_while_people_are_at_it()
    {
        for (var i = 0; i < 100; i++)
            Passes(MemoryTrim.Worth);
        Assert.Equal(0, _trimmed);
    }

    [Fact]
    public void Not_for_little_however_long_it_rests()
    {
        Passes(MemoryTrim.Worth / 2);
        for (var i = 0L; i < 2 * MemoryTrim.Worth / MemoryTrim.Rest; i++)
            Passes(MemoryTrim.Rest - 1);
        Assert.Equal(0, _trimmed);
    }

    [Fact]
    public void Again_after_the_next_busy_time()
    {
        for (var i = 1; i <= 3; i++)
        {
            Passes(2 * MemoryTrim.Worth);
            Passes(0);
            Assert.Equal(i, _trimmed);
        }
    }

    void Passes(long bytes)
    {
        _allocated += bytes;
        _time.Advance(MemoryTrim.Every);
    }
}
