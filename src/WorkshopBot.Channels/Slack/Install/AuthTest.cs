using System.Net.Http.Headers;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Asks Slack whose a token is.</summary>
static class AuthTest
{
    public static AuthenticationHeaderValue Proof(string token) => new("Bearer", token);

    public static Task<SlackReply> Ask(SlackAsk ask, string token, CancellationToken ct) => ask(new(SlackMethods.Test), Proof(token), ct);

    /// <summary>Who the bot is; null when it is not told.</summary>
    public static Installed? Read(SlackReply.Done reply, string token)
    {
        var (team, enterprise) = (Id(reply, "team_id"), Id(reply, "enterprise_id"));
        var isOrg = SlackJson.Is(reply.Body, "is_enterprise_install");
        // Of a whole organisation the team is told as the organisation itself.
        var id = isOrg ? new InstallId(enterprise ?? team, null) : new(enterprise, team);
        return id.Tenant.Length > 0 && (isOrg || team is not null) && Id(reply, "user_id") is { } user ? new(id, token, user, Id(reply, "app_id") ?? "") : null;
    }

    static string? Id(SlackReply.Done reply, string name) => SlackJson.Said(reply.Body, name);
}
