using System.Net.Http.Headers;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>Calls that belong to no install yet, and bring their own proof: who the bot is, what an install code is worth, where to connect. They are few, so nothing is counted.</summary>
/// <param name="http">Follows no redirects.</param>
/// <param name="address">Ends with a slash.</param>
/// <param name="allowLoopback">It may be this machine.</param>
/// <param name="time">The clock.</param>
public sealed class SlackAsking(HttpClient http, Uri address, bool allowLoopback, TimeProvider time)
{
    readonly SlackWire _wire = new(http, address, allowLoopback, time, Random.Shared.NextDouble);

    /// <summary>What became of it; a code of Slack's own as it was said, whatever it means for an install.</summary>
    public async Task<SlackReply> Ask(SlackCall call, AuthenticationHeaderValue proof, CancellationToken ct) =>
        await _wire.Call(call, proof, 0, ct).ConfigureAwait(false) is var answer && answer is { Error.Length: > 0, Reply: SlackReply.Lost or SlackReply.Refused } ? new SlackReply.Refused(answer.Error) : answer.Reply;
}
