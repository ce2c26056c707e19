namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>Paths of the Connector. Ids hold colons, semicolons and whatever else, so each is escaped.</summary>
static class ConnectorPath
{
    public const string Conversations = "v3/conversations";
    public const string Teams = "v3/teams";

    /// <summary>A path below another; null where a part would lead elsewhere.</summary>
    public static string? Of(string? start, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            // Nothing, "." and ".." are steps, not names, and escaping leaves them so.
            if (start is null || part.Trim('.').Length == 0)
                return null;
            start = $"{start}/{Uri.EscapeDataString(part)}";
        }
        return start;
    }

    public static string? With(string? path, string query) => path is null ? null : path + query;
}
