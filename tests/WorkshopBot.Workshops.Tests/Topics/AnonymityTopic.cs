namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Steps that name nobody.</summary>
public sealed class AnonymityTopic : Topic;
