namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>One of the clouds Teams runs in: who signs what comes in, and where tokens and messages may go.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="Issuer">Who signs what the Bot Connector sends.</param>
/// <param name="Metadata">Where the Connector's signing keys are named.</param>
/// <param name="Scope">What a token for the Connector is asked for.</param>
/// <param name="Login">Where people and bots sign in; ends in no slash.</param>
/// <param name="ServiceHosts">Hosts messages may be sent to: the host itself, or after a dot every host under it.</param>
public sealed record TeamsCloud(string Name, string Issuer, Uri Metadata, string Scope, string Login, IReadOnlyList<string> ServiceHosts)
{
    // Anybody can have a name right under trafficmanager.net, so there each host is named whole.
    /// <summary>Everybody else's, with the US government's community cloud (GCC).</summary>
    public static readonly TeamsCloud Public = new(
        "Public", "https://api.botframework.com", new("https://login.botframework.com/v1/.well-known/openidconfiguration"), "https://api.botframework.com/.default", "https://login.microsoftonline.com",
        ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", ".teams.microsoft.com", ".botframework.com"]);

    /// <summary>The US government's (GCC High and DoD).</summary>
    public static readonly TeamsCloud UsGov = new(
        "UsGov", "https://api.botframework.us", new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), "https://api.botframework.us/.default", "https://login.microsoftonline.us",
        [".teams.microsoft.us", ".botframework.azure.us"]);

    // The host for Teams is the one Microsoft's own SDK names; no page of the documentation does. Others can be set.
    /// <summary>China's, run by 21Vianet.</summary>
    public static readonly TeamsCloud China = new(
        "China", "https://api.botframework.azure.cn", new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"), "https://api.botframework.azure.cn/.default", "https://login.partner.microsoftonline.cn",
        ["frontend.botapi.msg.infra.teams.microsoftonline.cn", ".botframework.azure.cn"]);

    public static IReadOnlyList<TeamsCloud> All { get; } = [Public, UsGov, China];

    /// <summary>Where the keys are that people's tokens are signed with, of whatever tenant.</summary>
    public Uri PeopleKeys => new(Login + "/common/discovery/v2.0/keys");
}
