using System.Collections.Concurrent;

namespace WorkshopBot.Turns;

/// <summary>The mailboxes of this node with the workshops they hold: the longest unused are put away when they take too much memory, but none that has work.</summary>
sealed class Mailboxes(Equipment with, long mostBytes)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, LinkedListNode<Mailbox>> _boxes = new(StringComparer.Ordinal);
    readonly LinkedList<Mailbox> _used = [];        // longest unused first
    readonly ConcurrentBag<CommitWriter> _writers = [];
    long _bytes;
    bool _closed;

    /// <summary>How many are held.</summary>
    public int Held
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
            if (!box.Serving)
            {
                box.Serving = true;
                with.Background.Run(() => Run(box));
            }
            return true;
        }
    }

    /// <summary>The workshop as it stands here; null when it is not held.</summary>
    public Workshops.Workshop? Peek(string workshop)
    {
        lock (_lock)
            return _boxes.TryGetValue(workshop, out var node) ? node.Value.State : null;
    }

    /// <summary>The same with its version.</summary>
    public Present? Present(string workshop)
    {
        lock (_lock)
            return _boxes.TryGetValue(workshop, out var node) ? node.Value.Present : null;
    }

    /// <summary>Takes no more turns; those that were taken are served.</summary>
    public void Close()
    {
        lock (_lock)
            _closed = true;
    }

    async Task Run(Mailbox box)
    {
        var writer = _writers.TryTake(out var kept) ? kept : new CommitWriter();
        var batch = new List<Pending>(WaitingTurns.BatchTurns);
        while (Take(box, batch))
            await box.Serve(batch, writer, more => Fill(box, more));
        _writers.Add(writer);
    }

    // False: nothing is left, and the mailbox rests.
    bool Take(Mailbox box, List<Pending> batch)
    {
        lock (_lock)
        {
            box.Waiting.Fill(batch);
            if (batch.Count > 0)
                return true;
            box.Serving = false;
            Weigh(box);
            PutAway();
            return false;
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
            Weigh(node.Value);
        }
        _used.AddLast(node);
        return node.Value;
    }

    void Weigh(Mailbox box)
    {
        _bytes += box.Size - box.Counted;
        box.Counted = box.Size;
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
                _bytes -= node.Value.Counted;
            }
            node = next;
        }
    }
}
