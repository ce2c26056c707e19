using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Schedule;

/// <summary>The alarms of all workshops. Pure: it is told what time it is. Before the start nothing rings; after the close whatever has a time then.</summary>
public sealed class Clockwork
{
    private readonly ImmutableArray<Alarm> alarms;

    public Clockwork(IReadOnlyList<Alarm> alarms)
    {
        this.alarms = [.. alarms];
        if (alarms.GroupBy(alarm => alarm.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new ArgumentException($"The alarm '{twice.Key}' is listed twice.", nameof(alarms));
        if (alarms.Any(alarm => alarm.Id.Length == 0 || !alarm.Id.All(char.IsAsciiLetterLower))) throw new ArgumentException("The id of an alarm is lower-case letters.", nameof(alarms));
    }

    /// <summary>When somebody must look at the workshop: the time of its next alarm, which may be past; null when none will ring.</summary>
    public DateTimeOffset? Next(Workshop w) => Next(w, DateTimeOffset.MinValue);

    /// <summary>The next time after another one, whatever is still due until then.</summary>
    public DateTimeOffset? Next(Workshop w, DateTimeOffset after)
    {
        if (w.Phase == Phase.NotStarted) return null;
        var next = (DateTimeOffset?)null;
        foreach (var alarm in alarms)
            if (alarm.Next(w) is { } at && at > after && !(next <= at)) next = at;
        return next;
    }

    /// <summary>The alarms whose time has come, with it: first what came first.</summary>
    public IEnumerable<(Alarm Alarm, DateTimeOffset At)> Due(Workshop w, DateTimeOffset now) =>
        w.Phase == Phase.NotStarted ? [] : alarms.Select(alarm => (Alarm: alarm, At: alarm.Next(w) ?? DateTimeOffset.MaxValue)).Where(due => due.At <= now && due.At < DateTimeOffset.MaxValue).OrderBy(due => due.At);

    /// <summary>
    /// What happens by an alarm now; nothing where its time has not come, or not any more. One that did nothing, or would still be due afterwards, would ring at every look for ever: that is a
    /// fault of it, and thrown.
    /// </summary>
    public static ImmutableArray<WorkshopEvent> Ring(Alarm alarm, Workshop w, DateTimeOffset now)
    {
        if (w.Phase == Phase.NotStarted || !(alarm.Next(w) <= now)) return [];
        ImmutableArray<WorkshopEvent> events = [.. alarm.Due(w, now)];
        return !events.IsEmpty && !(alarm.Next(Conversation.Fold(w, events, "", now, "")) <= now) ? events
            : throw new InvalidOperationException($"The alarm '{alarm.Id}' is still due after it has rung.");
    }
}
