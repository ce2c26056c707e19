using System.Globalization;
using System.Text.Json;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Protocol;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack;

/// <summary>Looks in a conversation, or in one thread of it, for the message that an operation of ours has posted.</summary>
sealed class SlackLook(SlackApi api)
{
    const int MostPages = 10;

    /// <summary>Clocks apart, and a post that was long on its way.</summary>
    static readonly TimeSpan Around = TimeSpan.FromMinutes(5);

    /// <summary>Where the app may look only now and then, this is not worth waiting for.</summary>
    static readonly TimeSpan TooSeldom = TimeSpan.FromSeconds(30);

    public async ValueTask<FindOutcome> Find(SlackSpot spot, string? root, string operation, DateTimeOffset when, CancellationToken ct)
    {
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var call = new SlackCall(root is null ? SlackMethods.History : SlackMethods.Replies)
            {
                { "channel", spot.Channel }, { "ts", root }, { "oldest", Bound(when - Around) }, { "latest", Bound(when + Around) }, { "inclusive", "true" },
                { "limit", "100" }, { "include_all_metadata", "true" }, { "cursor", cursor },
            };
            switch (await api.Call(spot.Install, call, CallRank.Kept, ct).ConfigureAwait(false))
            {
                case SlackReply.Done done when Among(done.Body, operation) is { } ts:
                    return new FindOutcome.Found(ts);
                // Where it is sent in a circle there is more that was never seen.
                case SlackReply.Done done when done.Next is { } next:
                    if (next == cursor)
                        return new FindOutcome.Unknown();
                    cursor = next;
                    break;
                case SlackReply.Done:
                    return new FindOutcome.NotThere();
                case SlackReply.Later later when later.After < TooSeldom:
                    return new FindOutcome.Later(later.After);
                case SlackReply.Refused { Error: "thread_not_found" }:
                    return new FindOutcome.NotThere();
                default:
                    return new FindOutcome.Unknown();
            }
        }
        return new FindOutcome.Unknown();
    }

    static string? Among(JsonElement body, string operation)
    {
        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var message in messages.EnumerateArray())
            if (SlackJson.Member(message, "metadata") is { } mark && SlackJson.Text(mark, "event_type") == PostMark.Type && SlackJson.Member(mark, "event_payload") is { } payload
                && SlackJson.Text(payload, "op") == operation && SlackJson.Said(message, "ts") is { } ts)
                return ts;
        return null;
    }

    // A time, written as the ids of messages are.
    static string Bound(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.000000");
}
