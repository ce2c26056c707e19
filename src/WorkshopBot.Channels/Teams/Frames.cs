namespace WorkshopBot.Channels.Teams;

/// <summary>Which sites may show our pages in a frame: those Microsoft Teams runs on, and our own.</summary>
public static class Frames
{
    /// <summary>As the policy of a page lists them.</summary>
    public const string Ancestors = "'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com";
}
