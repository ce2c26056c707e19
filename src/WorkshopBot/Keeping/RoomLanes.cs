using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>Makes the lanes of a workshop: one for each of its rooms, and one for all private chats.</summary>
public sealed class RoomLanes(Lanes lanes)
{
    /// <summary>
    /// The room has a lane from now on, and so have the people; before the first commit that is to be seen there. With <paramref name="root"/>, the platform's
    /// id of a message, what goes under another goes under that one. False: the storage refuses; then do not commit.
    /// </summary>
    public async ValueTask<bool> Open(string workshop, string room, string? root = null, CancellationToken ct = default) =>
        await Open(workshop, new LaneRow(room) { Root = root }, ct) && await Open(workshop, new LaneRow(Lanes.People), ct);

    // A conflict: it is there already.
    async ValueTask<bool> Open(string workshop, LaneRow lane, CancellationToken ct) => await lanes.Write(workshop, lane, null, [], ct) is not WriteResult.Unavailable;
}
