namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>Finds where rooms and people are written to. A person's own chat that has never been is made, once, however many ask for it at a time. Throws what reading the storage throws.</summary>
/// <param name="sender">Calls the Connector.</param>
/// <param name="book">What is known of rooms and people.</param>
/// <param name="bot">The bot's id ("28:…").</param>
public sealed class TeamsSpots(TeamsSender sender, TeamsBook book, string bot)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, Task<SpotFound>> _making = new(StringComparer.Ordinal);

    public async ValueTask<SpotFound> Find(Address to, CancellationToken ct)
    {
        if (TeamsKey.Read(to.Key) is not { } key)
            return Unknown;
        if (to is Address.Room)
            return Host((await book.Room(to.Key, ct).ConfigureAwait(false))?.Service) is { } service ? new(new(to, key.Tenant, new(service, key.Id)), null) : Unknown;
        var note = await book.Person(to.Key, ct).ConfigureAwait(false);
        if (Host(note?.Service) is not { } host)
            return Unknown;
        if (note!.Chat is { } chat)
            return new(new(to, key.Tenant, new(host, chat)), null);
        return note.Id is { } id ? await Made(new(to, key.Tenant, new(host, to.Key)), id).WaitAsync(ct).ConfigureAwait(false) : Unknown;
    }

    Task<SpotFound> Made(TeamsSpot person, string id)
    {
        lock (_lock)
            return _making.TryGetValue(person.Key.Key, out var going) ? going : _making[person.Key.Key] = Task.Run(() => Make(person, id));
    }

    // Belongs to all who wait for it, so none of them ends it.
    async Task<SpotFound> Make(TeamsSpot person, string id)
    {
        try
        {
            var answer = await sender.CreatePersonal(person, bot, id).ConfigureAwait(false);
            if (answer is not ConnectorAnswer.Done done)
                // Made twice it is the same, so nothing is unknown about it.
                return new(null, answer is ConnectorAnswer.Unknown ? new ConnectorAnswer.Later(Backoff.Of(0, 1)) : answer);
            await book.See(person.Key.Key, new PersonNote(Chat: done.Id), CancellationToken.None).ConfigureAwait(false);
            return new(person with { To = new(done.Moved ?? person.To.Service, done.Id) }, null);
        }
        finally
        {
            lock (_lock)
                _making.Remove(person.Key.Key);
        }
    }

    static Uri? Host(string? service) => Uri.TryCreate(service, UriKind.Absolute, out var host) ? host : null;

    static SpotFound Unknown { get; } = new(null, new ConnectorAnswer.Lost(LostReason.Unknown));
}

/// <summary>Where to write, or why not.</summary>
public sealed record SpotFound(TeamsSpot? Spot, ConnectorAnswer? Fault);
