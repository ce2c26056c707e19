namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What came of reading something that Slack delivered.</summary>
abstract record SlackRead
{
    private SlackRead() { }

    /// <summary>It is taken, and nobody did it for us to hear.</summary>
    public static readonly SlackRead Nothing = new Ignored();

    /// <summary>It is not what it should be.</summary>
    public static readonly SlackRead Malformed = new Wrong();

    public static implicit operator SlackRead(SlackInput input) => new Heard(input);

    /// <summary>Something for us.</summary>
    public sealed record Heard(SlackInput Input) : SlackRead;

    /// <summary>Slack asks whether the door is ours.</summary>
    public sealed record Asked(string Challenge) : SlackRead;

    sealed record Ignored : SlackRead;

    sealed record Wrong : SlackRead;
}
