using WorkshopBot.Channels;
using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>What people ask of a lane: to be tried again, and to post a message anew. It is written through the lane's ETag, whoever has it.</summary>
static class Asking
{
    const int MostTries = 10;

    /// <summary>A room that was lost, or somebody who could not be reached, has been heard from, so it is there.</summary>
    public static async ValueTask Find(Kit kit, string workshop, string place, CancellationToken ct)
    {
        if (await kit.Lanes.Find(workshop, place, ct) is { } room)
        {
            if (room.Lane.State != LaneState.Lost || await kit.Agenda.Ensure(workshop, ct: ct) is not null)
                return;
            await kit.Lanes.Write(workshop, room.Lane with { State = LaneState.Ok, Reason = null }, room.ETag, [], ct);
            // With the app people are back who were lost with it.
            if (room.Lane.Reason == LostReason.Uninstalled)
                await FindPeople(kit, workshop, lost => lost.Reason == LostReason.Uninstalled && Pace.Workspace(lost.Key) == Pace.Workspace(place), ct);
        }
        else
            await FindPeople(kit, workshop, lost => lost.Key == place, ct);
    }

    static async ValueTask FindPeople(Kit kit, string workshop, Func<LostPerson, bool> isThere, CancellationToken ct)
    {
        if (await kit.Lanes.Find(workshop, Lanes.People, ct) is not { } people || people.Lane.Unreached.Where(isThere).Select(lost => lost.Key).ToList() is not { Count: > 0 } back || await kit.Agenda.Ensure(workshop, ct: ct) is not null)
            return;
        // What they missed is told now, as far as it is still to be told.
        var missed = (await kit.Lanes.Messages(workshop, Lanes.People, ct)).Where(row => row is { Phase: MessagePhase.Gone, Reason: not null } && back.Any(place => row.Key.EndsWith(":" + place, StringComparison.Ordinal)));
        var lane = people.Lane with { Kept = 0, Unreached = people.Lane.Unreached.RemoveAll(lost => back.Contains(lost.Key)) };
        await kit.Lanes.Write(workshop, lane, people.ETag, [.. missed.Select(row => row with { Phase = MessagePhase.None, Reason = null })], ct);
    }

    /// <summary>A message of which nobody knew whether it arrived was seen there: from now on it is kept true under the id it has. True: it was such a one.</summary>
    public static async ValueTask<bool> Learn(Kit kit, string workshop, Address where, string key, string platformId, CancellationToken ct)
    {
        try
        {
            var room = where is Address.Person ? Lanes.People : where.Key;
            // Of a person's own chat nothing is learnt about anybody else's.
            return (where is Address.Room || key.EndsWith(":" + where.Key, StringComparison.Ordinal))
                && await kit.Lanes.Message(workshop, room, key, 0, ct) is { Phase: MessagePhase.Unsure or MessagePhase.Posting } row && await kit.Lanes.Find(workshop, room, ct) is { } lane
                && await kit.Lanes.Write(workshop, lane.Lane with { Kept = 0 }, lane.ETag, [row with { Phase = MessagePhase.Up, PlatformId = platformId, Deadline = null, Hash = null, FirstPosted = row.FirstPosted ?? kit.Time.GetUtcNow(), Posts = row.Posts + 1 }], ct) is WriteResult.Written;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Who cannot be reached, and rooms that are closed to us, with the reasons as codes.</summary>
    public static async ValueTask<IReadOnlyList<LostPerson>> Unreached(Kit kit, string workshop, CancellationToken ct) =>
        [.. (await kit.Lanes.All(workshop, ct)).SelectMany(found => found.Lane.State == LaneState.Lost ? found.Lane.Unreached.Insert(0, new(found.Lane.Room, found.Lane.Reason ?? "")) : found.Lane.Unreached)];

    /// <summary>Keys of messages that may not have arrived somewhere; rooms before people.</summary>
    public static async ValueTask<IReadOnlyList<string>> Unsure(Kit kit, string workshop, CancellationToken ct)
    {
        var keys = new List<string>();
        foreach (var found in (await kit.Lanes.All(workshop, ct)).OrderBy(found => found.Lane.Room == Lanes.People))
            keys.AddRange((await kit.Lanes.Messages(workshop, found.Lane.Room, ct)).Where(row => row.Phase == MessagePhase.Unsure).Select(row => row.Key));
        return [.. keys.Distinct()];
    }

    /// <summary>False: there is none of which nobody knows whether it arrived, or the storage did not take it. What somebody deleted stays away.</summary>
    public static async ValueTask<bool> PostAgain(Kit kit, string workshop, string room, string key, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await kit.Lanes.Find(workshop, room, ct) is not { } found)
                return false;
            var rows = (await kit.Lanes.Messages(workshop, room, ct)).Where(row => row.Key == key && row.Phase == MessagePhase.Unsure).ToList();
            if (rows.Count == 0)
                return false;
            switch (await kit.Lanes.Write(
                workshop, found.Lane with { Kept = 0 }, found.ETag, [.. rows.Select(row => row with { Phase = MessagePhase.None, Op = null, Deadline = null, PlatformId = null, Hash = null })], ct))
            {
                case WriteResult.Written:
                    return true;
                case WriteResult.Unavailable:
                    return false;
            }
        }
        return false;
    }
}
