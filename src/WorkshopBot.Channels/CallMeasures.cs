using System.Diagnostics.Metrics;

namespace WorkshopBot.Channels;

/// <summary>What is measured of calls to platforms, for whoever collects it: how long, what for, and what came of it; never to whom or about what.</summary>
public static class CallMeasures
{
    /// <summary>Of the meter.</summary>
    public const string Name = "WorkshopBot.Channels";

    static readonly Meter Meter = new(Name);

    static readonly Histogram<double> Calls = Meter.CreateHistogram<double>("workshopbot.call.duration", "s", "A call of a platform, by method and result",
        advice: new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    /// <summary>A call is over. <paramref name="result"/> is a word: done, later (asked to wait, or not reached), refused, lost, gone, unknown.</summary>
    internal static void Called(string platform, string method, string result, TimeSpan took) =>
        Calls.Record(took.TotalSeconds, new("platform", platform), new("method", method), new KeyValuePair<string, object?>("result", result));

    /// <summary>The platform asked to come later, by its own rule of how often.</summary>
    internal static void Throttled(string platform, string method) => Throttles.Add(1, new("platform", platform), new KeyValuePair<string, object?>("method", method));

    static readonly Counter<long> Throttles = Meter.CreateCounter<long>("workshopbot.throttles", "{answer}", "Answers that said: too often");
}
