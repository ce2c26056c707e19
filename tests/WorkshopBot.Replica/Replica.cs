using System.Globalization;

namespace WorkshopBot.Replica;

/// <summary>The real program on a machine whose clock is wrong by so many seconds, which are the first argument.</summary>
static class Replica
{
    public static Task<int> Main(string[] args) => Program.Serve(args[1..], new WrongClock(TimeSpan.FromSeconds(double.Parse(args[0], CultureInfo.InvariantCulture))));

    /// <summary>The machine's clock, wrong by a span. What only goes forward is right.</summary>
    sealed class WrongClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
