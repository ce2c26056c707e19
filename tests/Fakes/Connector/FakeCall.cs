namespace WorkshopBot.Fakes.Connector;

/// <summary>What can be asked of the Connector.</summary>
public enum FakeCall
{
    Send,
    Reply,
    Typing,
    Edit,
    Delete,
    React,
    Unreact,
    Create,
    Members,
    Member,
    Team,
    Conversations,
}

/// <summary>One request that came, whatever became of it.</summary>
/// <param name="Call">What was asked; null for what the Connector does not have.</param>
/// <param name="Conversation">The conversation, with the thread in it; empty for none.</param>
/// <param name="Target">Path and query as they came over the wire.</param>
/// <param name="Token">The Authorization header.</param>
/// <param name="Body">What it said.</param>
/// <param name="Status">What was answered; 0 for a connection that was dropped.</param>
public sealed record FakeRequest(FakeCall? Call, string Conversation, string Target, string? Token, string Body, int Status);
