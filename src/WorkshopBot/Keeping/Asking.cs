using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>What people ask of a lane: to be tried again, and to post a message anew. It is written through the lane's ETag, whoever has it.</summary>
static class Asking
{
    const int MostTries = 10;

    /// <summary>A room that was lost has been heard from, so it is there.</summary>
    public static async ValueTask Find(Kit kit, string workshop, string room, CancellationToken ct)
    {
        if (await kit.Lanes.Find(workshop, room, ct) is { Lane.State: LaneState.Lost } found && await kit.Agenda.Ensure(workshop, ct: ct) is null)
            await kit.Lanes.Write(workshop, found.Lane with { State = LaneState.Ok, Reason = null }, found.ETag, [], ct);
    }

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
