using System.Diagnostics;
using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Telemetry;

/// <summary>
/// The spans of a trace: a turn, the commit that saved it, the round that brought messages up to date. They name workshops by id and platforms, and never a person, a room or a word:
/// what is said without a name must not have one here.
/// </summary>
static class Traces
{
    static readonly ActivitySource Source = new(Measures.Name);

    /// <summary>A turn is served.</summary>
    public static Activity? Turn(Channels.Turn turn) => Source.StartActivity("turn", ActivityKind.Server) is { } span ? span.SetTag(Measures.Platform, Measures.PlatformOf(turn.Room.Key)) : null;

    /// <summary>A commit is made for turns that waited together; they are linked, since each has a trace of its own.</summary>
    public static Activity? Append(string workshop, IReadOnlyList<Pending> turns, int count) => Source.HasListeners()
        ? Source.StartActivity("append", ActivityKind.Client, parentContext: default, links: turns.Take(count).Where(turn => turn.Trace != default).Select(turn => new ActivityLink(turn.Trace)))?.SetTag("workshop", workshop).SetTag("turns", count)
        : null;

    /// <summary>A chat's messages are brought up to date.</summary>
    public static Activity? Keep(string workshop, string room) => Source.StartActivity("keep", ActivityKind.Internal, parentContext: default) is { } span ? span.SetTag("workshop", workshop).SetTag(Measures.Platform, Measures.PlatformOf(room)) : null;

    public static void End(this Activity? span, AppendResult result) => span?.SetTag(Measures.Result, Measures.Word(result)).SetStatus(result is AppendResult.Refused ? ActivityStatusCode.Error : ActivityStatusCode.Unset);

    public static void End(this Activity? span, ReplyKind kind)
    {
        span?.SetTag(Measures.Result, Measures.Word(kind));
        if (kind is ReplyKind.Failed or ReplyKind.NotSaved or ReplyKind.Busy)
            span?.SetStatus(ActivityStatusCode.Error);
    }
}
