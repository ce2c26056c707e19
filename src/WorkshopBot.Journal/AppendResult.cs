namespace WorkshopBot.Journal;

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>The commit is durable. When others have appended to it already, the head's ETag is out of date and the next append will be overtaken.</summary>
    public sealed record Appended(Head Head) : AppendResult;

    /// <summary>Somebody else's commit came first: take in what there is since, and decide again.</summary>
    public sealed record Overtaken(Since By) : AppendResult;

    /// <summary>The storage could not take it. The same append with the same commit id may be tried again without fear of doubling.</summary>
    public sealed record Refused(StorageFault Fault) : AppendResult;
}
