namespace WorkshopBot.Journal.Sqlite;

/// <summary>A batch that waits for the writer, and the promise of its answer.</summary>
sealed class WriteRequest(string partition, IReadOnlyList<RowChange> changes, long arrived)
{
    readonly TaskCompletionSource<WriteResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _taken;

    public string Partition { get; } = partition;

    public IReadOnlyList<RowChange> Changes { get; } = changes;

    /// <summary>Of the writer's clock, in its ticks.</summary>
    public long Arrived { get; } = arrived;

    /// <summary>The writer takes it, or its caller gives it up: whoever is first. So a cancelled request has never been written.</summary>
    public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;

    public void Answer(WriteResult result) => _answer.TrySetResult(result);

    public void Fail(Exception bug) => _answer.TrySetException(bug);

    public async Task<WriteResult> Result(CancellationToken ct)
    {
        await using var giveUp = ct.UnsafeRegister(static (request, ct) =>
        {
            if (((WriteRequest)request!).Take())
                ((WriteRequest)request)._answer.TrySetCanceled(ct);
        }, this);
        return await _answer.Task.ConfigureAwait(false);
    }
}
