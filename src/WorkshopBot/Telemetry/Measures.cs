using System.Diagnostics.Metrics;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Telemetry;

/// <summary>
/// What the hall measures of itself, for whoever collects it; without a collector it costs next to nothing. No measure carries what people wrote, who they are, or which workshop it was:
/// only platforms and outcomes. What each means to an operator stands in docs/operations.md.
/// </summary>
static class Measures
{
    /// <summary>Of the meter, and of the traces.</summary>
    public const string Name = "WorkshopBot";

    public const string Platform = "platform";
    public const string Result = "result";

    static readonly Meter Meter = new(Name);

    static readonly Histogram<double> Turns = Meter.CreateHistogram<double>("workshopbot.turn.duration", "s", "From a turn's arrival to its answer", advice: Seconds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5));

    static readonly Histogram<double> Appends = Meter.CreateHistogram<double>("workshopbot.append.duration", "s", "A commit in the storage", advice: Seconds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5));

    /// <summary>Bytes, estimated, of the workshops held in memory.</summary>
    public static readonly UpDownCounter<long> CacheBytes = Meter.CreateUpDownCounter<long>("workshopbot.cache.size", "By", "Workshops held in memory");

    /// <summary>Workshops held in memory.</summary>
    public static readonly UpDownCounter<long> CacheWorkshops = Meter.CreateUpDownCounter<long>("workshopbot.cache.workshops", "{workshop}", "Workshops held in memory");

    static readonly Histogram<double> LaneAge = Meter.CreateHistogram<double>("workshopbot.lane.age", "s", "From a commit to messages that show it", advice: Seconds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600));

    static readonly Counter<long> Posts = Meter.CreateCounter<long>("workshopbot.posts", "{message}", "Kept messages posted");

    static readonly Counter<long> Edits = Meter.CreateCounter<long>("workshopbot.edits", "{edit}", "Kept messages edited");

    /// <summary>Messages of which nobody knows for certain whether they arrived, and which are not posted again by themselves, by platform.</summary>
    public static readonly Counter<long> Unsure = Meter.CreateCounter<long>("workshopbot.unsure", "{message}", "Messages that may not have arrived");

    static readonly Histogram<double> AgendaLag = Meter.CreateHistogram<double>("workshopbot.agenda.lag", "s", "Looks taken after their time", advice: Seconds(0.1, 1, 2.5, 5, 10, 30, 60, 120, 300, 3600));

    /// <summary>A turn was served.</summary>
    public static void Served(string room, ReplyKind kind, TimeSpan took) => Turns.Record(took.TotalSeconds, new(Platform, PlatformOf(room)), new KeyValuePair<string, object?>(Result, Word(kind)));

    /// <summary>A commit was made, or not.</summary>
    public static void Appended(AppendResult result, TimeSpan took) => Appends.Record(took.TotalSeconds, new KeyValuePair<string, object?>(Result, Word(result)));

    /// <summary>A look of the agenda was taken.</summary>
    public static void Looked(TimeSpan late) => AgendaLag.Record(late.TotalSeconds);

    /// <summary>The same words as docs/operations.md.</summary>
    public static string Word(AppendResult result) => result switch
    {
        AppendResult.Appended => "appended",
        AppendResult.Refused => "refused",
        _ => "overtaken",
    };

    /// <summary>The same words as docs/operations.md.</summary>
    public static string Word(ReplyKind kind) => kind switch
    {
        ReplyKind.Answered => "answered",
        ReplyKind.Refused => "refused",
        ReplyKind.Ignored => "ignored",
        ReplyKind.Busy => "busy",
        ReplyKind.NotSaved => "not-saved",
        _ => "failed",
    };

    /// <summary>A kept message was to be posted.</summary>
    public static void Posted(string platform, PostOutcome outcome) => Posts.Add(1, new(Platform, platform), new KeyValuePair<string, object?>(Result, outcome switch
    {
        PostOutcome.Posted => "done",
        PostOutcome.Later => "later",
        PostOutcome.Lost => "lost",
        _ => "unknown",
    }));

    /// <summary>A kept message was to be edited.</summary>
    public static void Edited(string platform, EditOutcome outcome) => Edits.Add(1, new(Platform, platform), new KeyValuePair<string, object?>(Result, outcome switch
    {
        EditOutcome.Edited => "done",
        EditOutcome.Missing => "gone",
        EditOutcome.Later => "later",
        EditOutcome.Lost => "lost",
        _ => "unknown",
    }));

    /// <summary>A room's messages, or people's, show the newest commit, so long after it.</summary>
    public static void Shown(string room, TimeSpan age) => LaneAge.Record(age.TotalSeconds, new KeyValuePair<string, object?>(Platform, PlatformOf(room)));

    /// <summary>The platform of a room's or a person's key.</summary>
    public static string PlatformOf(string key) => key.IndexOf(':') is var end and > 0 ? key[..end] : "none";

    static InstrumentAdvice<double> Seconds(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
