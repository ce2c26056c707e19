using System.Collections.Frozen;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What an error of Slack's means for whoever called.</summary>
enum SlackErrorKind
{
    /// <summary>A fault of ours, or something the caller knows what to do about.</summary>
    Refused,

    /// <summary>The token is no longer any.</summary>
    Revoked,

    /// <summary>The token has run out and can be renewed.</summary>
    Expired,

    /// <summary>What it was about cannot be reached.</summary>
    Lost,

    /// <summary>There were too many calls.</summary>
    Limited,

    /// <summary>It goes by, in minutes.</summary>
    Passing,

    /// <summary>Nobody knows whether it was done.</summary>
    Unsure,
}

/// <summary>An error, and for what is lost the code of why.</summary>
readonly record struct SlackError(SlackErrorKind Kind, string Reason = "");

/// <summary>What Slack's errors mean. The one table of them; what is not in it is refused.</summary>
static class SlackErrors
{
    public static readonly FrozenDictionary<string, SlackError> All = new Dictionary<string, SlackError>(StringComparer.Ordinal)
    {
        ["token_revoked"] = new(SlackErrorKind.Revoked),
        ["account_inactive"] = new(SlackErrorKind.Revoked),
        ["invalid_auth"] = new(SlackErrorKind.Revoked),
        ["token_expired"] = new(SlackErrorKind.Expired),

        ["not_in_channel"] = new(SlackErrorKind.Lost, LostReason.NotInvited),
        ["channel_not_found"] = new(SlackErrorKind.Lost, LostReason.NotFound),
        ["is_archived"] = new(SlackErrorKind.Lost, LostReason.ChannelArchived),
        ["is_inactive"] = new(SlackErrorKind.Lost, LostReason.ChannelArchived),
        ["restricted_action"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["restricted_action_read_only_channel"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["restricted_action_thread_only_channel"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["restricted_action_thread_locked"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["restricted_action_non_threadable_channel"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["posting_to_channel_denied"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["channel_is_limited_access"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["no_permission"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["access_denied"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["accesslimited"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["ekm_access_denied"] = new(SlackErrorKind.Lost, LostReason.NoPermission),
        ["enterprise_is_restricted"] = new(SlackErrorKind.Lost, LostReason.Disabled),
        ["app_access_restricted"] = new(SlackErrorKind.Lost, LostReason.Disabled),
        ["team_access_not_granted"] = new(SlackErrorKind.Lost, LostReason.Uninstalled),
        ["team_not_found"] = new(SlackErrorKind.Lost, LostReason.Uninstalled),
        ["missing_scope"] = new(SlackErrorKind.Lost, LostReason.MissingScope),
        ["messages_tab_disabled"] = new(SlackErrorKind.Lost, LostReason.MessagesOff),
        ["user_disabled"] = new(SlackErrorKind.Lost, LostReason.Deactivated),
        ["user_not_found"] = new(SlackErrorKind.Lost, LostReason.NotFound),
        ["user_not_visible"] = new(SlackErrorKind.Lost, LostReason.NotFound),

        ["ratelimited"] = new(SlackErrorKind.Limited),
        ["rate_limited"] = new(SlackErrorKind.Limited),
        ["message_limit_exceeded"] = new(SlackErrorKind.Passing),
        ["org_login_required"] = new(SlackErrorKind.Passing),
        ["team_added_to_org"] = new(SlackErrorKind.Passing),
        ["external_channel_migrating"] = new(SlackErrorKind.Passing),

        ["internal_error"] = new(SlackErrorKind.Unsure),
        ["fatal_error"] = new(SlackErrorKind.Unsure),
        ["service_unavailable"] = new(SlackErrorKind.Unsure),
        ["request_timeout"] = new(SlackErrorKind.Unsure),
        ["update_failed"] = new(SlackErrorKind.Unsure),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is refused for its blocks, and may go through with others.</summary>
    public static bool IsOfBlocks(string error) => error is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "block_mismatch";

    /// <summary>The message is not there any more, or can never be changed again, which comes to the same.</summary>
    public static bool IsMissing(string error) => error is "message_not_found" or "cant_update_message" or "edit_window_closed";

    // It goes into the log, so it is a word or nothing.
    public static string Clean(string error) => error.Length <= 60 && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? error : "";
}
