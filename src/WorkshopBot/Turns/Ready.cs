using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Whether the storage serves: it answers in the time a turn has, and takes what is written.</summary>
sealed class Ready(IRowStore rows, TimeProvider time)
{
    const string Name = "ready";

    volatile bool _refused;

    /// <summary>What the storage made of a commit.</summary>
    public void Saved(bool saved) => _refused = !saved;

    /// <summary>What became of a turn: more than commits is saved for one.</summary>
    public void Served(ReplyKind kind)
    {
        if (kind == ReplyKind.NotSaved)
            _refused = true;
    }

    /// <summary>Reads, and where something was not saved also writes, since a storage may do the one and not the other.</summary>
    public async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            return await Try(ct).WaitAsync(Mailbox.Deadline, time, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    async Task<bool> Try(CancellationToken ct)
    {
        // There is none, or an empty one: anything else is no storage of ours.
        if (await rows.Get(Name, Name, ct) is { Data.Length: > 0 })
            return false;
        if (!_refused)
            return true;
        if (await rows.Write(Name, [new RowChange.Put(Name, Array.Empty<byte>())], ct) is not WriteResult.Written)
            return false;
        _refused = false;
        return true;
    }
}
