using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Map;

/// <summary>
/// The journey map so far, indexed as it grows: by ref, by what points at what, by name, and with counters for what is there.
/// No decision walks over the map, so a turn that adds costs the same at 10 items and at 10,000; opening a step with checks, merging and
/// what people ask to see do walk. Immutable.
/// </summary>
public sealed partial record JourneyMap
{
    /// <summary>Stages and personas shape the map itself: order across, and whose journey it is.</summary>
    public const char Stage = 'S', Persona = 'P';

    private ImmutableArray<Shelf<Entry>> Shelves { get; init; }

    private JourneyMap(Catalogue kinds)
    {
        Kinds = kinds;
        Shelves = [.. Enumerable.Repeat(Shelf<Entry>.Empty, 26)];
    }

    public Catalogue Kinds { get; }

    /// <summary>All stages ever, in the order of the journey; <see cref="Stages"/> are the live ones.</summary>
    public ImmutableArray<Ref> StageOrder { get; private init; } = [];

    /// <summary>The younger of two merged items, and the older one it stands for.</summary>
    public ImmutableDictionary<Ref, Ref> Aliases { get; private init; } = ImmutableDictionary<Ref, Ref>.Empty;

    /// <summary>The persona somebody chose to lead; see <see cref="Lead"/>.</summary>
    public Ref? Chosen { get; private init; }

    private ImmutableDictionary<(char Letter, string Identity), Ref> Identities { get; init; } = ImmutableDictionary<(char, string), Ref>.Empty;

    private ImmutableDictionary<string, ImmutableArray<Ref>> Made { get; init; } = ImmutableDictionary.Create<string, ImmutableArray<Ref>>(StringComparer.Ordinal);

    public static JourneyMap Empty(Catalogue kinds) => new(kinds);

    public IEnumerable<Entry> Stages => StageOrder.Select(Live).OfType<Entry>();

    public IEnumerable<Entry> Personas => On(Persona).Where(entry => entry.IsLive);

    /// <summary>The persona a line speaks of when it names none: the chosen one, else the first; null before there is one.</summary>
    public Ref? Lead => Chosen is { } chosen && Live(Resolve(chosen)) is not null ? Resolve(chosen) : Personas.FirstOrDefault()?.Name;

    /// <summary>Every entry of a kind in ref order, also withdrawn ones. Walks the shelf: for exports and views, never for a decision.</summary>
    public IEnumerable<Entry> On(char letter) => Shelves[letter - 'A'].All();

    public IEnumerable<Entry> LiveOn(char letter) => On(letter).Where(entry => entry.IsLive);

    /// <summary>As <see cref="On"/>, the last one first; whoever takes a few walks only those.</summary>
    public IEnumerable<Entry> Newest(char letter)
    {
        var shelf = Shelves[letter - 'A'];
        for (var i = shelf.Count - 1; i >= 0; i--) yield return shelf[i];
    }

    /// <summary>The ref the next item of a kind gets.</summary>
    public Ref Next(Kind kind) => new(kind.Letter, Shelves[kind.Letter - 'A'].Count + 1);

    /// <summary>The entry of exactly this ref, live or not; null when it was never given.</summary>
    public Entry? Find(Ref name) =>
        char.IsAsciiLetterUpper(name.Letter) && Shelves[name.Letter - 'A'] is var shelf && name.Number >= 1 && name.Number <= shelf.Count ? shelf[name.Number - 1] : null;

    /// <summary>The entry when it is on the map; null when withdrawn, merged away or unknown.</summary>
    public Entry? Live(Ref name) => Find(name) is { IsLive: true } entry ? entry : null;

    /// <summary>Follows merges to the ref that survived.</summary>
    public Ref Resolve(Ref name)
    {
        while (Aliases.TryGetValue(name, out var older)) name = older;
        return name;
    }

    /// <summary>What the line, form or dialog with this id made; empty when nothing.</summary>
    public ImmutableArray<Ref> MadeBy(string entryId) => Made.TryGetValue(entryId, out var refs) ? refs : [];

    /// <summary>What the lines of a message made, by line number. Walks over all entries: for what is said of an earlier message, never for a new one.</summary>
    public ImmutableSortedDictionary<int, ImmutableArray<Ref>> MadeIn(string turn)
    {
        var lines = ImmutableSortedDictionary<int, ImmutableArray<Ref>>.Empty;
        foreach (var (id, refs) in Made)
            if (id.StartsWith(turn, StringComparison.Ordinal) && id.AsSpan(turn.Length) is ['/', .. var rest]
                && int.TryParse(rest.IndexOf('.') is >= 0 and var dot ? rest[..dot] : rest, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
                lines = lines.SetItem(line, [.. (lines.TryGetValue(line, out var others) ? others : []).AddRange(refs).Order()]);
        return lines;
    }

    public Ref? Identified(char letter, string identity) => Identities.TryGetValue((letter, identity), out var name) ? name : null;

    /// <summary>The live item people call by this full name, among the kinds of the given letters; of any kind when there are none.</summary>
    public Ref? Named(string text, string letters = "")
    {
        var folded = Tidy.Fold(text);
        foreach (var kind in Kinds.All)
            if (kind.ByName && (letters.Length == 0 || letters.Contains(kind.Letter, StringComparison.Ordinal)) && Identified(kind.Letter, folded) is { } name) return name;
        return null;
    }

    /// <summary>The stage an item belongs to, directly or through its touchpoint; null when to none.</summary>
    public Ref? StageOf(Kind kind, Item item)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            if (kind.Home?.Targets(item).FirstOrDefault() is not { IsNone: false } home || Find(Resolve(home)) is not { } entry) return null;
            if (entry.Kind.Letter == Stage) return entry.Name;
            (kind, item) = (entry.Kind, entry.Item);
        }
        return null;
    }

    /// <summary>The persona an item speaks of; null when of none.</summary>
    public Ref? PersonaOf(Kind kind, Item item) =>
        kind.Fields.FirstOrDefault(field => field.LeadByDefault)?.Targets(item).FirstOrDefault() is { IsNone: false } persona ? Resolve(persona) : null;

    /// <summary>The live items that point at this one now, in the order they came.</summary>
    public IEnumerable<Entry> Pointing(Ref name) =>
        Find(name) is not { } entry ? []
        : entry.Mentions.All().Distinct().Select(Live).OfType<Entry>().Where(other => other.Kind.Targets(other.Item).Any(target => Resolve(target) == name));
}
