namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Who leads, and going back.</summary>
public sealed class SteeringTopic : Topic
{
    public override string[] Later => ["handover @ben", "deputy @ben", "takeover", "ready", "snapshot before the break", "restore snapshot before the break"];
}
