namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Whether a request comes from the Bot Connector, for the bot it is meant for.</summary>
public abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    /// <summary>It does, if it brings an activity from there.</summary>
    /// <param name="ServiceUrl">Where the token says that it comes from.</param>
    public sealed record Valid(string ServiceUrl) : TokenCheck;

    /// <summary>It does not, or nobody can tell now.</summary>
    /// <param name="Status">401 for a token that is none of ours, 403 for one that does not go with what it came with, 503 while there are no keys to tell by.</param>
    /// <param name="Code">One word for the log; it holds nothing of the token.</param>
    public sealed record Refused(int Status, string Code) : TokenCheck;
}
