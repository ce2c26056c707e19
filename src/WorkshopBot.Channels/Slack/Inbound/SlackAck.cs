namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What Slack is answered, by whichever door it came.</summary>
/// <param name="Kind">Whether it was taken.</param>
/// <param name="Body">JSON; null for none.</param>
sealed record SlackAck(SlackAckKind Kind, ReadOnlyMemory<byte>? Body = null)
{
    public static readonly SlackAck Ok = new(SlackAckKind.Taken);

    /// <summary>What whoever asks for choices is answered where there are none.</summary>
    public static readonly ReadOnlyMemory<byte>? NoOptions = """{"options":[]}"""u8.ToArray();

    /// <summary>An empty answer is none: it has to be null, not nothing.</summary>
    public static ReadOnlyMemory<byte>? NoAnswer => null;
}

/// <summary>Whether something that came was taken.</summary>
enum SlackAckKind
{
    Taken,

    /// <summary>Not saved now: it is to be delivered again.</summary>
    Again,
}
