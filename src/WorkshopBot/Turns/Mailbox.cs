using WorkshopBot.Journal;
using WorkshopBot.Telemetry;

namespace WorkshopBot.Turns;

/// <summary>
/// One workshop's turns on this node: those that wait together are decided in order and committed together. Nobody is answered before the commit, or, where nothing is
/// committed, before the journal has said that nobody else wrote since they asked. Whose deadline has passed has been told already, and is not decided any more.
/// </summary>
sealed class Mailbox(string workshop, Equipment with)
{
    /// <summary>From a turn's arrival to its answer; a chat gives up after three seconds.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.5);

    // Whoever waits has a timer that may go off a little sooner than the clock says: what is told not to be saved must not be begun.
    static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    const int OwnBytes = 4 * 1024;
    const int Jitter = 16;      // milliseconds

    // Never the list that others add to: whoever is told that nobody waits reads it outside their lock.
    static readonly List<TaskCompletionSource<Present>> Nobody = [];

    readonly SnapshotKeeping _snapshots = new(workshop, with);
    readonly Rivals _rivals = new(with.Time);
    volatile Standing? _standing;
    long _sure = long.MinValue;         // what stands here was how the journal stood then, or later
    long _refused = long.MinValue;      // when the storage last refused a commit

    public string Workshop => workshop;

    public WaitingTurns Waiting { get; } = new();

    /// <summary>Who waits to see the workshop.</summary>
    public List<TaskCompletionSource<Present>> Looking { get; private set; } = [];

    /// <summary>Somebody serves it; then it is not put away.</summary>
    public bool Serving { get; set; }

    /// <summary>What it was last counted as, in bytes.</summary>
    public long Counted { get; set; }

    public long Size => OwnBytes + (_standing?.Size ?? 0);

    /// <summary>The workshop with its version, as it stands here; null: not loaded.</summary>
    public Present? Present => _standing?.Present;

    /// <summary>Those who wait to see the workshop, who then wait no more in this list.</summary>
    public IReadOnlyList<TaskCompletionSource<Present>> Lookers()
    {
        var looking = Looking;
        if (looking.Count == 0)
            return Nobody;
        Looking = [];
        return looking;
    }

    /// <summary>Shows the workshop as the journal has it to those who asked before. Never throws.</summary>
    public async Task Show(IReadOnlyList<TaskCompletionSource<Present>> looking)
    {
        try
        {
            using var deadline = new CancellationTokenSource(Deadline, with.Time);
            if (_standing is not { } standing)
                standing = await Load(deadline.Token);
            else if (!with.Alone)
                await CatchUp(standing, deadline.Token);
            foreach (var one in looking)
                one.TrySetResult(standing.Present);
        }
        catch (Exception e)
        {
            if (e is not (OperationCanceledException or StorageUnavailableException))
                _standing = null;
            foreach (var one in looking)
                one.TrySetException(e is OperationCanceledException ? new StorageUnavailableException(StorageFault.Unreachable, "A workshop could not be read in time.") : e);
        }
    }

