namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>What became of a call of the Connector, in the words its callers decide by. Never what the Connector said in prose.</summary>
public abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    /// <summary>It is done.</summary>
    /// <param name="Id">The id of the message, or of the conversation that was made; empty where the call makes none.</param>
    public sealed record Done(string Id) : ConnectorAnswer
    {
        /// <summary>The first message of the conversation that was made; null where none was asked for.</summary>
        public string? Activity { get; init; }

        /// <summary>Where the conversation lives, when it is not where the call went; to be used from now on.</summary>
        public Uri? Moved { get; init; }
    }

    /// <summary>What was asked for.</summary>
    public sealed record Read<T>(T Value) : ConnectorAnswer;

    /// <summary>Certainly not done; not before the time given.</summary>
    public sealed record Later(TimeSpan After) : ConnectorAnswer;

    /// <summary>The message is not there any more.</summary>
    public sealed record Gone : ConnectorAnswer;

    /// <summary>The bot may not write there; the reason is a code of <see cref="LostReason"/>.</summary>
    public sealed record Lost(string Reason) : ConnectorAnswer;

    /// <summary>The message is too big.</summary>
    public sealed record TooBig : ConnectorAnswer;

    /// <summary>Certainly not done, and the same call would be refused again: a fault of ours, or of the settings.</summary>
    /// <param name="Status">HTTP status; 0 where nothing was sent.</param>
    /// <param name="Code">The Connector's own code; empty for none.</param>
    public sealed record Refused(int Status, string Code) : ConnectorAnswer;

    /// <summary>It may have been done or not.</summary>
    public sealed record Unknown : ConnectorAnswer;
}
