using System.Globalization;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;

namespace WorkshopBot.Turns;

/// <summary>
/// Lets what is due in a workshop happen: every alarm whose time has come is a turn of the house's own, named after the workshop, the alarm and that time, and decided on the workshop as it
/// stands then. So it happens once, however many nodes look and however often. Called at the looks of the agenda, of which each commit sees to the next (<see cref="Mailbox"/>).
/// </summary>
sealed class Ticking(Clockwork clockwork, Func<string, CancellationToken, ValueTask<Present>> read, Func<Pending, bool> post, Agenda? agenda, TimeProvider time, ILogger log)
{
    /// <summary>Returns the workshop as it is then. Throws <see cref="StorageUnavailableException"/>, also when something due could not be saved: then it is to be tried again.</summary>
    public async Task<Workshop> Ring(string workshop, CancellationToken ct)
    {
        var w = (await read(workshop, ct)).State;
        // Each once a look, also one that has become due by another.
        var rung = new HashSet<string>(StringComparer.Ordinal);
        while (clockwork.Due(w, Now(w)).FirstOrDefault(due => rung.Add(due.Alarm.Id)) is ({ } alarm, var at))
            w = await Ring(workshop, alarm, at, w);
        // Its look was set with the commit, but not where that was made by a program without this alarm, nor where the clock has been put back since the look came.
        if (agenda is not null && clockwork.Next(w, Now(w)) is { } next && await agenda.Ensure(workshop, next, ct) is { } fault)
            throw new StorageUnavailableException(fault, "A look could not be set.");
        return w;
    }

    async ValueTask<Workshop> Ring(string workshop, Alarm alarm, DateTimeOffset at, Workshop w)
    {
        for (var id = string.Create(CultureInfo.InvariantCulture, $"tick:{workshop}:{alarm.Id}:{at.UtcTicks}"); ;)
        {
            var pending = Pending.OfHouse(id, workshop, time.GetTimestamp(), (state, now) => Clockwork.Ring(alarm, state, now));
            switch (post(pending) ? await pending.Outcome : new Outcome.Missed(ReplyKind.Busy))
            {
                case Outcome.Said said:
                    return said.After;
                // It rang, and then its time was set to that very one once more.
                case Outcome.Again again when alarm.Next(again.Now) == at:
                    id = string.Create(CultureInfo.InvariantCulture, $"{id}:{again.Version}");
                    break;
                case Outcome.Again again:
                    return again.Now;
                // A bug of the alarm: the others ring, and people's turns go on.
                case Outcome.Missed { Kind: ReplyKind.Failed }:
                    log.LogError("Alarm {Alarm} of workshop {Workshop} does not work", alarm.Id, workshop);
                    return w;
                default:
                    throw new StorageUnavailableException(StorageFault.Busy, "What is due could not be saved.");
            }
        }
    }

    // The time of a workshop never runs back, whatever the clock does.
    DateTimeOffset Now(Workshop w) => time.GetUtcNow() is var now && now > w.At ? now : w.At;
}
