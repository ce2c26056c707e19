using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack;

/// <summary>
/// Slack as a chat that kept messages are posted to. A message in a channel stands in a thread; a person's own chat has none. Each is blocks with all they say as text; where a
/// workspace does not take the blocks, plainer ones, and else the text alone.
/// </summary>
/// <param name="api">Calls Slack.</param>
/// <param name="spots">Where rooms and people are.</param>
/// <param name="render">Makes blocks of a message.</param>
/// <param name="name">What people call the bot.</param>
/// <param name="log">Told of conversations that are lost, and of what was refused; never of what was said.</param>
sealed class SlackChannel(SlackApi api, SlackSpots spots, Func<Message, BlockCard> render, string name, ILogger log) : IChannel
{
    static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    readonly SlackLook _look = new(api);

    public string Platform => SlackKey.Platform;

    public ChannelLimits Limits { get; } = new(TimeSpan.FromSeconds(2), Finds: true) { EditsPerMinute = SlackMethods.Of(SlackMethods.Update).PerMinute };

    public ChatPlace Place(Address to) => HasThreads(to) ? new(Threads: true, $"@{name}") : new(Threads: false, null);

    public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
    {
        var thread = HasThreads(to) ? root : null;
        var mark = ArgumentJson.Write(new PostMark(PostMark.Type, new(operation)));
        var reply = await Written(to, message, (spot, blocks, text) => new(SlackMethods.Post)
        {
            { "channel", spot.Channel }, { "text", text }, { "blocks", blocks }, { "thread_ts", thread }, { "metadata", mark }, { "unfurl_links", "false" }, { "unfurl_media", "false" }, { "parse", "none" },
        }, ct).ConfigureAwait(false);
        return reply switch
        {
            SlackReply.Done done when done.Text("ts") is { Length: > 0 } ts => new PostOutcome.Posted(ts),
            SlackReply.Later later => new PostOutcome.Later(later.After),
            SlackReply.Lost lost => new PostOutcome.Lost(Told(to, lost.Reason)),
            SlackReply.Refused refused => new PostOutcome.Lost(Told(to, LostReason.Refused, refused.Error)),
            _ => new PostOutcome.Unknown(),
        };
    }

    public async ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
    {
        // Blocks that are not said to be none would stay.
        var reply = await Written(to, message, (spot, blocks, text) => new(SlackMethods.Update)
        {
            { "channel", spot.Channel }, { "ts", platformId }, { "text", text }, { "blocks", blocks ?? "[]" }, { "parse", "none" },
        }, ct).ConfigureAwait(false);
        return reply switch
        {
            SlackReply.Done => new EditOutcome.Edited(),
            SlackReply.Later later => new EditOutcome.Later(later.After),
            SlackReply.Lost lost => new EditOutcome.Lost(Told(to, lost.Reason)),
            SlackReply.Refused refused when SlackErrors.IsMissing(refused.Error) => new EditOutcome.Missing(),
            SlackReply.Refused refused => new EditOutcome.Lost(Told(to, LostReason.Refused, refused.Error)),
            _ => new EditOutcome.Unknown(),
        };
    }

    public async ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => await Spot(to, ct).ConfigureAwait(false) switch
    {
        { Spot: { } spot } => await _look.Find(spot, HasThreads(to) ? root : null, operation, when, ct).ConfigureAwait(false),
        { Fault: SlackReply.Later later } => new FindOutcome.Later(later.After),
        _ => new FindOutcome.Unknown(),
    };

    static bool HasThreads(Address to) => to is Address.Room && SlackKey.Read(to.Key) is { IsPersonal: false };

    async ValueTask<SlackReply> Written(Address to, Message message, Func<SlackSpot, string?, string, SlackCall> call, CancellationToken ct)
    {
        var (spot, fault) = await Spot(to, ct).ConfigureAwait(false);
        if (spot is null)
            return fault!;
        var reply = await Fitting(spot, message, call, ct).ConfigureAwait(false);
        if (to is not Address.Person person || reply is not SlackReply.Lost { Reason: LostReason.NotFound })
            return reply;
        // Their chat may be another one since the app was installed anew.
        await spots.Forget(person, ct).ConfigureAwait(false);
        (var other, fault) = await Spot(to, ct).ConfigureAwait(false);
        return other is null ? fault! : other == spot ? reply : await Fitting(other, message, call, ct).ConfigureAwait(false);
    }

    // What a workspace does not take as it is goes once more without what it may not know yet, and then as text.
    async ValueTask<SlackReply> Fitting(SlackSpot spot, Message message, Func<SlackSpot, string?, string, SlackCall> call, CancellationToken ct)
    {
        var card = render(message);
        SlackReply reply = new SlackReply.Refused("");
        foreach (var blocks in (string?[])[Encoding.UTF8.GetString(card.Blocks.Span), card.Plainer is { } plainer ? Encoding.UTF8.GetString(plainer.Span) : "", null])
        {
            if (blocks?.Length == 0)
                continue;
            reply = await api.Call(spot.Install, call(spot, blocks, card.Text), CallRank.Kept, ct).ConfigureAwait(false);
            if (reply is not SlackReply.Refused refused || !SlackErrors.IsOfBlocks(refused.Error))
                return reply;
            log.LogError("Slack does not take the blocks of card {Card}: {Error}", message.Card, refused.Error);
        }
        return reply;
    }

    async ValueTask<SlackSpotFound> Spot(Address to, CancellationToken ct)
    {
        try
        {
            return await spots.Look(to, ct).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The storage cannot tell, or whoever asked gave up: nothing was sent.
            if (e is not OperationCanceledException)
                log.LogError("Notes on Slack cannot be read: {Fault}", e.GetType().Name);
            return new(null, new SlackReply.Later(AfterFault));
        }
    }

    string Told(Address to, string reason, string code = "")
    {
        log.LogWarning("A conversation of Slack is lost: {Reason} {Code} {Conversation}", reason, code, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.Key)).AsSpan(0, 6)));
        return reason;
    }
}
