using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>
/// Kept messages of one kind: which keys there are of it, what each shows, and which of them events may have changed. A newcomer is one file and one line in
/// <see cref="Reactions"/>, where they stand in the order in which they are posted. None is asked before a workshop has started.
/// </summary>
internal abstract class Family
{
    /// <summary>What its keys begin with. Stored with what was posted, so they stay as they are.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Every key there is of it now, also of what is only to be put right, in the order in which they are posted.</summary>
    public abstract IEnumerable<string> Keys(Workshop w);

    /// <summary>Its keys that may read differently after these events: all, where it knows no better. In doubt one is named.</summary>
    public virtual IEnumerable<string> Changed(Happenings happened, Workshop after) => Keys(after);

    /// <summary>What a key shows now; null when there is nothing to post or to edit: what was posted for it before stays as it is.</summary>
    public abstract Kept? Show(KeptKey key, Workshop w, Reader reader);

    /// <summary>A key as one person sees it, with what concerns them; null where all see the same.</summary>
    public virtual View? Personal(KeptKey key, Workshop w, string person, Reader reader) => null;

    /// <summary>What a message is called that is told once and is still to be told; null for any other.</summary>
    public virtual Phrase? Told(KeptKey key, Workshop w) => null;
}
