namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Modes, windows, deadlines, pauses.</summary>
public sealed class ScheduleTopic : Topic
{
    public override string[] Later => ["mode quick", "mode live", "mode async", "window goals Friday 17:00", "pause", "resume", "extend 2 days", "settings", "status"];
}
