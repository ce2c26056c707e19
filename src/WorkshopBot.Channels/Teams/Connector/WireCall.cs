namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>A call to be made.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Service">The host of the Connector, with or without a slash at its end.</param>
/// <param name="Path">What follows, escaped.</param>
/// <param name="Repeats">Doing it twice is the same as doing it once.</param>
/// <param name="Attempt">How often it has been made before.</param>
sealed record WireCall(HttpMethod Method, Uri Service, string? Path, bool Repeats, int Attempt)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How much of the answer is read.</summary>
    public int MostBytes { get; init; } = 64 * 1024;

    /// <summary>Null where the call would go somewhere else than it says.</summary>
    public Uri? Target() =>
        Path is not null && Service is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" } ? new Uri($"{Service.AbsoluteUri.TrimEnd('/')}/{Path}") : null;
}

/// <summary>What came back: a fault, or the body of what was done.</summary>
sealed record WireAnswer(ConnectorAnswer? Fault, ReadOnlyMemory<byte> Body)
{
    public bool WrongHost { get; init; }

    public Uri? Moved { get; init; }
}
