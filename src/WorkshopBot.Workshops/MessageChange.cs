namespace WorkshopBot.Workshops;

/// <summary>What somebody did with a message they had sent before; what it says now, if anything, is the text of the turn.</summary>
/// <param name="Of">The name of the turn that the message was, as in <see cref="Heard.Turn"/>.</param>
/// <param name="Kind">What they did with it.</param>
public sealed record MessageChange(string Of, MessageChangeKind Kind);

/// <summary>What can be done with a message that was sent.</summary>
public enum MessageChangeKind
{
    /// <summary>Other words; what it made follows them.</summary>
    Edited,

    /// <summary>Taken away; what it made goes with it.</summary>
    Deleted,

    /// <summary>Brought back after it was deleted.</summary>
    Restored,
}
