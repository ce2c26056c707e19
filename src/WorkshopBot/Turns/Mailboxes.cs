using System.Collections.Concurrent;
using WorkshopBot.Telemetry;

namespace WorkshopBot.Turns;

/// <summary>The mailboxes of this node with the workshops they hold: the longest unused are put away when they take too much memory, but none that has work.</summary>
sealed class Mailboxes(Equipment with, long mostBytes)
{
    const int MostWriters = 4;
    const int MostWriterBytes = 64 * 1024;

    readonly Lock _lock = new();
    readonly Dictionary<string, LinkedListNode<Mailbox>> _boxes = new(StringComparer.Ordinal);
    readonly LinkedList<Mailbox> _used = [];        // longest unused first
    readonly ConcurrentBag<CommitWriter> _writers = [];
    long _bytes;
    bool _closed;

    /// <summary>How many are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _boxes.Count;
        }
    }

    /// <summary>False: too much waits there already, or this node is going.</summary>
    public bool Post(Pending turn)
    {
        lock (_lock)
        {
            if (_closed)
                return false;
            var box = Use(turn.Workshop);
            if (!box.Waiting.Add(turn))
                return false;
            Begin(box);
            return true;
        }
    }

    /// <summary>The workshop with its version, as it stands here; null when it is not held.</summary>
    public Present? Held(string workshop)
    {
        lock (_lock)
            return _boxes.TryGetValue(workshop, out var node) ? node.Value.Present : null;
    }

    /// <summary>The workshop, not older than the journal was when asked; from now on it is held. Throws as reading the journal does.</summary>
    public Task<Present> Look(string workshop)
    {
        // Whoever waits goes on elsewhere, not on the mailbox's thread.
        var looking = new TaskCompletionSource<Present>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            var box = Use(workshop);
            box.Looking.Add(looking);
            Begin(box);
        }
        return looking.Task;
    }

    /// <summary>Takes no more turns; those that were taken are served.</summary>
    public void Close()
    {
        lock (_lock)
            _closed = true;
    }

    void Begin(Mailbox box)
    {
        if (box.Serving)
            return;
        box.Serving = true;
        with.Background.Run(() => Run(box));
    }

    async Task Run(Mailbox box)
    {
        var writer = _writers.TryTake(out var kept) ? kept : new CommitWriter();
        var batch = new List<Pending>(WaitingTurns.BatchTurns);
        var rests = false;
        try
        {
            while (Take(box, batch) is { } looking)
            {
                if (looking.Count > 0)
                    await box.Show(looking);
                if (batch.Count > 0)
                    await box.Serve(batch, writer, more => Fill(box, more));
            }
            rests = true;
        }
        finally
        {
            if (!rests)
                Fail(box, batch);
        }
        if (_writers.Count < MostWriters && writer.Bytes <= MostWriterBytes)
            _writers.Add(writer);
        else
            writer.Dispose();
    }

    // Whatever went wrong, the next who come are served.
    void Fail(Mailbox box, List<Pending> batch)
    {
        foreach (var turn in batch)
            turn.Answer(new Outcome.Missed(ReplyKind.Failed));
        lock (_lock)
            box.Serving = false;
    }

    // Who wants to see it. Null: nothing is left, and the mailbox rests.
    IReadOnlyList<TaskCompletionSource<Present>>? Take(Mailbox box, List<Pending> batch)
    {
        lock (_lock)
        {
            box.Waiting.Fill(batch);
            var looking = box.Lookers();
            if (batch.Count > 0 || looking.Count > 0)
                return looking;
            box.Serving = false;
            Weigh(box);
            PutAway();
            return null;
        }
    }

    void Fill(Mailbox box, List<Pending> batch)
    {
        lock (_lock)
            box.Waiting.Fill(batch);
    }

    Mailbox Use(string workshop)
    {
        if (_boxes.TryGetValue(workshop, out var node))
            _used.Remove(node);
        else
        {
            _boxes[workshop] = node = new(new(workshop, with));
            Measures.CacheWorkshops.Add(1);
            Weigh(node.Value);
        }
        _used.AddLast(node);
        return node.Value;
    }

    void Weigh(Mailbox box)
    {
        Grow(box.Size - box.Counted);
        box.Counted = box.Size;
    }

    void Grow(long bytes)
    {
        _bytes += bytes;
        Measures.CacheBytes.Add(bytes);
    }

    void PutAway()
    {
        var node = _used.First;
        while (_bytes > mostBytes && node is not null)
        {
            var next = node.Next;
            if (!node.Value.Serving)
            {
                _used.Remove(node);
                _boxes.Remove(node.Value.Workshop);
                Grow(-node.Value.Counted);
                Measures.CacheWorkshops.Add(-1);
            }
            node = next;
        }
    }
}
