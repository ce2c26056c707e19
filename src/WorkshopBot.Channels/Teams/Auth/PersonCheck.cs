namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Who shows a token of a Teams tab.</summary>
public abstract record PersonCheck
{
    private PersonCheck()
    {
    }

    /// <summary>Somebody who is signed in: which tenant allows what is the caller's to say.</summary>
    /// <param name="Tenant">A GUID in small letters.</param>
    /// <param name="Person">The person's object id in that tenant, in the same form as the Connector's <c>aadObjectId</c>.</param>
    /// <param name="Name">As the tenant has it, where it says.</param>
    public sealed record Valid(string Tenant, string Person, string? Name) : PersonCheck;

    /// <summary>Nobody: one word for the log that holds nothing of the token; <c>unavailable</c> while there are no keys to tell by.</summary>
    public sealed record Refused(string Code) : PersonCheck;
}
