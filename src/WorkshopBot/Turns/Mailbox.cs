using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>
/// One workshop's turns on this node: those that wait together are decided in order and committed together. Nobody is answered before the commit;
/// whose deadline has passed has been told already, and is not decided any more.
/// </summary>
sealed class Mailbox(string workshop, Equipment with)
{
    /// <summary>From a turn's arrival to its answer; a chat gives up after three seconds.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.5);

    // Whoever waits has a timer that may go off a little sooner than the clock says: what is told not to be saved must not be begun.
    static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    const int OwnBytes = 4 * 1024;
    const int Jitter = 16;      // milliseconds

    readonly SnapshotKeeping _snapshots = new(workshop, with);
    volatile Standing? _standing;
    long _refused = long.MinValue;      // when the storage last refused a commit

    public string Workshop => workshop;

    public WaitingTurns Waiting { get; } = new();

    /// <summary>Somebody serves it; then it is not put away.</summary>
    public bool Serving { get; set; }

    /// <summary>What it was last counted as, in bytes.</summary>
    public long Counted { get; set; }

    public long Size => OwnBytes + (_standing?.Size ?? 0);

    /// <summary>The workshop as it stands here; null: not loaded.</summary>
    public Workshops.Workshop? State => _standing?.State;

    /// <summary>The same with its version.</summary>
    public Present? Present => _standing?.Present;

    /// <summary>Answers the batch, or its beginning; what did not fit into the commit stays in it. Never throws.</summary>
    public async Task Serve(List<Pending> batch, CommitWriter writer, Action<List<Pending>> more)
    {
        while (true)
        {
            var overdue = batch.FindIndex(turn => Left(turn) > Least) is var first and >= 0 ? first : batch.Count;
            Miss(batch, overdue, ReplyKind.NotSaved);
            if (batch.Count == 0 || await Attempt(batch, writer))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Jitter)), with.Time);
            more(batch);
        }
    }

    // False: others were faster, and it must be decided again.
    async Task<bool> Attempt(List<Pending> batch, CommitWriter writer)
    {
        using var deadline = new CancellationTokenSource(Left(batch[0]) is var left && left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), with.Time);
        try
        {
            var standing = _standing ??= await with.Standings.Load(workshop, deadline.Token);
            var round = new Round(standing, writer, with.Time.GetUtcNow(), with.Log);
            round.Take(batch);
            if (!round.HasEvents)
            {
                Answer(batch, round, saved: true);
                return true;
            }

            // Who came before the storage refused has waited for it once already: a second wait would outlast the deadline, and might save what is told not to be.
            if (batch.Take(round.Outcomes.Count).Any(turn => turn.Refused || turn.Arrived < _refused))
            {
                Answer(batch, round, saved: false);
                return true;
            }

            var commit = writer.End();
            switch (await Append(standing.Head, commit, deadline.Token))
            {
                case AppendResult.Appended appended:
                    round.Confirm(appended.Head, commit.Length);
                    Answer(batch, round, saved: true);
                    _snapshots.Look(standing);
                    with.Committed(workshop);
                    return true;
                case AppendResult.Refused refused:
                    _refused = with.Time.GetTimestamp();
                    if (refused.Fault == StorageFault.Unreachable)
                        _standing = null;       // it may have arrived all the same
                    with.Log.LogWarning("Workshop {Workshop} could not be saved: {Fault}", workshop, refused.Fault);
                    Answer(batch, round, saved: false);
                    return true;
                default:
                    await with.Standings.CatchUp(workshop, standing, deadline.Token);
                    return false;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StorageUnavailableException)
        {
            with.Log.LogWarning("Workshop {Workshop} could not be saved: {Fault}", workshop, e.GetType().Name);
            _standing = null;
            Miss(batch, batch.Count, ReplyKind.NotSaved);
        }
        catch (Exception e)
        {
            with.Log.LogError("Workshop {Workshop} dropped {Count} turns: {Fault} {Where}", workshop, batch.Count, e.GetType().Name, e.StackTrace);
            _standing = null;
            Miss(batch, batch.Count, ReplyKind.Failed);
        }
        return true;
    }

    // A commit nobody is sure to look at afterwards is not made.
    async ValueTask<AppendResult> Append(Head? head, ReadOnlyMemory<byte> commit, CancellationToken ct) =>
        with.Agenda is { } agenda && await agenda.Ensure(workshop, ct: ct) is { } fault
            ? new AppendResult.Refused(fault)
            : await with.Journal.Append(workshop, head, Guid.NewGuid(), commit, due: null, ct);

    TimeSpan Left(Pending turn) => Deadline - with.Time.GetElapsedTime(turn.Arrived);

    static void Answer(List<Pending> batch, Round round, bool saved)
    {
        for (var i = 0; i < round.Outcomes.Count; i++)
            batch[i].Answer(saved || round.Holds(i) ? round.Outcomes[i] : new Outcome.Missed(ReplyKind.NotSaved));
        batch.RemoveRange(0, round.Outcomes.Count);
    }

    static void Miss(List<Pending> batch, int count, ReplyKind kind)
    {
        for (var i = 0; i < count; i++)
            batch[i].Answer(new Outcome.Missed(kind));
        batch.RemoveRange(0, count);
    }
}
