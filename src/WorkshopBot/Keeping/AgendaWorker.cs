using WorkshopBot.Journal;
using WorkshopBot.Telemetry;
using WorkshopBot.Turns;

namespace WorkshopBot.Keeping;

/// <summary>
/// Takes the looks of the agenda: wakes the keeper of workshops whose messages are behind, and lets other sweeps run. Any number of nodes may; each look is
/// taken by one of them. Nothing depends on when it comes, only that it comes.
/// </summary>
/// <param name="agenda">The looks.</param>
/// <param name="keeper">Who keeps messages.</param>
/// <param name="sweep">What else is to be looked at in a workshop; when it throws, there will be another look.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Failures.</param>
public sealed class AgendaWorker(Agenda agenda, Keeper keeper, Func<string, CancellationToken, Task> sweep, TimeProvider time, ILogger log) : IAsyncDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly CancellationTokenSource _stopping = new();
    Task _running = Task.CompletedTask;

    /// <summary>Begins to visit, now and every few seconds.</summary>
    public void Start() => _running = Task.Run(Run);

    /// <summary>
    /// One visit of all shards. The first one of a node also wakes the workshops whose looks are yet to come: what was committed just before a crash need not
    /// wait for them.
    /// </summary>
    public async Task Visit(bool first, CancellationToken ct)
    {
        for (var shard = 0; shard < Agenda.Shards && !ct.IsCancellationRequested; shard++)
            try
            {
                foreach (var look in await agenda.Due(shard, time.GetUtcNow(), ct))
                    if (await agenda.Claim(look, ct) is { } claimed)
                    {
                        Measures.Looked(time.GetUtcNow() - look.At);
                        if (await Take(claimed.Workshop, ct))
                            await agenda.Done(claimed, ct);
                    }
                if (first)
                    foreach (var look in await agenda.Due(shard, time.GetUtcNow() + agenda.Times.Ahead + Every, ct))
                        keeper.Wake(look.Workshop);
            }
            catch (Exception e) when (e is StorageUnavailableException or OperationCanceledException)
            {
                log.LogWarning("Looks of shard {Shard} wait: {Fault}", shard, e.GetType().Name);
            }
            catch (Exception e)
            {
                log.LogError("Looks of shard {Shard} wait: {Fault} {Where}", shard, e.GetType().Name, e.StackTrace);
            }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    async Task Run()
    {
        for (var first = true; !_stopping.IsCancellationRequested; first = false)
        {
            await Visit(first, _stopping.Token);
            await Task.Delay(Every, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // True: nothing is left to do. Otherwise the look stays taken until its lease is over, and then somebody looks again.
    async Task<bool> Take(string workshop, CancellationToken ct)
    {
        try
        {
            await sweep(workshop, ct);
            if (await keeper.IsTrue(workshop, ct))
                return true;
            keeper.Wake(workshop);
        }
        catch (Exception e) when (e is not (StorageUnavailableException or OperationCanceledException))
        {
            // One workshop in trouble does not keep the others of its shard.
            log.LogError("A look at workshop {Workshop} failed: {Fault} {Where}", workshop, e.GetType().Name, e.StackTrace);
        }
        return false;
    }
}
