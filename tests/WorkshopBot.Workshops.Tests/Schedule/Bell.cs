using WorkshopBot.Workshops.Schedule;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>An alarm that does as it is given. How often one has rung is counted by links that were revoked.</summary>
internal sealed class Bell(string id, Func<Workshop, DateTimeOffset?> next, Func<Workshop, IEnumerable<WorkshopEvent>>? due = null) : Alarm
{
    public override string Id => id;

    public override DateTimeOffset? Next(Workshop w) => next(w);

    public override IEnumerable<WorkshopEvent> Due(Workshop w, DateTimeOffset now) => due?.Invoke(w) ?? [new WorkshopEvent.LinksRevoked()];

    /// <summary>So long after its step was opened, and never again.</summary>
    public static Bell Once(TimeSpan after, string id = "once") => new(id, w => w.LinkEpoch == 0 ? w.StepOpenedAt + after : null);

    /// <summary>A day after anything happened last.</summary>
    public static Bell Quiet() => new("quiet", w => w.At + TimeSpan.FromDays(1));
}
