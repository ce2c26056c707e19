namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>What a call is counted as. Whether edits, deletions and reactions are counted with what is sent is not told, so they are.</summary>
public enum ThrottleOp
{
    /// <summary>Anything that is written into a conversation.</summary>
    Send,

    /// <summary>A new thread with its first message, which is counted as sent too.</summary>
    CreateThread,

    CreatePersonal,

    Members,

    Teams,
}

/// <summary>How much a call matters when there are more than may be made.</summary>
public enum ThrottleRank
{
    /// <summary>Kept messages: the board, the open step. They may use all there is.</summary>
    Kept,

    /// <summary>What somebody has to read: a quarter is left to the kept messages.</summary>
    Answer,

    /// <summary>Signs that something was heard: so many of them come at once that they leave a third to the others, or who was refused would not hear of it.</summary>
    Sign,
}

/// <summary>So many calls within a span, and no more.</summary>
readonly record struct ThrottleRule(int Most, TimeSpan Span)
{
    public int For(ThrottleRank rank) => rank switch { ThrottleRank.Kept => Most, ThrottleRank.Answer => Most * 3 / 4, _ => Most * 2 / 3 };
}

/// <summary>The limits of the Connector for one bot, by what is counted together. The one table of them.</summary>
static class ThrottleRules
{
    /// <summary>The way to the Connector is not always as long, so that calls made in order come closer together; spans are taken longer by as much. Before the tables, which are made of it.</summary>
    public static readonly TimeSpan Drift = TimeSpan.FromMilliseconds(250);

    public static readonly ThrottleRule[] Sent = [Of(7, 1), Of(8, 2), Of(60, 30), Of(1800, 3600)];
    public static readonly ThrottleRule[] Created = [Of(7, 1), Of(8, 2), Of(60, 30), Of(1800, 3600)];
    public static readonly ThrottleRule[] Listed = [Of(14, 1), Of(16, 2), Of(120, 30), Of(3600, 3600)];

    /// <summary>For a whole tenant: told are 50 a second, and 30 in older words.</summary>
    public static readonly ThrottleRule[] Tenant = [Of(30, 1)];

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1) + Drift;

    static ThrottleRule Of(int most, int seconds) => new(most, TimeSpan.FromSeconds(seconds) + Drift);
}
