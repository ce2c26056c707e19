namespace WorkshopBot.Channels.Slack.Api;

/// <summary>How much a call matters when there are more than may be made (mechanics 1.3).</summary>
public enum CallRank
{
    /// <summary>Somebody waits for it.</summary>
    Person,

    /// <summary>Kept messages.</summary>
    Kept,

    /// <summary>What can wait longest: that something was taken, and what names are by now. Who was never asked about is somebody who is waited for.</summary>
    Late,
}
