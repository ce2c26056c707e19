namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Who sees what, how long it is kept, how it goes.</summary>
public sealed class CustodyTopic : Topic
{
    public override string[] Later => ["forget me"];
}
