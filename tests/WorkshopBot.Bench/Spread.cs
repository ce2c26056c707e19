namespace WorkshopBot.Bench;

/// <summary>The middle of several runs, with the least and the most.</summary>
readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> runs)
    {
        double[] sorted = [.. runs.Order()];
        return new(At(sorted, 0.5), sorted[0], sorted[^1]);
    }

    public static double At(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    public string As(string format) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Median.ToString(format, System.Globalization.CultureInfo.InvariantCulture)} ({Least.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}-{Most.ToString(format, System.Globalization.CultureInfo.InvariantCulture)})");
}
