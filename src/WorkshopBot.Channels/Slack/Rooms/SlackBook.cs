using System.Text;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>
/// What Slack has told of rooms and people, by their keys. A key is made of the tenant and the id that were seen first and stays, whatever becomes of either: a channel gets
/// another id, a workspace joins an organisation. Throws what reading the storage throws.
/// </summary>
sealed class SlackBook(IChatBook book)
{
    /// <summary>Notes of a kind that are held in memory for certain; at most twice as many are.</summary>
    public const int MostHeld = 4_000;

    const int MostRooms = 500;

    readonly NotePages<SlackRoomNote> _rooms = new(book, "room:", MostHeld, SlackNotesJson.Default.SlackRoomNote, (old, newer) => old.With(newer));
    readonly NotePages<SlackPersonNote> _people = new(book, "person:", MostHeld, SlackNotesJson.Default.SlackPersonNote, (old, newer) => old.With(newer));
    readonly RecentNotes<string> _texts = new(MostHeld);
    readonly RoomLists _lists = new(book, MostRooms);

    public ValueTask<SlackRoomNote?> Room(string key, CancellationToken ct) => _rooms.Find(key, ct);

    public ValueTask<SlackPersonNote?> Person(string key, CancellationToken ct) => _people.Find(key, ct);

    /// <summary>Notes what was seen of a room. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, SlackRoomNote seen, CancellationToken ct) => _rooms.See(key, seen, ct);

    /// <summary>Notes what was seen of a person. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, SlackPersonNote seen, CancellationToken ct) => _people.See(key, seen, ct);

    /// <summary>The tenant that people and rooms of a place are keyed by: that of the workspace when it was first seen.</summary>
    public async ValueTask<string> Tenant(SlackPlace place, CancellationToken ct)
    {
        var install = place.Home;
        // Done in no workspace, it is done where its person is at home; one that was here before its organisation has kept its own tenant.
        if (install.Team is not { Length: > 0 } workspace)
            return (place is { UserTeam: { } own, IsShared: false } ? await TenantOf(own, ct).ConfigureAwait(false) : null) ?? install.Tenant;
        if (install.Enterprise is { } organisation)
            await Joined(workspace, organisation, ct).ConfigureAwait(false);
        if (await TenantOf(workspace, ct).ConfigureAwait(false) is { } tenant)
            return tenant;
        await Write($"slack-tenant:{workspace}", install.Tenant, ct).ConfigureAwait(false);
        return install.Tenant;
    }

    /// <summary>The tenant of a workspace; null for one the bot was never in.</summary>
    public ValueTask<string?> TenantOf(string team, CancellationToken ct) => Text($"slack-tenant:{team}", ct);

    /// <summary>The organisation a workspace has come into; null for none that is known.</summary>
    public ValueTask<string?> Organisation(string team, CancellationToken ct) => Text($"slack-org:{team}", ct);

    /// <summary>A workspace is one of an organisation's.</summary>
    public async ValueTask Joined(string team, string organisation, CancellationToken ct)
    {
        if (await Organisation(team, ct).ConfigureAwait(false) == organisation)
            return;
        await _lists.Add(Teams(organisation), team, ct).ConfigureAwait(false);
        await Write($"slack-org:{team}", organisation, ct).ConfigureAwait(false);
    }

    /// <summary>An install that sees something of a tenant; null for none.</summary>
    public async ValueTask<InstallId?> Install(string tenant, CancellationToken ct) => InstallId.Read(await Text($"slack-sees:{tenant}", ct).ConfigureAwait(false));

    /// <summary>An install sees something of a tenant. Of several workspaces of one organisation one is enough.</summary>
    public async ValueTask Sees(InstallId install, string tenant, CancellationToken ct)
    {
        if (await Install(tenant, ct).ConfigureAwait(false) is not { } known || install.Team is null || known.Team == install.Team)
            await Write($"slack-sees:{tenant}", install.ToString(), ct).ConfigureAwait(false);
    }

    /// <summary>The install of a workspace as things came by it, with its organisation, or the organisation's own.</summary>
    public async ValueTask<InstallId> Known(InstallId install, CancellationToken ct) =>
        install.Team is { } team && await TenantOf(team, ct).ConfigureAwait(false) is { } tenant && await Install(tenant, ct).ConfigureAwait(false) is { Enterprise: not null } known
            ? known with { Team = known.Team is null ? null : team } : install;

    /// <summary>The key of a room, by the id it has now.</summary>
    public async ValueTask<string> RoomKey(string tenant, string channel, CancellationToken ct)
    {
        var key = new SlackKey(tenant, channel).ToString();
        return (await Room(key, ct).ConfigureAwait(false))?.Same ?? key;
    }

    /// <summary>The key of a person, by their id as a tenant sees it.</summary>
    public async ValueTask<string> PersonKey(string tenant, string user, CancellationToken ct)
    {
        var key = new SlackKey(tenant, user).ToString();
        return (await Person(key, ct).ConfigureAwait(false))?.Same ?? key;
    }

    /// <summary>A room has another id from now on; it stays what it was. Its key.</summary>
    public async ValueTask<string> Moved(string tenant, string from, string to, CancellationToken ct)
    {
        var key = await RoomKey(tenant, from, ct).ConfigureAwait(false);
        await See(key, new SlackRoomNote(Channel: to), ct).ConfigureAwait(false);
        if (new SlackKey(tenant, to).ToString() is var other && other != key)
            await See(other, new SlackRoomNote(Same: key), ct).ConfigureAwait(false);
        return key;
    }

    /// <summary>Keys of rooms that an install answers for, so that they can be tried again when it is back: those of its workspace, or of all workspaces of its organisation.</summary>
    public async ValueTask<IReadOnlyList<string>> Rooms(InstallId install, CancellationToken ct)
    {
        var own = await _lists.Find(Rooms(InstallRows.Name(install)), ct).ConfigureAwait(false);
        if (install.Team is not null)
            return own;
        List<string> rooms = [.. own];
        foreach (var team in await _lists.Find(Teams(install.Enterprise), ct).ConfigureAwait(false))
            rooms.AddRange(await _lists.Find(Rooms(team), ct).ConfigureAwait(false));
        return rooms;
    }

    /// <summary>Notes a room of a workspace, whichever install sees it; one that is noted costs nothing.</summary>
    public ValueTask Add(InstallId home, string room, CancellationToken ct) => _lists.Add(Rooms(InstallRows.Name(home)), room, ct);

    static string Rooms(string of) => $"slack-rooms:{of}";

    static string Teams(string? organisation) => $"slack-teams:{organisation}";

    async ValueTask<string?> Text(string name, CancellationToken ct)
    {
        if (_texts.TryGet(name, out var held))
            return held;
        if (await book.Find(name, ct).ConfigureAwait(false) is not { Length: > 0 } note)
            return null;
        var text = Encoding.UTF8.GetString(note.Span);
        _texts.Set(name, text);
        return text;
    }

    async ValueTask Write(string name, string text, CancellationToken ct)
    {
        if (await Text(name, ct).ConfigureAwait(false) == text)
            return;
        if (await book.Save(name, Encoding.UTF8.GetBytes(text), ct).ConfigureAwait(false))
            _texts.Set(name, text);
    }
}
