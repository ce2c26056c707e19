using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>What comes over a web socket: something that happened, or word of the connection itself.</summary>
sealed record SocketEnvelope
{
    public string? Type { get; init; }

    public string? EnvelopeId { get; init; }

    /// <summary>The acknowledgement may carry an answer.</summary>
    public bool? AcceptsResponsePayload { get; init; }

    public JsonElement? Payload { get; init; }

    /// <summary>Why the connection ends.</summary>
    public string? Reason { get; init; }
}
