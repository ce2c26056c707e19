namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Invitations, nudges, who is not to be written to.</summary>
public sealed class OutreachTopic : Topic
{
    public override string[] Later => ["nudge", "mute", "mute until Friday", "unmute", "away until Friday", "show noise"];
}
