using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>What Slack wraps an event in.</summary>
sealed record EventEnvelope
{
    public string? Type { get; init; }

    /// <summary>Of a request that only asks whether the door is ours.</summary>
    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    public string? EnterpriseId { get; init; }

    public string? ContextEnterpriseId { get; init; }

    public string? ApiAppId { get; init; }

    /// <summary>What happened; its shape is another for every type.</summary>
    public JsonElement? Event { get; init; }

    /// <summary>When it happened, in seconds since 1970: the same on every delivery.</summary>
    public long? EventTime { get; init; }

    /// <summary>One install that can see it.</summary>
    public EventAuthorization?[]? Authorizations { get; init; }

    public bool? IsExtSharedChannel { get; init; }

    /// <summary>Of a note that Slack holds events back.</summary>
    public long? MinuteRateLimited { get; init; }
}

/// <summary>An install that can see an event.</summary>
sealed record EventAuthorization(string? EnterpriseId, string? TeamId, string? UserId, bool? IsBot, bool? IsEnterpriseInstall);
