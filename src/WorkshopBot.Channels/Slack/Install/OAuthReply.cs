using System.Text.Json;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What Slack hands over for a code, or for a refresh token.</summary>
/// <param name="Id">Where the app is installed.</param>
/// <param name="BotUser">Id of the bot's own user.</param>
/// <param name="App">Id of the app.</param>
/// <param name="Scopes">What it may do there.</param>
/// <param name="Tokens">What it calls with.</param>
/// <param name="Name">What the workspace or organisation is called; empty where it is not told.</param>
sealed record OAuthReply(InstallId Id, string BotUser, string App, string Scopes, InstallTokens Tokens, string Name)
{
    /// <summary>Null when it is not whole.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="now">When it was asked for: what the time it is good for counts from.</param>
    public static OAuthReply? Read(SlackReply.Done reply, DateTimeOffset now)
    {
        var isOrg = SlackJson.Is(reply.Body, "is_enterprise_install");
        var (team, enterprise) = (Of(reply.Body, "team"), Of(reply.Body, "enterprise"));
        var (token, refresh) = (reply.Text("access_token"), SlackJson.Said(reply.Body, "refresh_token"));
        DateTimeOffset? ends = reply.Body.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var good) ? now.AddSeconds(good) : null;
        return reply.Text("token_type") == "bot" && token.Length > 0 && reply.Text("bot_user_id") is { Length: > 0 } user && (isOrg ? enterprise : team) is not null && (ends is null || refresh is not null)
            ? new(new(enterprise, isOrg ? null : team), user, reply.Text("app_id"), reply.Text("scope"), new(token, refresh, ends), Of(reply.Body, isOrg ? "enterprise" : "team", "name") ?? "") : null;
    }

    static string? Of(JsonElement body, string name, string part = "id") =>
        SlackJson.Member(body, name) is { } one ? SlackJson.Said(one, part) : null;
}
