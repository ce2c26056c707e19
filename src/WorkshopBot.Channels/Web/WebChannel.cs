namespace WorkshopBot.Channels.Web;

/// <summary>
/// The try-it page as a chat: what is posted lies on a shelf and is told to whoever has the page open, on whichever node.
/// It holds nothing itself. Card and text of a message come from whoever binds cards.
/// </summary>
public sealed class WebChannel(IWebShelf shelf, Func<Message, (ReadOnlyMemory<byte> Json, string Text)> bind, TimeProvider time) : IChannel, IDisposable
{
    readonly SemaphoreSlim _turn = new(1);      // a new version is read and written by one at a time

    public string Platform => TryNames.Platform;

    public ChannelLimits Limits { get; } = new(TimeSpan.FromSeconds(2), Finds: true) { Within = true };

    internal WebListeners Listeners { get; } = new(shelf, time);

    public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
    {
        var (card, text) = bind(message);
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var there = await shelf.Find(Place(to), operation, ct).ConfigureAwait(false);
            var isThere = there.Message is not null || (there.Told && await Put(to, new(operation, message.Key, root, 1, text, card, time.GetUtcNow()), ct).ConfigureAwait(false));
            return isThere ? new PostOutcome.Posted(operation) : new PostOutcome.Unknown();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
    {
        var (card, text) = bind(message);
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var there = await shelf.Find(Place(to), platformId, ct).ConfigureAwait(false);
            if (there.Message is not { } old)
                return there.Told ? new EditOutcome.Missing() : new EditOutcome.Unknown();
            var edited = old with { Key = message.Key, Version = old.Version + 1, Text = text, Card = card };
            return await Put(to, edited, ct).ConfigureAwait(false) ? new EditOutcome.Edited() : new EditOutcome.Unknown();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) =>
        await shelf.Find(Place(to), operation, ct).ConfigureAwait(false) switch
        {
            { Told: false } => new FindOutcome.Unknown(),
            { Message: null } => new FindOutcome.NotThere(),
            _ => new FindOutcome.Found(operation),
        };

    public void Dispose()
    {
        Listeners.Dispose();
        _turn.Dispose();
    }

    /// <summary>What a person sees: the messages of the room, and those of their own chat. Null when nobody can tell now.</summary>
    internal async ValueTask<IReadOnlyList<MessageBody>?> Kept(Room room, Person person, CancellationToken ct)
    {
        var own = TryNames.OwnChat(person.Key);
        return await shelf.Load(room.Key, ct).ConfigureAwait(false) is { } shared && await shelf.Load(own, ct).ConfigureAwait(false) is { } personal
            ? [.. shared.Select(message => MessageBody.Of(message, room.Key)), .. personal.Select(message => MessageBody.Of(message, own))]
            : null;
    }

    /// <summary>A message as it would be seen, were it posted.</summary>
    internal MessageBody Unkept(Message message)
    {
        var (card, text) = bind(message);
        return new(message.Card, message.Card, 1, text, new(card), null, Private: false, time.GetUtcNow());
    }

    async ValueTask<bool> Put(Address to, WebMessage message, CancellationToken ct)
    {
        if (!await shelf.Save(Place(to), message, ct).ConfigureAwait(false))
            return false;
        Listeners.Tell(Place(to), MessageBody.Of(message, Place(to)));
        return true;
    }

    // A person and the room that is their own chat are one place.
    static string Place(Address to) => to is Address.Person ? TryNames.OwnChat(to.Key) : to.Key;
}
