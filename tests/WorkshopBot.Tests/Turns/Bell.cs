using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Turns;

/// <summary>An alarm that does as it is given. How often one has rung is counted by links that were revoked.</summary>
sealed class Bell(string id, Func<Workshop, DateTimeOffset?> next, Func<Workshop, IEnumerable<WorkshopEvent>>? due = null) : Alarm
{
    public override string Id => id;

    public override DateTimeOffset? Next(Workshop w) => next(w);

    public override IEnumerable<WorkshopEvent> Due(Workshop w, DateTimeOffset now) => due?.Invoke(w) ?? [new WorkshopEvent.LinksRevoked()];

    /// <summary>So long after its step was opened, and never again.</summary>
    public static Bell Once(TimeSpan after) => new("once", w => w.LinkEpoch == 0 ? w.StepOpenedAt + after : null);

    /// <summary>A day after anything happened last.</summary>
    public static Bell Quiet() => new("quiet", w => w.At + TimeSpan.FromDays(1));

    /// <summary>One step after the other, each so long after the last.</summary>
    public static Bell Opens(string from, string to, TimeSpan after, Action<Workshop>? rung = null) => new("opens" + to, w => w.StepId == from ? w.StepOpenedAt + after : null, w =>
    {
        rung?.Invoke(w);
        return [new WorkshopEvent.StepOpened(to)];
    });

    /// <summary>The usual steps with alarms.</summary>
    public static Playbook Playbook(params Alarm[] alarms) => new(Workshops.Steps.Playbook.Standard.Steps, Workshops.Steps.Playbook.Standard.Checks, alarms);
}
