namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What a request to the Connector carries.</summary>
public abstract record ConnectorToken
{
    private ConnectorToken()
    {
    }

    /// <summary>This, after <c>Bearer</c> in the Authorization header.</summary>
    public sealed record Bearer(string Token) : ConnectorToken
    {
        /// <summary>Says nothing, wherever it is printed.</summary>
        public override string ToString() => nameof(Bearer);
    }

    /// <summary>Nothing: in development nobody asks for a token.</summary>
    public sealed record Anonymous : ConnectorToken;

    /// <summary>There must be no such request: nobody may send there.</summary>
    public sealed record Foreign : ConnectorToken;

    /// <summary>There is no token now; later there may be.</summary>
    public sealed record Unavailable : ConnectorToken;
}
