namespace WorkshopBot.Workshops.Schedule;

/// <summary>
/// Something that happens in a workshop by itself when its time has come. It has no clock and remembers nothing: when it rings, and that it has rung, is read from the workshop, so that every
/// node and every replay says the same. What it does are events that are nobody's. A newcomer adds a class and a line in <see cref="Steps.Playbook"/>.
/// </summary>
public abstract class Alarm
{
    /// <summary>Its name in the ids of turns, in lower-case letters; never renamed.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// When it rings next, which may be long past; null: never, as the workshop stands. Asked after every turn, so it walks over neither the map nor the people; and a time that moves with every
    /// turn is rounded up to the next minute, hour or day, since each change of it costs a write.
    /// </summary>
    public abstract DateTimeOffset? Next(Workshop w);

    /// <summary>
    /// What happens now that its time has come, however long ago: all at once what still makes sense, not once for every time that was missed. Never nothing, and afterwards <see cref="Next"/>
    /// is later than now or never.
    /// </summary>
    public abstract IEnumerable<WorkshopEvent> Due(Workshop w, DateTimeOffset now);
}
