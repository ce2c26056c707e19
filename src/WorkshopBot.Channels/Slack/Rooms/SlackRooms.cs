using System.Text.Json;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>What somebody must know of a room who has just opened a workshop there.</summary>
/// <param name="IsMember">The bot is in it.</param>
/// <param name="IsShared">People of other organisations are in it.</param>
/// <param name="IsPrivate">Only members see it.</param>
sealed record RoomLook(bool IsMember, bool IsShared, bool IsPrivate);

/// <summary>Looks at rooms as they are now, and notes what becomes of them.</summary>
/// <param name="api">Asks Slack.</param>
/// <param name="book">What is known.</param>
/// <param name="people">Who is who.</param>
/// <param name="time">The clock.</param>
sealed class SlackRooms(SlackApi api, SlackBook book, SlackPeople people, TimeProvider time)
{
    /// <summary>The longest that a form waits for who is in a channel, however many are.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1_200);

    const int MostPages = 20;

    /// <summary>Null: the bot does not see it, or nobody tells now.</summary>
    public async ValueTask<RoomLook?> Look(InstallId install, string channel, CancellationToken ct) =>
        await api.Call(install, new(SlackMethods.Room) { { "channel", channel } }, CallRank.Person, ct).ConfigureAwait(false) is SlackReply.Done done && SlackJson.Member(done.Body, "channel") is { } room
            ? new(SlackJson.Is(room, "is_member"), SlackJson.Is(room, "is_ext_shared"), SlackJson.Is(room, "is_private")) : null;

    /// <summary>Whether both the bot and somebody are in a channel. What is not found out in a moment is no.</summary>
    public async ValueTask<bool> IsIn(InstallId install, string channel, string user, CancellationToken ct)
    {
        using var moment = new CancellationTokenSource(Moment, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, moment.Token);
        return await Among(install, channel, user, both.Token).ConfigureAwait(false);
    }

    async ValueTask<bool> Among(InstallId install, string channel, string user, CancellationToken ct)
    {
        if (await Look(install, channel, ct).ConfigureAwait(false) is not { IsMember: true })
            return false;
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            if (await api.Call(install, new(SlackMethods.Members) { { "channel", channel }, { "limit", "999" }, { "cursor", cursor } }, CallRank.Person, ct).ConfigureAwait(false) is not SlackReply.Done done)
                return false;
            if (done.Body.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array && members.EnumerateArray().Any(member => member.ValueKind == JsonValueKind.String && member.ValueEquals(user)))
                return true;
            cursor = done.Next;
            if (cursor is null)
                return false;
        }
        return false;
    }

    /// <summary>A room as the house knows it, and nobody in it.</summary>
    public async ValueTask<Room> Room(SlackPlace place, CancellationToken ct) => (await people.Find(place with { User = "" }, ct).ConfigureAwait(false)).Room;

    /// <summary>The key of whoever something happened to.</summary>
    public async ValueTask<string> PersonKey(SlackPlace place, CancellationToken ct) => (await people.Find(place, ct).ConfigureAwait(false)).Person.Key;

    /// <summary>A room has another id from now on.</summary>
    public async ValueTask Moved(SlackPlace place, string to, CancellationToken ct) =>
        await book.Moved(await book.Tenant(place, ct).ConfigureAwait(false), place.Channel, to, ct).ConfigureAwait(false);

    /// <summary>A workspace is one of an organisation's from now on.</summary>
    public ValueTask Joined(string team, string organisation, CancellationToken ct) => book.Joined(team, organisation, ct);

    /// <summary>Keys of rooms that an install answers for.</summary>
    public ValueTask<IReadOnlyList<string>> All(InstallId install, CancellationToken ct) => book.Rooms(install, ct);

    /// <summary>What is known of a room is not certain any more.</summary>
    public async ValueTask Forget(SlackPlace place, CancellationToken ct) =>
        await book.See(await book.RoomKey(await book.Tenant(place, ct).ConfigureAwait(false), place.Channel, ct).ConfigureAwait(false), new SlackRoomNote(Asked: 0), ct).ConfigureAwait(false);
}
