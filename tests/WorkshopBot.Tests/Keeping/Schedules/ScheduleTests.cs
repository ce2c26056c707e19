using Xunit.Abstractions;

namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>No message twice and none stale, whatever goes wrong and in whatever order; and a keeper that lacks one of its parts is caught.</summary>
public sealed class ScheduleTests(ITestOutputHelper output)
{
    const int Seeds = 600;
    const int MostToCatch = 3000;

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    public void Nothing_is_posted_twice_and_nothing_ends_stale(bool finds, bool late, bool calm)
    {
        var circumstances = new Circumstances(finds, late, calm);
        if (First(circumstances, late ? Seeds / 3 : Seeds) is not var (seed, wrong, log))
            return;
        output.WriteLine($"Seed {seed}: {wrong}\n" + string.Join('\n', log));
        Assert.Fail($"With seed {seed}: {wrong}");
    }

    [Theory]
    [InlineData(Breaking.Intent, true, false)]
    [InlineData(Breaking.Intent, false, false)]
    [InlineData(Breaking.Fence, true, false)]
    [InlineData(Breaking.Repair, true, true)]
    [InlineData(Breaking.Doubt, true, false)]
    [InlineData(Breaking.OnlyEdits, true, false)]
    internal void A_keeper_that_lacks_a_part_is_caught(Breaking part, bool finds, bool late)
    {
        var found = First(new(finds, late, Breaking: part), MostToCatch);
        Assert.NotNull(found);
        output.WriteLine($"Without its {part} it fails with seed {found.Value.Seed}: {found.Value.Wrong.Split('\n')[0]}");
    }

    static (int Seed, string Wrong, IEnumerable<string> Log)? First(Circumstances circumstances, int seeds)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);     // everything stays on this thread
        try
        {
            for (var seed = 0; seed < seeds; seed++)
            {
                var simulation = new Simulation(seed, circumstances);
                if (simulation.Run() is { } wrong)
                    return (seed, wrong, simulation.Log);
            }
            return null;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
