using System.Collections.Concurrent;
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

    // Of the lease: after it another node may take the look, and its clock is not quite ours.
    static readonly TimeSpan Reserve = TimeSpan.FromSeconds(15);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stopping = new();
    readonly ConcurrentDictionary<(string Workshop, DateTimeOffset At), (Look Look, long Since)> _claimed = [];
    Task _running = Task.CompletedTask;

    /// <summary>Begins to visit, now and every few seconds.</summary>
    public void Start() => _running = Task.Run(Run);

    /// <summary>
    /// One visit of all shards, beginning with any, so that nodes do not all meet at the same one. The first one of a node also wakes the workshops whose looks are yet to come: what was
    /// committed just before a crash need not wait for them.
    /// </summary>
    public async Task Visit(bool first, CancellationToken ct)
    {
        var begin = Random.Shared.Next(Agenda.Shards);
        for (var i = 0; i < Agenda.Shards && !ct.IsCancellationRequested; i++)
            await Visit((begin + i) % Agenda.Shards, first, ct);
        foreach (var (key, claimed) in _claimed)
            if (time.GetElapsedTime(claimed.Since) >= agenda.Times.Lease)
                _claimed.TryRemove(key, out _);
    }

    /// <summary>Begins no more looks, and waits a moment for the one under way. What it has claimed stays so until it is disposed of: then others can go on with it at once.</summary>
    public async Task Stop()
    {
        await _stopping.CancelAsync();
        await Settle(_running);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Settle(Task.WhenAll(_claimed.Values.Where(claimed => time.GetElapsedTime(claimed.Since) < agenda.Times.Lease).Select(claimed => agenda.Release(claimed.Look).AsTask())));
        _claimed.Clear();
        _stopping.Dispose();
    }

    async Task Settle(Task work) => await work.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task Run()
    {
        for (var first = true; !_stopping.IsCancellationRequested; first = false)
        {
            await Visit(first, _stopping.Token);
            await Task.Delay(Every, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Visit(int shard, bool first, CancellationToken ct)
    {
        try
        {
            foreach (var look in await agenda.Due(shard, time.GetUtcNow(), ct))
                await Visit(look, ct);
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

    async Task Visit(Look look, CancellationToken ct)
    {
        var since = time.GetTimestamp();
        if (ct.IsCancellationRequested || await agenda.Claim(look, ct) is not { } claimed)
            return;
        // One that somebody had and did not bring to its end came in time, once.
        if (!look.WasTaken)
            Measures.Looked(time.GetUtcNow() - look.At);
        _claimed[(look.Workshop, look.At)] = (claimed, since);
        if (!await Take(claimed.Workshop, ct))
            return;
        await agenda.Done(claimed, ct);
        _claimed.TryRemove((look.Workshop, look.At), out _);
    }

    // True: nothing is left to do. Otherwise the look stays taken until its lease is over, and then somebody looks again.
    async Task<bool> Take(string workshop, CancellationToken ct)
    {
        using var over = new CancellationTokenSource(agenda.Times.Lease - Reserve, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, over.Token);
        try
        {
            await sweep(workshop, either.Token);
            if (await keeper.IsTrue(workshop, either.Token))
                return true;
            keeper.Wake(workshop);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            log.LogWarning("A look at workshop {Workshop} takes too long", workshop);
        }
        catch (Exception e) when (e is not (StorageUnavailableException or OperationCanceledException))
        {
            // One workshop in trouble does not keep the others of its shard.
            log.LogError("A look at workshop {Workshop} failed: {Fault} {Where}", workshop, e.GetType().Name, e.StackTrace);
        }
        return false;
    }
}
