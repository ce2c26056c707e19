namespace WorkshopBot.Fakes.Slack;

/// <summary>A method of the Web API: what it takes, who may call it and how often.</summary>
/// <param name="PerMinute">How often in a minute for one workspace; 0 for what is counted in another way or not at all.</param>
/// <param name="TakesJson">Whether its arguments may come as JSON, and not only as a form.</param>
/// <param name="Scopes">Any one of them is needed; none when empty.</param>
sealed record SlackMethod(string Name, int PerMinute, bool TakesJson, string[] Scopes, string[] Required, string[] Optional)
{
    public bool Takes(string argument) => Required.Contains(argument) || Optional.Contains(argument);

    /// <summary>No bot's token is asked for.</summary>
    public bool IsOpen => Name is "api.test" or "blocks.validate" or "oauth.v2.access";
}

/// <summary>The methods there are here; Slack has more.</summary>
static class SlackMethods
{
    const int Tier3 = 50;
    const int Tier4 = 100;

    public static readonly IReadOnlyDictionary<string, SlackMethod> All = new[]
    {
        Of("api.test", Tier4, true, "", "", "error"),
        Of("auth.test", 0, true, "", "", ""),
        Of("auth.revoke", Tier3, false, "", "", "test"),
        Of("blocks.validate", 0, true, "", "", "blocks message view"),
        Of("oauth.v2.access", 0, false, "", "", "assertion client_id client_secret code code_verifier grant_type redirect_uri refresh_token"),
        Of("apps.connections.open", Tier3, true, "", "", ""),
        Of("chat.postMessage", 0, true, "chat:write", "channel", "as_user attachments blocks icon_emoji icon_url link_names markdown_text metadata mrkdwn parse reply_broadcast text thread_ts unfurl_links unfurl_media username"),
        Of("chat.update", Tier3, true, "chat:write", "ts channel", "as_user attachments blocks file_ids link_names markdown_text metadata parse reply_broadcast text unfurled_attachments"),
        Of("chat.postEphemeral", Tier4, true, "chat:write", "user channel", "as_user attachments blocks icon_emoji icon_url link_names markdown_text metadata parse text thread_ts username"),
        Of("chat.delete", Tier3, true, "chat:write", "ts channel", "as_user"),
        Of("chat.getPermalink", 0, false, "", "channel message_ts", ""),
        Of("views.open", Tier4, true, "", "view", "interactivity_pointer trigger_id"),
        Of("views.push", Tier4, true, "", "view", "interactivity_pointer trigger_id"),
        Of("views.update", Tier4, true, "", "view", "external_id hash view_id"),
        Of("views.publish", Tier4, true, "", "user_id view", "hash interactivity_pointer"),
        Of("conversations.open", Tier3, true, "channels:manage groups:write im:write mpim:write", "", "channel prevent_creation return_im users"),
        Of("conversations.info", Tier3, false, "groups:read im:read mpim:read channels:read", "channel", "include_locale include_num_members"),
        Of("conversations.members", Tier4, false, "groups:read im:read mpim:read channels:read", "channel", "cursor limit"),
        Of("conversations.history", Tier3, true, "groups:history im:history mpim:history channels:history", "channel", "cursor include_all_metadata inclusive latest limit oldest"),
        Of("conversations.replies", Tier3, false, "groups:history im:history mpim:history channels:history", "channel ts", "cursor include_all_metadata inclusive latest limit oldest"),
        Of("users.info", Tier4, false, "users:read", "user", "include_locale"),
        Of("team.info", Tier3, true, "team:read", "", "domain team"),
        Of("files.getUploadURLExternal", Tier4, false, "files:write", "length filename", "alt_txt snippet_type"),
        Of("files.completeUploadExternal", Tier4, true, "files:write", "files", "blocks channel_id channels icon_emoji icon_url initial_comment thread_ts username"),
    }.ToDictionary(method => method.Name, StringComparer.Ordinal);

    static SlackMethod Of(string name, int perMinute, bool json, string scopes, string required, string optional) => new(name, perMinute, json, Words(scopes), Words(required), Words(optional));

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
