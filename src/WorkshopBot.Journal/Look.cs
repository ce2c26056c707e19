namespace WorkshopBot.Journal;

/// <summary>"Look at this workshop, but not before this time." It says nothing of what there is to do; the workshop does. Only an <see cref="Agenda"/> makes one.</summary>
public sealed record Look
{
    internal Look(string workshop, DateTimeOffset at, int shard, StoredRow row, DateTimeOffset? firstWritten)
    {
        (Workshop, At, Shard, Key, ETag) = (workshop, at, shard, row.Key, row.ETag);
        FirstWritten = firstWritten ?? row.WrittenAt;
    }

    public string Workshop { get; }

    public DateTimeOffset At { get; }

    internal int Shard { get; }

    internal string Key { get; }

    internal string ETag { get; init; }

    /// <summary>When the storage, by its own clock, took in the wish to look.</summary>
    internal DateTimeOffset FirstWritten { get; }
}
