namespace WorkshopBot.Journal.Tables;

/// <summary>
/// How long a request to the service may take. Whoever gives up does not know whether it is still carried out: the service may be at it for half a minute more,
/// which <see cref="AgendaTimes.Margin"/> has room for.
/// </summary>
public sealed record TableTimes
{
    /// <summary>How long a read waits for an answer, or for more of it, before it is asked anew. A long answer that keeps coming is never given up.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A request with all its tries and the pauses between them.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(6);
}
