namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>What is private until it is revealed, what looks alike, groups of people.</summary>
public sealed class CollectingTopic : Topic
{
    public override string[] Later => ["reveal"];
}
