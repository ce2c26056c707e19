using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Words the items of one map for its table, by what their kinds declare.</summary>
internal sealed class ItemWording(Workshop w, CultureInfo culture)
{
    /// <summary>So many points between what is wanted and what is felt are worth a word.</summary>
    private const decimal Wide = 2;

    private readonly bool several = w.Map.Personas.Skip(1).Any();

    public string Text(Entry entry) => Say(entry.Item switch
    {
        Steps.Touchpoints.Feeling feeling => Phrase.Of("show.feeling", Mood(feeling.Actual), Mood(feeling.Wanted)),
        Conversion route => Phrase.Of("map.onward", route.To is { } to ? Receipts.Place(to, w) : "–", route.Percent is null ? Phrase.Of("unknown") : entry.Kind.Field("percent")!.Show(route)),
        _ => Showing.Text(w, entry),
    });

    public MapItem Item(Lane lane, Entry entry, Ref stage)
    {
        var (kind, item) = (entry.Kind, entry.Item);
        var at = Home(entry) is { } home && home != stage ? Place(entry, home) : null;
        ImmutableArray<MapChip> chips = [.. Chips(lane, entry)];
        var details = kind.Fields.Where(field => field != kind.Main && !field.Home && !field.LeadByDefault && !lane.Chips.Contains(field.Id) && !lane.Said.Contains(field.Id) && field.Id != "check" && !field.IsEmpty(item))
            .Select(field => (Label: Label(kind, field), Value: Value(field, item))).Where(detail => detail.Value.Length > 0 && !chips.Any(chip => chip.Text == detail.Value))
            .Select(detail => Say(Phrase.Of("show.field", detail.Label, detail.Value)));
        // A feeling is everybody's.
        return new(entry.Name.ToString(), Text(entry), at, chips, [.. details, .. Votes(item)], item is Steps.Touchpoints.Feeling ? "" : w.Crew[entry.By]?.Name ?? "");
    }

    /// <summary>What the stage itself says in this row.</summary>
    public IEnumerable<MapItem> Facts(Lane lane, Entry stage) =>
        from field in stage.Kind.Fields
        where field != stage.Kind.Main && !field.Hidden && !field.IsEmpty(stage.Item) && (lane.Id == MapLanes.All[0].Id ? !MapLanes.All.Any(other => other.Facts.Contains(field.Id)) : lane.Facts.Contains(field.Id))
        select new MapItem("", Say(Phrase.Of("show.field", Label(stage.Kind, field), Value(field, stage.Item))), null, [], [.. Source(stage.Item, field)], "");

    /// <summary>How long a stage takes; what it should take where nobody has looked, and then it says so; null where nobody has said either.</summary>
    public string? Lasts(Entry stage) =>
        stage.Kind.Field("observedDuration") is { } observed && !observed.IsEmpty(stage.Item) ? Value(observed, stage.Item)
        : stage.Kind.Field("targetDuration") is { } target && !target.IsEmpty(stage.Item) ? Say(Phrase.Of("show.field", Label(stage.Kind, target), Value(target, stage.Item))) : null;

    public string Label(Kind kind, Field field) => Say(new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label));

    /// <summary>The value in words; items by name, merges followed, and without those that are gone.</summary>
    public string Value(Field field, Item item) => field.Targets(item).Any()
        ? Say(Arg.List(field.Targets(item).Select(w.Map.Resolve).Distinct().Where(target => w.Map.Live(target) is not null).Select(target => Receipts.Place(target, w))))
        : Say(field.Show(item));

    /// <summary>The item this one hangs on; null for none.</summary>
    public Ref? Home(Entry entry) => entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } home ? w.Map.Resolve(home) : null;

    /// <summary>Where an item hangs; a finding says that itself.</summary>
    private MapPlace Place(Entry entry, Ref home) =>
        w.Map.Live(home) is not { } there ? new("", home.ToString()) : new(home.ToString(), entry.Item is Steps.Teams.Gap { Check: not null } ? "" : Text(there));

    private IEnumerable<MapChip> Chips(Lane lane, Entry entry)
    {
        if (entry.Item is Touchpoint { MomentOfTruth: not null }) yield return new(Say(Phrase.Of("map.moment")), "star");
        if (entry.Item is Steps.Touchpoints.Feeling { Wanted.IsEmpty: false, Actual.IsEmpty: false } feeling)
        {
            if (feeling.Wanted.Median - feeling.Actual.Median >= Wide) yield return new(Say(Phrase.Of("map.far")), "bad");
            if (feeling.Actual.Median >= feeling.Wanted.Median) yield return new(Say(Phrase.Of("map.met")), "good");
        }
        var said = new List<string>();
        foreach (var field in lane.Chips.Select(entry.Kind.Field).OfType<Field>().Where(field => !field.IsEmpty(entry.Item)))
        {
            var (shown, text) = (field.Show(entry.Item), Value(field, entry.Item));
            // "by phone, phone" and "interviews, interview" say one thing twice.
            if (said.Exists(word => word.StartsWith(text, StringComparison.OrdinalIgnoreCase))) continue;
            said.Add(text);
            yield return new(text, shown is Arg.Word word && MapLanes.Tones.TryGetValue($"{field.Id}.{word.Key[(word.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]}", out var tone) ? tone : "plain");
        }
        // Where nobody is named it is about who leads; of a feeling one wants to know whose it is.
        if (several && w.Map.PersonaOf(entry.Kind, entry.Item) is { } persona && (persona != w.Map.Lead || entry.Item is Steps.Touchpoints.Feeling) && w.Map.Live(persona) is { } who) yield return new(Text(who), "who");
    }

    private static Arg Mood(Tally tally) => tally.IsEmpty ? "–" : Phrase.Of("map.mood", tally.Scored, tally.Median);

    /// <summary>How many a feeling stands for, and how far they are apart; of one vote there is nothing to say.</summary>
    private IEnumerable<string> Votes(Item item)
    {
        if (item is not Steps.Touchpoints.Feeling feeling) yield break;
        if (feeling.Actual.Votes > 1) yield return Say(Phrase.Of("map.votes.actual", feeling.Actual.Votes, feeling.Actual.Spread));
        if (feeling.Wanted.Votes > 1) yield return Say(Phrase.Of("map.votes.wanted", feeling.Wanted.Votes, feeling.Wanted.Spread));
    }

    private static IEnumerable<string> Source(Item item, Field field) =>
        item is Stage { ObservedDuration.Source: { } observed } && field.Id == "observedDuration" ? [SourceText.Show(observed)]
        : item is Stage { TargetDuration.Source: { } target } && field.Id == "targetDuration" ? [SourceText.Show(target)] : [];

    private string Say(Arg arg) => Speech.Say(arg, culture);
}