    /// <summary>Answers the batch, or its beginning; what did not fit into the commit stays in it. Never throws.</summary>
    public async Task Serve(List<Pending> batch, CommitWriter writer, Action<List<Pending>> more)
    {
        if (_rivals.Rest() is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, with.Time);
            more(batch);
        }
        while (true)
        {
            var overdue = batch.FindIndex(turn => Left(turn) > Least) is var first and >= 0 ? first : batch.Count;
            Miss(batch, overdue, ReplyKind.NotSaved);
            if (batch.Count == 0)
                return;
            var tried = await Attempt(batch, writer);
            if (tried == Tried.Done)
                return;
            if (tried == Tried.Beaten)
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Jitter)), with.Time);
            more(batch);
        }
    }

    async Task<Tried> Attempt(List<Pending> batch, CommitWriter writer)
    {
        using var deadline = new CancellationTokenSource(Left(batch[0]) is var left && left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), with.Time);
        try
        {
            var standing = _standing ?? await Load(deadline.Token);
            var round = new Round(standing, writer, with.Time.GetUtcNow(), with.Log);
            round.Take(batch);
            // Who came before the storage refused has waited for it once already: a second wait would outlast the deadline, and might save what is told not to be.
            if (!round.HasEvents || batch.Take(round.Outcomes.Count).Any(turn => turn.Refused || turn.Arrived < _refused))
            {
                if (!IsSure(batch, round) && await CatchUp(standing, deadline.Token))
                    return Tried.Behind;
                Answer(batch, round, saved: !round.HasEvents, sure: true);
                return Tried.Done;
            }

            var (commit, began) = (writer.End(), with.Time.GetTimestamp());
            using var span = Traces.Append(workshop, batch, round.Outcomes.Count);
            var result = await Append(standing.Head, round.Next, commit, deadline.Token);
            span.End(result);
            Measures.Appended(result, with.Time.GetElapsedTime(began));
            switch (result)
            {
                case AppendResult.Appended appended:
                    round.Confirm(appended.Head, commit.Length);
                    _sure = began;
                    _rivals.Won(began);
                    with.Saved(true);
                    Answer(batch, round, saved: true, sure: true);
                    _snapshots.Look(standing);
                    with.Committed(workshop);
                    return Tried.Done;
                case AppendResult.Refused refused:
                    _refused = with.Time.GetTimestamp();
                    if (refused.Fault == StorageFault.Unreachable)
                        Doubt();       // it may have arrived all the same
                    with.Saved(false);
                    with.Log.LogWarning("Workshop {Workshop} could not be saved: {Fault}", workshop, refused.Fault);
                    Answer(batch, round, saved: false, sure: IsSure(batch, round));
                    return Tried.Done;
                case AppendResult.Overtaken overtaken:
                    // Our own turn may be there, of an answer that was lost: it is then found.
                    standing.Follow(overtaken.By);
                    _sure = began;
                    _rivals.Seen();
                    return Tried.Beaten;
                default:
                    throw new InvalidOperationException("There is no such result.");
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StorageUnavailableException)
        {
            with.Log.LogWarning("Workshop {Workshop} could not be saved: {Fault}", workshop, e.GetType().Name);
            with.Saved(false);
            Doubt();
            Miss(batch, batch.Count, ReplyKind.NotSaved);
        }
        catch (Exception e)
        {
            with.Log.LogError("Workshop {Workshop} dropped {Count} turns: {Fault} {Where}", workshop, batch.Count, e.GetType().Name, e.StackTrace);
            _standing = null;
            Miss(batch, batch.Count, ReplyKind.Failed);
        }
        return Tried.Done;
    }

    // A commit nobody is sure to look at afterwards, and when its next alarm rings, is not made. The head says which time has its look, whoever set it.
    async ValueTask<AppendResult> Append(Head? head, DateTimeOffset? next, ReadOnlyMemory<byte> commit, CancellationToken ct) =>
        with.Agenda is { } agenda && (await agenda.Ensure(workshop, ct: ct) ?? (next is null || next == head?.Due ? null : await agenda.Ensure(workshop, next, ct))) is { } fault
            ? new AppendResult.Refused(fault)
            : await with.Journal.Append(workshop, head, Guid.NewGuid(), commit, next, ct);

    async ValueTask<Standing> Load(CancellationToken ct)
    {
        var asked = with.Time.GetTimestamp();
        var standing = await with.Standings.Load(workshop, ct);
        (_standing, _sure) = (standing, asked);
        return standing;
    }

    // True: others have written.
    async ValueTask<bool> CatchUp(Standing standing, CancellationToken ct)
    {
        var asked = with.Time.GetTimestamp();
        var moved = await with.Standings.CatchUp(workshop, standing, ct);
        _sure = asked;
        if (moved)
            _rivals.Seen();
        return moved;
    }

    // Nobody can have written, since these turns came, what they were not decided on.
    bool IsSure(List<Pending> batch, Round round) => with.Alone || batch.Take(round.Outcomes.Count).All(turn => turn.Arrived < _sure);

    // What is in the journal may be more than what stands here. Where others write it is asked for before each answer anyway.
    void Doubt()
    {
        if (with.Alone)
            _standing = null;
        _sure = long.MinValue;
    }

    TimeSpan Left(Pending turn) => Deadline - with.Time.GetElapsedTime(turn.Arrived);

    static void Answer(List<Pending> batch, Round round, bool saved, bool sure)
    {
        for (var i = 0; i < round.Outcomes.Count; i++)
            batch[i].Answer(saved || round.Holds(i, sure) ? round.Outcomes[i] : new Outcome.Missed(ReplyKind.NotSaved));
        batch.RemoveRange(0, round.Outcomes.Count);
    }

    static void Miss(List<Pending> batch, int count, ReplyKind kind)
    {
        for (var i = 0; i < count; i++)
            batch[i].Answer(new Outcome.Missed(kind));
        batch.RemoveRange(0, count);
    }
}
