using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Cards;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// Microsoft Teams as a chat that kept messages are posted to. A message in a channel stands in a thread; elsewhere there are none. Each is a card, or, where
/// the card would be too big for Teams, what it says as text.
/// </summary>
/// <param name="sender">Calls the Connector.</param>
/// <param name="spots">Where rooms and people are.</param>
/// <param name="bind">Makes a card of a message for a place.</param>
/// <param name="name">What people call the bot.</param>
/// <param name="log">Told of conversations that are lost, and of what was refused; never of what was said.</param>
public sealed class TeamsChannel(TeamsSender sender, TeamsSpots spots, Func<Message, CancellationToken, ValueTask<BoundCard>> bind, string name, ILogger log) : IChannel
{
    /// <summary>Until a call is made again that only other settings, or another version of the bot, can bring through.</summary>
    static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);

    static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    public string Platform => TeamsKey.Platform;

    public ChannelLimits Limits { get; } = new(TimeSpan.FromSeconds(2), Finds: false);

    public ChatPlace Place(Address to) => to is Address.Person || TeamsKey.Read(to.Key) is not { IsPersonal: false } key ? new(Threads: false, null) : new(key.IsChannel, $"@{name}") { Views = TeamsCard.MostViews };

    public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
    {
        var (spot, fault) = await Spot(to, ct).ConfigureAwait(false);
        if (spot is null)
            return Posted(fault!, to, null);
        var isChannel = to is Address.Room && TeamsKey.Read(to.Key)!.IsChannel;
        // A root may come as the platform id of the message that is it.
        var thread = isChannel && root is not null ? TeamsMessageId.Read(root) is var id ? id.Root ?? id.Id : null : null;
        var answer = await Fitting(to, message, activity =>
            isChannel && thread is null ? sender.CreateThread(spot, activity, ThrottleRank.Kept, ct) : sender.Send(spot.Thread(thread), activity, ThrottleRank.Kept, ct), ct).ConfigureAwait(false);
        return answer is ConnectorAnswer.Done { Activity: var first } made && isChannel && thread is null
            ? (first ?? ConversationRef.Root(made.Id)) is { } begun ? new PostOutcome.Posted(new TeamsMessageId(begun, begun).ToString()) : new PostOutcome.Unknown()
            : Posted(answer, to, thread);
    }

    public async ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
    {
        var (root, id) = TeamsMessageId.Read(platformId);
        var (spot, fault) = await Spot(to, ct).ConfigureAwait(false);
        var answer = spot is null ? fault! : await Fitting(to, message, activity => sender.Edit(spot.Thread(root), id, activity, ThrottleRank.Kept, ct), ct).ConfigureAwait(false);
        return answer switch
        {
            ConnectorAnswer.Done => new EditOutcome.Edited(),
            ConnectorAnswer.Gone => new EditOutcome.Missing(),
            _ => Failed(answer, to) switch
            {
                (null, { } after) => new EditOutcome.Later(after),
                ({ } reason, _) => new EditOutcome.Lost(reason),
                _ => new EditOutcome.Unknown(),
            },
        };
    }

    public ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => ValueTask.FromResult<FindOutcome>(new FindOutcome.Unknown());

    async ValueTask<SpotFound> Spot(Address to, CancellationToken ct)
    {
        try
        {
            return await spots.Find(to, ct).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The storage cannot tell, or whoever asked gave up: nothing was sent.
            if (e is not OperationCanceledException)
                log.LogError("Notes on Teams cannot be read: {Fault}", e.GetType().Name);
            return new(null, new ConnectorAnswer.Later(AfterFault));
        }
    }

    // What does not fit as a card is said as text, and as a brief one where that does not fit either.
    async ValueTask<ConnectorAnswer> Fitting(Address to, Message message, Func<ReadOnlyMemory<byte>, ValueTask<ConnectorAnswer>> call, CancellationToken ct)
    {
        var card = await bind(message, ct).ConfigureAwait(false);
        ConnectorAnswer answer = new ConnectorAnswer.TooBig();
        foreach (var activity in OutboundActivity.Fitting(card, message.Brief))
            if (answer is ConnectorAnswer.TooBig)
                answer = await call(activity).ConfigureAwait(false);
        return answer;
    }

    PostOutcome Posted(ConnectorAnswer answer, Address to, string? root) => answer is ConnectorAnswer.Done done
        ? new PostOutcome.Posted(new TeamsMessageId(root, done.Id).ToString())
        : Failed(answer, to) switch
        {
            (null, { } after) => new PostOutcome.Later(after),
            ({ } reason, _) => new PostOutcome.Lost(reason),
            _ => new PostOutcome.Unknown(),
        };

    // Lost with a reason, or later after a while; with neither it is not known.
    (string? Lost, TimeSpan? After) Failed(ConnectorAnswer answer, Address to)
    {
        switch (answer)
        {
            case ConnectorAnswer.Later later:
                return (null, later.After);
            case ConnectorAnswer.Lost lost:
                return Told(to, lost.Reason, "");
            case ConnectorAnswer.Gone:
                return Told(to, LostReason.Gone, "");
            case ConnectorAnswer.TooBig:
                return Told(to, LostReason.Refused, "MessageSizeTooBig");
            case ConnectorAnswer.Refused { Status: 401 } refused:
                log.LogError("The Connector does not know the bot: {Code}", refused.Code);
                return (null, AfterRefusal);
            case ConnectorAnswer.Refused refused:
                return Told(to, LostReason.Refused, $"{refused.Status} {refused.Code}");
            default:
                return (null, null);
        }
    }

    (string?, TimeSpan?) Told(Address to, string reason, string code)
    {
        log.LogWarning("A conversation of Teams is lost: {Reason} {Code} {Conversation}", reason, code, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.Key)).AsSpan(0, 6)));
        return (reason, null);
    }
}
