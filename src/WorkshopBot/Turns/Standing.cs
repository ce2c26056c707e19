using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>A workshop as this process holds it: the state its commits led to, where the journal stood then, and the turns that may come again. Changed by its mailbox alone.</summary>
sealed class Standing(Workshop state)
{
    const int RecentBytes = 64;
    const int Objects = 3;      // bytes of objects a byte of JSON becomes, measured

    // Others look at it while the mailbox works; it is immutable, so they see one or the next.
    volatile Present _present = new(state, 0);

    public Workshop State => _present.State;

    /// <summary>The state and its version, read at once.</summary>
    public Present Present => _present;

    /// <summary>Null: nothing is in the journal yet.</summary>
    public Head? Head { get; private set; }

    public RecentTurns Recent { get; } = new();

    public long SnapshotBytes { get; set; }

    public long TailBytes { get; set; }

    /// <summary>About how much memory it takes.</summary>
    public long Size => Objects * (SnapshotBytes + TailBytes) + RecentBytes * Recent.Count;

    /// <summary>Takes over what has just been committed.</summary>
    public void Advance(Head head, Workshop after, IEnumerable<RecentTurn> turns, int bytes)
    {
        (Head, _present) = (head, new(after, head.Version));
        TailBytes += bytes;
        foreach (var turn in turns)
            Recent.Add(turn);
    }

    /// <summary>Follows what others have committed since. True: there was something.</summary>
    public bool Follow(Since since)
    {
        var from = Head?.Version ?? 0;
        if (since.Head is not { } head || head.Version < from)
            return false;
        Follow(head, since.Tail, from);
        return head.Version > from;
    }

    /// <summary>Follows what the journal holds beyond; commits that are in already, or came after the head was read, are passed over.</summary>
    public void Follow(Head head, IEnumerable<StoredCommit> commits, long from)
    {
        foreach (var commit in commits)
        {
            if (commit.Version <= from || commit.Version > head.Version)
                continue;
            _present = new(Replay(commit, State), commit.Version);
            TailBytes += commit.Data.Length;
        }
        (Head, _present) = (head, _present with { Version = head.Version });
    }

    Workshop Replay(StoredCommit commit, Workshop state)
    {
        foreach (var turn in CommitJson.Read(commit.Data, state.Playbook.Kinds))
        {
            state = Conversation.Fold(state, turn.Events, turn.By, turn.At, turn.Name.ToString());
            Recent.Add(new(turn.Name, commit.Version, turn.At));
        }
        return state;
    }
}
