namespace WorkshopBot.Journal;

/// <summary>"Look at this workshop, but not before this time." It says nothing of what there is to do; the workshop does. Only an <see cref="Agenda"/> makes one.</summary>
public sealed record Look
{
    internal Look(string workshop, DateTimeOffset at, int shard, StoredRow row, DateTimeOffset? firstWritten, bool wasTaken)
    {
        (Workshop, At, Shard, Key, ETag, WasTaken) = (workshop, at, shard, row.Key, row.ETag, wasTaken);
        FirstWritten = firstWritten ?? row.WrittenAt;
    }

    public string Workshop { get; }

    public DateTimeOffset At { get; }

    /// <summary>Somebody has had it already, and did not bring it to its end.</summary>
    public bool WasTaken { get; }

    internal int Shard { get; }

    internal string Key { get; }

    internal string ETag { get; init; }

    /// <summary>When the storage, by its own clock, took in the wish to look.</summary>
    internal DateTimeOffset FirstWritten { get; }
}
