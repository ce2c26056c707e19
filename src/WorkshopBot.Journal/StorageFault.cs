namespace WorkshopBot.Journal;

/// <summary>Why the storage could not do what it was asked: the world's failure, never the caller's mistake.</summary>
public enum StorageFault
{
    /// <summary>Somebody else holds it, or it is overloaded; asking again soon may help.</summary>
    Busy,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>It may be read but not written.</summary>
    ReadOnly,

    /// <summary>It does not answer, cannot be opened, or gives back what is not a storage.</summary>
    Unreachable,
}
