namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>Somebody in a conversation, as the Connector lists them.</summary>
/// <param name="Id">The id by which this bot writes to them ("29:…"); no other bot knows them by it.</param>
/// <param name="AadObjectId">Their id in their directory.</param>
/// <param name="Name">Display name.</param>
/// <param name="TenantId">The directory they are in.</param>
/// <param name="UserRole">"user", "guest" or "anonymous"; null where it is not said.</param>
public sealed record TeamsMember(string Id, string? AadObjectId, string? Name, string? TenantId, string? UserRole)
{
    public const string Guest = "guest";

    /// <summary>Whether they are a guest of a tenant, by their role or because their own is another.</summary>
    public bool IsGuestOf(string tenant) =>
        string.Equals(UserRole, Guest, StringComparison.OrdinalIgnoreCase) || IsOutsider(tenant);

    /// <summary>Whether they come from another tenant, by a channel that is shared with theirs.</summary>
    public bool IsOutsider(string tenant) => TenantId is { Length: > 0 } theirs && !string.Equals(theirs, tenant, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A team, as the Connector describes it.</summary>
public sealed record TeamsTeam(string Id, string? Name, string? AadGroupId);
