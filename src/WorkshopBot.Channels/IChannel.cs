namespace WorkshopBot.Channels;

/// <summary>
/// A chat that messages are posted to and kept true in. Calls never throw for what a platform answers; they say what is known. An outcome that cannot be known
/// (no answer, a broken connection) is <c>Unknown</c>, and the caller decides what that means.
/// </summary>
public interface IChannel
{
    /// <summary>The first part of the keys of rooms and people it serves.</summary>
    string Platform { get; }

    ChannelLimits Limits { get; }

    /// <summary>What a place is like. Known from its address alone; asks nobody.</summary>
    ChatPlace Place(Address to) => ChatPlace.Plain;

    /// <summary>Posts a new message; under <paramref name="root"/> (a platform id) when there is one. The operation id goes with it where the platform can carry it.</summary>
    ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct);

    /// <summary>Puts other content in a message that is there; may be repeated.</summary>
    ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct);

    /// <summary>Looks for a message by the operation it was posted with, under <paramref name="root"/> if there was one, about <paramref name="when"/>: within minutes.</summary>
    ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct);
}

/// <summary>What a place in a chat is like.</summary>
/// <param name="Threads">Messages can go under another one. Where they cannot, what would is shown in the first message itself.</param>
/// <param name="Mention">What people begin a line with so that the bot hears it, such as "@WorkshopBot"; null where it hears every line.</param>
public sealed record ChatPlace(bool Threads, string? Mention)
{
    /// <summary>Threads, and every line is heard.</summary>
    public static readonly ChatPlace Plain = new(Threads: true, Mention: null);

    /// <summary>How many people a message there can name who see it each in their own way.</summary>
    public int Views { get; init; }
}

/// <summary>What a channel can do, and how often.</summary>
/// <param name="EditEvery">The least time between two calls in one room.</param>
/// <param name="Finds">Whether <see cref="IChannel.Find"/> can tell.</param>
public sealed record ChannelLimits(TimeSpan EditEvery, bool Finds)
{
    /// <summary>A call ends with the process that makes it: none is still on its way when the process is gone.</summary>
    public bool Within { get; init; }

    /// <summary>How often in a minute messages of one tenant may be edited, in all rooms together and by all nodes; null where that is not counted.</summary>
    public int? EditsPerMinute { get; init; }
}

/// <summary>What became of a post.</summary>
public abstract record PostOutcome
{
    private PostOutcome() { }

    public sealed record Posted(string PlatformId) : PostOutcome;

    /// <summary>Certainly not posted; not before the time given.</summary>
    public sealed record Later(TimeSpan After) : PostOutcome;

    /// <summary>The room or person cannot be reached any more; the reason is a code.</summary>
    public sealed record Lost(string Reason) : PostOutcome;

    public sealed record Unknown : PostOutcome;
}

/// <summary>What became of an edit.</summary>
public abstract record EditOutcome
{
    private EditOutcome() { }

    public sealed record Edited : EditOutcome;

    /// <summary>Somebody has deleted the message.</summary>
    public sealed record Missing : EditOutcome;

    /// <summary>Certainly not edited; not before the time given.</summary>
    public sealed record Later(TimeSpan After) : EditOutcome;

    /// <summary>The room or person cannot be reached any more; the reason is a code.</summary>
    public sealed record Lost(string Reason) : EditOutcome;

    public sealed record Unknown : EditOutcome;
}

/// <summary>What a look for an earlier post found.</summary>
public abstract record FindOutcome
{
    private FindOutcome() { }

    public sealed record Found(string PlatformId) : FindOutcome;

    public sealed record NotThere : FindOutcome;

    /// <summary>It could not be looked for now; not before the time given.</summary>
    public sealed record Later(TimeSpan After) : FindOutcome;

    /// <summary>It cannot be told, now or ever.</summary>
    public sealed record Unknown : FindOutcome;
}
