namespace WorkshopBot.Turns;

/// <summary>What became of a turn, for whoever has to choose a status for it.</summary>
public enum ReplyKind
{
    /// <summary>Heard; what it changed is in the journal.</summary>
    Answered,

    /// <summary>Heard, and at least one line of it was refused or not understood. What the other lines changed is in the journal.</summary>
    Refused,

    /// <summary>Overheard, and not for us: nothing was done, and nothing is said.</summary>
    Ignored,

    /// <summary>Too many turns wait for this workshop; nothing was done.</summary>
    Busy,

    /// <summary>The storage could not take it in time. The same turn may be delivered again without fear of doubling.</summary>
    NotSaved,

    /// <summary>A fault of ours; nothing of the turn was saved.</summary>
    Failed,
}
