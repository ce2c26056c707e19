namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Votes, ratings, estimates.</summary>
public sealed class VotingTopic : Topic
{
    public override string[] Later => ["vote G1", "rate T1 4", "rate T1 satisfaction 4", "estimate X1 M", "revote"];
}
