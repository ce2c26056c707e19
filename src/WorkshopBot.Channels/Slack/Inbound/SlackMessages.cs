using System.Collections.Immutable;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Messages, and what became of them. Pure. What no person wrote is passed over, and what was said in a channel to nobody and under nothing.</summary>
/// <param name="origin">The install.</param>
/// <param name="bot">Id of the bot's own user.</param>
sealed class SlackMessages(SlackOrigin origin, string? bot)
{
    /// <summary>Slack itself talks under this name.</summary>
    const string Slackbot = "USLACKBOT";

    const int MostFiles = 50;
    const int MostOfLink = 2_000;

    /// <param name="message">The event.</param>
    /// <param name="isMention">It came because it names the bot: it comes once more as any other message, and both are one turn.</param>
    public SlackRead Read(SlackMessage message, bool isMention)
    {
        if (!SlackIds.IsId(message.Channel))
            return SlackRead.Malformed;
        return message.Subtype switch
        {
            null or "" or "file_share" or "thread_broadcast" or "me_message" => New(message, message.Channel, isMention),
            "message_changed" => Changed(message, message.Channel),
            "message_deleted" => Deleted(message.PreviousMessage, message.Channel, message.DeletedTs),
            "channel_convert_to_private" => Converted(message, "private"),
            "channel_convert_to_public" => Converted(message, "public"),
            _ => SlackRead.Nothing,
        };
    }

    /// <summary>A message as it would have been heard, whoever wrote it; null where it has no id.</summary>
    public SlackInput.Typed? Typed(SlackMessage message, string channel)
    {
        if (!SlackIds.IsTs(message.Ts))
            return null;
        var (text, mentions, others) = SlackText.Of(message.Text, message.Blocks, bot);
        var place = origin.At(channel, SlackIds.IsId(message.User) ? message.User : "") with
        {
            // In doubt whoever wrote it is a guest.
            UserTeam = SlackIds.Known(message.UserTeam ?? message.SourceTeam ?? message.Team), UserName = Called(message),
        };
        return new(place, text, message.Ts)
        {
            TurnId = Turn(channel, message.Ts), Thread = SlackIds.IsTs(message.ThreadTs) && message.ThreadTs != message.Ts ? message.ThreadTs : null, Mentions = mentions, Others = others, Files = Links(message.Files),
        };
    }

    /// <summary>What Slack calls who wrote it, in passing.</summary>
    public static string Called(SlackMessage message) =>
        SlackIds.Name(message.UserProfile is { } profile ? (profile.DisplayName is { Length: > 0 } shown ? shown : profile.RealName) : message.Username);

    SlackRead New(SlackMessage message, string channel, bool isMention)
    {
        if (!IsPersons(message))
            return SlackRead.Nothing;
        if (Typed(message, channel) is not { } typed)
            return SlackRead.Malformed;
        typed = typed with { Mentions = typed.Mentions || isMention, IsMention = isMention };
        // The mention was put in later: the same is told of the message as a change.
        if (isMention && SlackIds.IsTs(message.Edited?.Ts))
            typed = Edited(typed, message.Edited.Ts);
        return IsForUs(typed) && (typed.Text.Length > 0 || typed.Mentions || typed.Files.Length > 0) ? typed : SlackRead.Nothing;
    }

    // A change is told too when a link gets its picture, or when we change a message of ours.
    SlackRead Changed(SlackMessage change, string channel) => change switch
    {
        // The first message of a thread does not go: something else is put in its place.
        { Message.Subtype: "tombstone" } => Deleted(change.PreviousMessage, channel, change.Message.Ts),
        { Message: { Subtype: null or "" or "file_share" or "thread_broadcast" or "me_message", Edited.Ts: { } edited } now, PreviousMessage: var before }
            when IsPersons(now) && SlackIds.IsTs(edited) && now.Text != before?.Text && Typed(now, channel) is { } typed =>
            IsForUs(typed) || Mentioned(before) ? Edited(typed, edited) : SlackRead.Nothing,
        _ => SlackRead.Nothing,
    };

    SlackRead Deleted(SlackMessage? gone, string channel, string? ts)
    {
        if (gone is null || !IsPersons(gone) || Typed(gone with { Ts = gone.Ts ?? ts }, channel) is not { } typed || !IsForUs(typed))
            return SlackRead.Nothing;
        return typed with { Text = "", Others = [], Files = [], Change = TurnChangeKind.Deleted, Of = typed.TurnId, TurnId = $"{typed.TurnId}|deleted" };
    }

    SlackRead Converted(SlackMessage message, string to) => new SlackInput.Happened(origin.At(message.Channel!, SlackIds.IsId(message.User) ? message.User : ""), SlackHappening.ChannelConverted)
    {
        Detail = to, TurnId = Turn(message.Channel!, SlackIds.IsTs(message.Ts) ? message.Ts : ""),
    };

    static SlackInput.Typed Edited(SlackInput.Typed typed, string edited) =>
        typed with { Change = TurnChangeKind.Edited, Of = typed.TurnId, TurnId = $"{typed.TurnId}|{edited}" };

    // Apps post as somebody too, and so do we.
    bool IsPersons(SlackMessage message) =>
        string.IsNullOrEmpty(message.BotId) && SlackIds.IsId(message.User) && message.User != bot && message.User != Slackbot && (message.AppId is null || message.AppId != origin.App);

    bool Mentioned(SlackMessage? before) => before is not null && SlackText.Of(before.Text, before.Blocks, bot).Mentions;

    static bool IsForUs(SlackInput.Typed typed) => typed.Place.IsPersonal || typed.Thread is not null || typed.Mentions;

    string Turn(string channel, string ts) => SlackIds.Turn(origin.Scope, channel, ts);

    static ImmutableArray<string> Links(SlackFile?[]? files) =>
        [.. (files ?? []).Select(file => file?.Permalink).OfType<string>().Where(link => link.Length is > 0 and <= MostOfLink && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps).Take(MostFiles)];
}
