using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Keeping;

/// <summary>Which messages may read differently since a lane was last kept true: told by the events in between, in the order of posting.</summary>
static class ChangedKeys
{
    /// <summary>With more events than this, or none to be had, all keys are looked at; those that read the same are left alone anyway.</summary>
    public const int MostEvents = 500;

    public static async ValueTask<IReadOnlyList<string>> Since(Kit kit, string workshop, long kept, Present present, CancellationToken ct)
    {
        var all = kit.Views.All(present.State).ToList();
        // A commit has an event at least.
        if (kept == 0 || present.Version - kept > MostEvents)
            return all;
        try
        {
            var commits = (await kit.Journal.Tail(workshop, kept, ct)).Where(commit => commit.Version <= present.Version).ToList();
            if (commits.Count < present.Version - kept)
                return all;
            var events = commits.SelectMany(commit => CommitJson.Read(commit.Data, present.State.Playbook.Kinds)).SelectMany(turn => turn.Events).Take(MostEvents + 1).ToList();
            if (events.Count > MostEvents)
                return all;
            var touched = kit.Views.To(events, present.State);
            return [.. all.Where(touched.Contains)];
        }
        catch (InvalidDataException)
        {
            return all;
        }
    }
}
