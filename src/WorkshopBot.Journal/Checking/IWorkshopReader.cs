namespace WorkshopBot.Journal.Checking;

/// <summary>Reads the commits of one workshop, in their order, as whoever wrote them does; to this room they are bytes. What it answers names no content. It never throws.</summary>
public interface IWorkshopReader
{
    /// <summary>What is wrong with the next commit; null when it can be read and follows from those before.</summary>
    string? Read(StoredCommit commit);

    /// <summary>Commits are missing here, so those that come can be read and no longer followed.</summary>
    void Skip();

    /// <summary>What is wrong with a snapshot of what all commits so far led to; null when it says the same.</summary>
    string? Compare(ReadOnlyMemory<byte> snapshot);
}
