namespace WorkshopBot.Channels.Slack.Socket;

/// <summary>How the bot is connected where Slack cannot reach it.</summary>
public sealed record SocketSettings
{
    /// <summary>Slack allows as many.</summary>
    public const int MostConnections = 10;

    /// <summary>How many connections are open at once: what comes, comes by any of them.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>A connection without a sign of life for so long is over.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An address on this machine will do, and needs no encryption.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Where a connection may go to.</summary>
    public bool Allows(Uri url) => url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeWss || (AllowLoopback && url.Scheme == Uri.UriSchemeWs && url.IsLoopback));
}
