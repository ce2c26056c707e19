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
    private readonly bool several = w.Map.Personas.Skip(1).Any();

    public string Text(Entry entry) => Say(entry.Item switch
    {
        Conversion route => Phrase.Of("map.onward", route.To is { } to ? Receipts.Place(to, w) : "–", route.Percent is null ? Phrase.Of("unknown") : entry.Kind.Field("percent")!.Show(route)),
        _ => Showing.Text(w, entry),
    });

    public MapItem Item(Lane lane, Entry entry, Ref stage)
    {
        var (kind, item) = (entry.Kind, entry.Item);
        var at = Home(entry) is { } home && home != stage ? new MapPlace(w.Map.Live(home) is null ? "" : home.ToString(), Say(Receipts.Place(home, w))) : null;
        var details = kind.Fields.Where(field => field != kind.Main && !field.Home && !field.LeadByDefault && !lane.Chips.Contains(field.Id) && !lane.Said.Contains(field.Id) && field.Id != "check" && !field.IsEmpty(item))
            .Select(field => (Label: Label(kind, field), Value: Value(field, item))).Where(detail => detail.Value.Length > 0).Select(detail => Say(Phrase.Of("show.field", detail.Label, detail.Value)));
        return new(entry.Name.ToString(), Text(entry), at, [.. Chips(lane, entry)], [.. details]);
    }

    /// <summary>What the stage itself says in this row.</summary>
    public IEnumerable<MapItem> Facts(Lane lane, Entry stage) =>
        from field in stage.Kind.Fields
        where field != stage.Kind.Main && !field.Hidden && !field.IsEmpty(stage.Item) && (lane.Id == Lanes.All[0].Id ? !Lanes.All.Any(other => other.Facts.Contains(field.Id)) : lane.Facts.Contains(field.Id))
        select new MapItem("", Say(Phrase.Of("show.field", Label(stage.Kind, field), Value(field, stage.Item))), null, [], [.. Source(stage.Item, field)]);

    /// <summary>How long a stage takes; what it should take where nobody has looked; null where nobody has said either.</summary>
    public string? Lasts(Entry stage) =>
        ((string[])["observedDuration", "targetDuration"]).Select(stage.Kind.Field).OfType<Field>().FirstOrDefault(field => !field.IsEmpty(stage.Item)) is { } field ? Say(field.Show(stage.Item)) : null;

    public string Label(Kind kind, Field field) => Say(new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label));

    /// <summary>The value in words; items by name, merges followed, and without those that are gone.</summary>
    public string Value(Field field, Item item) => field.Targets(item).Any()
        ? Say(Arg.List(field.Targets(item).Select(w.Map.Resolve).Distinct().Where(target => w.Map.Live(target) is not null).Select(target => Receipts.Place(target, w))))
        : Say(field.Show(item));

    /// <summary>The item this one hangs on; null for none.</summary>
    public Ref? Home(Entry entry) => entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } home ? w.Map.Resolve(home) : null;

    private IEnumerable<MapChip> Chips(Lane lane, Entry entry)
    {
        if (entry.Item is Touchpoint { MomentOfTruth: not null }) yield return new(Say(Phrase.Of("map.moment")), "star");
        foreach (var field in lane.Chips.Select(entry.Kind.Field).OfType<Field>().Where(field => !field.IsEmpty(entry.Item)))
        {
            var shown = field.Show(entry.Item);
            yield return new(Say(shown), shown is Arg.Word word && Lanes.Tones.TryGetValue($"{field.Id}.{word.Key[(word.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]}", out var tone) ? tone : "plain");
        }
        // With one persona everything is hers.
        if (several && w.Map.PersonaOf(entry.Kind, entry.Item) is { } persona && w.Map.Live(persona) is { } who) yield return new(Text(who), "who");
    }

    private static IEnumerable<string> Source(Item item, Field field) =>
        item is Stage { ObservedDuration.Source: { } observed } && field.Id == "observedDuration" ? [SourceText.Show(observed)]
        : item is Stage { TargetDuration.Source: { } target } && field.Id == "targetDuration" ? [SourceText.Show(target)] : [];

    private string Say(Arg arg) => Speech.Say(arg, culture);
}
