namespace WorkshopBot.Journal.Tables;

/// <summary>
/// How long a request to the service may take. Whoever gives up does not know whether it is still carried out: the service may be at it for half a minute more,
/// which <see cref="AgendaTimes.Margin"/> has room for.
/// </summary>
public sealed record TableTimes
{
    /// <summary>What a read is given before it is asked anew.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A request with all its tries and the pauses between them.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(6);
}
