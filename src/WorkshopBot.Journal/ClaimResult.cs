namespace WorkshopBot.Journal;

/// <summary>Who got a room.</summary>
public abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    /// <summary>The room now speaks of the workshop that asked.</summary>
    public sealed record Claimed(IndexedRoom Room) : ClaimResult;

    /// <summary>Another workshop had it first.</summary>
    public sealed record Lost(IndexedRoom Winner) : ClaimResult;

    /// <summary>The storage could not take it; the same claim may be made again.</summary>
    public sealed record Refused(StorageFault Fault) : ClaimResult;
}
