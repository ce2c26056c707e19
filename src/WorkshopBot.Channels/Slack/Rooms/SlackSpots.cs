using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>A conversation to write in, and whose token writes there.</summary>
sealed record SlackSpot(InstallId Install, string Channel);

/// <summary>Where to write, or what came of looking for it.</summary>
sealed record SlackSpotFound(SlackSpot? Spot, SlackReply? Fault);

/// <summary>Finds where rooms and people are written to. A person's own chat that has never been is opened, once, however many ask for it at a time. Throws what reading the storage throws.</summary>
sealed class SlackSpots(SlackApi api, SlackBook book)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, Task<SlackSpotFound>> _opening = new(StringComparer.Ordinal);

    public async ValueTask<SlackSpot?> Find(Address to, CancellationToken ct) => (await Look(to, ct).ConfigureAwait(false)).Spot;

    /// <summary>Like <see cref="Find"/>, and says why there is none.</summary>
    public async ValueTask<SlackSpotFound> Look(Address to, CancellationToken ct)
    {
        if (SlackKey.Read(to.Key) is not { } key)
            return Unknown;
        if (to is Address.Room)
        {
            var room = await book.Room(to.Key, ct).ConfigureAwait(false);
            return await Install(room?.Install, key, ct).ConfigureAwait(false) is { } install ? new(new(install, room?.Channel ?? key.Id), null) : Unknown;
        }
        var person = await book.Person(to.Key, ct).ConfigureAwait(false);
        if (await Install(person?.Install, key, ct).ConfigureAwait(false) is not { } home)
            return Unknown;
        if (person?.Dm is { Length: > 0 } dm)
            return new(new(home, dm), null);
        return await Opened(to.Key, home, person?.User ?? key.Id).WaitAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Somebody's own chat is not where it was.</summary>
    public async ValueTask Forget(Address.Person to, CancellationToken ct) => await book.See(to.Key, new SlackPersonNote(Dm: ""), ct).ConfigureAwait(false);

    // Who was named but never heard is of the install that sees their tenant.
    async ValueTask<InstallId?> Install(string? noted, SlackKey key, CancellationToken ct) => InstallId.Read(noted) ?? await book.Install(key.Tenant, ct).ConfigureAwait(false);

    Task<SlackSpotFound> Opened(string person, InstallId install, string user)
    {
        lock (_lock)
            return _opening.TryGetValue(person, out var going) ? going : _opening[person] = Task.Run(() => Open(person, install, user));
    }

    // Belongs to all who wait for it, so none of them ends it.
    async Task<SlackSpotFound> Open(string person, InstallId install, string user)
    {
        try
        {
            var reply = await api.Call(install, new SlackCall(SlackMethods.OpenChat) { { "users", user } }, CallRank.Kept, CancellationToken.None).ConfigureAwait(false);
            if (reply is not SlackReply.Done done)
                return new(null, reply);
            if (SlackJson.Member(done.Body, "channel") is not { } channel || SlackJson.Said(channel, "id") is not { } id)
                return new(null, new SlackReply.Refused("no-channel"));
            await book.See(person, new SlackPersonNote(install.ToString(), user, Dm: id), CancellationToken.None).ConfigureAwait(false);
            return new(new(install, id), null);
        }
        finally
        {
            lock (_lock)
                _opening.Remove(person);
        }
    }

    static SlackSpotFound Unknown { get; } = new(null, new SlackReply.Lost(LostReason.Unknown));
}
