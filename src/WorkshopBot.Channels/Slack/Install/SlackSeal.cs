namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Makes secrets unreadable for whoever gets hold of the storage, and readable again.</summary>
/// <param name="Close">Seals bytes.</param>
/// <param name="Open">Reads what was sealed; null for what was sealed under another key, or changed.</param>
public sealed record SlackSeal(Func<byte[], byte[]> Close, Func<byte[], byte[]?> Open);
