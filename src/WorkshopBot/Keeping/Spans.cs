namespace WorkshopBot.Keeping;

/// <summary>The spans the keeper works with, the same on all nodes.</summary>
static class Spans
{
    /// <summary>How long a lane is held; every write of it begins this anew.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>No call of a platform begins with less left: it is given <see cref="Call"/>, the rest is for a request that is still on its way, and for clocks apart.</summary>
    public static readonly TimeSpan LeastLeft = TimeSpan.FromSeconds(15);

    /// <summary>After this nobody waits for a platform's answer.</summary>
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(10);

    /// <summary>How long a node that is going waits for the answers to its calls; what they came to is then not known.</summary>
    public static readonly TimeSpan Leaving = TimeSpan.FromSeconds(3);

    /// <summary>How long it waits for everything.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromSeconds(5);

    /// <summary>From the intent to the time after which the post can no longer reach the platform.</summary>
    public static readonly TimeSpan Intent = TimeSpan.FromSeconds(30);

    /// <summary>Until the next try when the storage, or a look for a post, failed.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Between two tries of one write.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>Until the next try after a bug of ours, which the next commit may have gone past.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    /// <summary>The longest that a lane free to be called waits for another of its workshop.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
}
