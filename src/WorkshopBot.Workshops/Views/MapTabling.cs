using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Lays one map out as a table: sorts its items into cells, then words them until the limit is reached. Used once.</summary>
internal sealed class MapTabling(Workshop w, CultureInfo culture)
{
    private readonly ItemWording wording = new(w, culture);
    private readonly Dictionary<(char Letter, Ref Stage), List<Entry>> placed = [];
    private int left = Limits.ShownItems;

    public MapTable Table()
    {
        ImmutableArray<Entry> stages = [.. w.Map.Stages];
        Place();
        var personas = w.Map.Personas.OrderBy(entry => entry.Name != w.Map.Lead).Select(Persona).ToImmutableArray();
        left -= stages.Length + personas.Length;
        ImmutableArray<Lane> all = [.. MapLanes.All.Select(Known).OfType<Lane>(), MapLanes.Rest(w.Map.Kinds)];
        var lanes = all.Select(lane => Row(lane, stages)).Where(lane => lane.Form.Length + lane.Cells.Length > 0).Where(lane => lane.Id != all[^1].Id || !lane.IsEmpty).ToImmutableArray();
        var also = w.Map.Kinds.All.Select(kind => Group(kind, all)).OfType<MapGroup>().ToImmutableArray();
        var more = lanes.Sum(lane => lane.Cells.Sum(cell => cell.More)) + also.Sum(group => group.More);
        return new(
            w.Title, State(), Say(Showing.Share(w)), w.Map.IsHypothesis, w.Phase == Phase.Running, w.Frame.Scenario, Facts(Frame.Kind, w.Frame, field => !MapLanes.Unshown.Contains(field.Id) || (!w.Frame.TellsParts && Frame.InScenario.Contains(field.Id))), personas,
            [.. stages.Select(stage => new MapStage(stage.Name.ToString(), wording.Text(stage), wording.Lasts(stage)))], lanes, also, more, more == 0 ? null : Say(Phrase.Of("and-more", more)), Counts(lanes));
    }

    /// <summary>The row with the kinds this workshop has; null when it is left with none and no facts.</summary>
    private Lane? Known(Lane lane) =>
        lane with { Kinds = [.. lane.Kinds.Where(kind => w.Map.Kinds.Of(kind.Letter) == kind)] } is var known && known.Kinds.IsEmpty && known.Facts.IsEmpty ? null : known;

    private void Place()
    {
        foreach (var kind in w.Map.Kinds.All.Where(kind => kind.Letter is not (JourneyMap.Stage or JourneyMap.Persona)))
            foreach (var entry in w.Map.LiveOn(kind.Letter))
            {
                // A stage that was withdrawn is no column, so what hung on it stands beside the table.
                var stage = w.Map.StageOf(kind, entry.Item) is { } at && w.Map.Live(at) is not null ? at : default;
                if (!placed.TryGetValue((kind.Letter, stage), out var list)) placed[(kind.Letter, stage)] = list = [];
                list.Add(entry);
            }
    }

    private MapLane Row(Lane lane, ImmutableArray<Entry> stages) =>
        new(lane.Id, Say(lane.Word), Say(lane.Collects), lane.Form, lane.Always, [.. stages.Select((stage, index) => Cell(lane, stage, index == stages.Length - 1))]);

    private MapCell Cell(Lane lane, Entry stage, bool last)
    {
        ImmutableArray<MapItem> facts = [.. wording.Facts(lane, stage)];
        var (items, more) = Items(lane, lane.Kinds, stage.Name);
        var empty = facts.Length + items.Length + more > 0 || lane.Id == "also" ? "" : Say(lane.Onward && last ? Phrase.Of("map.end") : Phrase.Of($"lane.{lane.Id}.empty", wording.Text(stage)));
        return new(stage.Name.ToString(), [.. facts, .. items], more, empty);
    }

    private MapGroup? Group(Kind kind, ImmutableArray<Lane> lanes)
    {
        var (items, more) = Items(lanes.First(lane => lane.Kinds.Contains(kind) || lane.Id == "also"), [kind], default);
        return items.IsEmpty && more == 0 ? null : new(kind.Id, Say(kind.Word), items, more);
    }

    /// <summary>What hangs on the stage itself comes first; what is settled comes last.</summary>
    private (ImmutableArray<MapItem> Items, int More) Items(Lane lane, ImmutableArray<Kind> kinds, Ref stage)
    {
        List<Entry> here = [.. kinds.SelectMany(kind => placed.GetValueOrDefault((kind.Letter, stage)) ?? [])];
        var shown = here.OrderBy(entry => entry.Item is Gap { State: Gap.Resolved or Gap.Dropped }).ThenBy(entry => lane.Kinds.IndexOf(entry.Kind)).ThenBy(entry => wording.Home(entry) is { } home && home != stage)
            .Take(Math.Max(left, 0)).Select(entry => wording.Item(lane, entry, stage)).ToImmutableArray();
        left -= shown.Length;
        return (shown, here.Count - shown.Length);
    }

    private MapPersona Persona(Entry entry)
    {
        ImmutableArray<string> said = ["name", "job"];
        var job = entry.Kind.Field("job") is { } field && !field.IsEmpty(entry.Item) ? Say(field.Show(entry.Item)) : null;
        return new(entry.Name.ToString(), wording.Text(entry), job, Facts(entry.Kind, entry.Item, fact => MapLanes.Portrait.Contains(fact.Id)), Facts(entry.Kind, entry.Item, fact => !MapLanes.Portrait.Contains(fact.Id) && !said.Contains(fact.Id)));
    }

    private ImmutableArray<MapFact> Facts(Kind kind, Item item, Func<Field, bool> which) =>
        [.. kind.Fields.Where(field => !field.Hidden && !field.IsEmpty(item) && which(field)).Select(field => new MapFact(wording.Label(kind, field), wording.Value(field, item)))];

    private string State()
    {
        var state = Say(Phrase.Of(w.ToBe ? "map.to-be" : "map.as-is"));
        return w.Phase == Phase.Closed ? Say(Phrase.Of("map.closed", state)) : state;
    }

    private ImmutableArray<string> Counts(ImmutableArray<MapLane> lanes)
    {
        var cells = lanes.Where(lane => lane.Always || !lane.IsEmpty).SelectMany(lane => lane.Cells).ToList();
        return
        [
            Say(Phrase.Of("map.cells", cells.Count(cell => !cell.IsEmpty), cells.Count)), Say(Phrase.Of("map.gaps", MapCounts.ToClose(w.Map))), Say(Phrase.Of("map.people", People.Humans.Count(w))),
            Say(Phrase.Of("map.as-of", DateOnly.FromDateTime(w.At.UtcDateTime), w.At.UtcDateTime.ToString("HH:mm", culture))),
        ];
    }

    private string Say(Arg arg) => Speech.Say(arg, culture);
}
