using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Whoever closes the connection stops nothing that has begun: what follows a commit is written all the same.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task A_start_is_noted_in_the_seat()
    {
        await using var talk = New();
        await Leaves(talk, talk.Turn("ann", "start Bikes"));
        await Until.True(async () => (await Seat(talk, "ann"))?.Workshop == "m-1");
        Assert.Equal("Bikes", (await talk.Map()).Title);
    }

    [Fact]
    public async Task A_finished_dialog_is_out_of_the_seat()
    {
        await using var talk = New();
        await talk.StartGoals();
        await talk.Takes("bob", "Research: compare prices");
        await talk.Answer("bob", "add goal", "1", "skip", "pay by month");
        await Leaves(talk, talk.Turn("bob", "done", isPrivate: true));
        await Until.True(async () => await Seat(talk, "bob") is { Dialog: null });
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Who_had_left_before_is_not_heard()
    {
        await using var talk = new Talk();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => talk.Loop.Deliver(talk.Turn("ann", "start Bikes"), new CancellationToken(canceled: true)));
        Assert.Null(await talk.Loop.Looking.Find("web:local:r"));
    }

    // However busy the machine is, it is the connection that ends the waiting.
    static Talk New() => new(new RowsThatTell(new MemoryRowStore(TimeProvider.System)), time: new() { IsPatient = true });

    // The seats wait until the connection is closed, which it is as soon as the commit is through.
    static async Task Leaves(Talk talk, Turn turn)
    {
        var rows = (RowsThatTell)talk.Rows;
        using var gone = new CancellationTokenSource();
        var (closed, committed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rows.Committed = committed;
        rows.SeatsAfterCommit = closed.Task;
        var delivered = talk.Loop.Deliver(turn, gone.Token);
        await committed.Task.WaitAsync(Until.Bound);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivered);
        closed.SetResult();
    }

    static async Task<Seat?> Seat(Talk talk, string person) => (await new Seats(talk.Rows).Find("private", "web:local:" + person))?.Seat;

    /// <summary>Passes everything on, tells of the first commit, and lets what is written to seats after it wait.</summary>
    sealed class RowsThatTell(IRowStore inner) : IRowStore
    {
        public TaskCompletionSource? Committed { get; set; }

        public Task SeatsAfterCommit { get; set; } = Task.CompletedTask;

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            if (Committed is { Task.IsCompleted: true } && partition.StartsWith("p-", StringComparison.Ordinal))
                await SeatsAfterCommit;
            ct.ThrowIfCancellationRequested();
            var result = await inner.Write(partition, changes, ct);
            if (changes.Any(change => change.Key == "head"))
                Committed?.TrySetResult();
            return result;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
