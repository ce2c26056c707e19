using System.Collections.Immutable;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>
/// Which messages are kept for a workshop, what each shows, and which of them an event may have changed. Pure: says what should be read somewhere, posts nothing.
/// A key that reads the same after all costs its rendering; a forgotten one would be stale, so in doubt it is named.
/// </summary>
public static class Reactions
{
    /// <summary>Key of the message that all others of a room go under.</summary>
    public const string Root = BoardFamily.Name;

    // In the order in which they are posted. The board is first, since all else hangs on it.
    private static readonly ImmutableArray<Family> First =
    [
        new BoardFamily(),
    ];

    // All of one step before those of the next.
    private static readonly ImmutableArray<PerStep> OfAStep =
    [
        new StepFamily(),
        new FindingsFamily(),
        new OutcomeFamily(),
    ];

    private static readonly ImmutableArray<Family> Last =
    [
        new DigestFamily(),
        new AskingFamily(),
        new InviteFamily(),
    ];

    private static readonly ImmutableArray<Family> Families = [.. First, .. OfAStep, .. Last];

    // No two share a name: that stops the start.
    private static readonly Dictionary<string, Family> ByName =
        Families.SelectMany(family => family.Names, (family, name) => KeyValuePair.Create(name, family)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The keys that may read differently after these events.</summary>
    public static IReadOnlySet<string> To(IEnumerable<WorkshopEvent> events, Workshop after)
    {
        var (keys, happened) = (new HashSet<string>(StringComparer.Ordinal), new Happenings(events, after));
        if (after.Phase == Phase.NotStarted || happened.IsEmpty) return keys;
        foreach (var family in Families) keys.UnionWith(family.Changed(happened, after));
        return keys;
    }

    /// <summary>Every key there is now, also of what is only to be put right, in the order in which they are posted.</summary>
    public static IEnumerable<string> All(Workshop w) => w.Phase == Phase.NotStarted ? [] :
        First.SelectMany(family => family.Keys(w))
            .Concat(PerStep.Opened(w).SelectMany(step => OfAStep.Where(family => family.Has(step, w)).Select(family => family.Key(step))))
            .Concat(Last.SelectMany(family => family.Keys(w)));

    /// <summary>What a key shows now; null when there is nothing to post or to edit: what was posted for it before stays as it is.</summary>
    public static Kept? Show(string key, Workshop w, Reader reader) =>
        w.Phase == Phase.NotStarted ? null
        : reader.Room is { } room && !w.Tenancy.Holds(room) ? BoardFamily.Out(key, w, reader)
        : Find(key, out var named)?.Show(named, w, reader);

    /// <summary>A key as one person sees it: the board with what concerns them, in their language. Null where all see the same.</summary>
    public static View? Personal(string key, Workshop w, string person, Reader reader) => w.Phase == Phase.NotStarted ? null : Find(key, out var named)?.Personal(named, w, person, reader);

    /// <summary>What a message is called that is told once and is still to be told; null for any other.</summary>
    public static Phrase? Told(string key, Workshop w) => w.Phase == Phase.NotStarted ? null : Find(key, out var named)?.Told(named, w);

    /// <summary>What stands where a message has become shorter than it was.</summary>
    public static View Blank(Reader reader) => DigestView.Blank(reader);

    private static Family? Find(string key, out KeptKey named)
    {
        named = new(key);
        return ByName.GetValueOrDefault(named.Family);
    }
}
