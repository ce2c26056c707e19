using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The map and its parts in words. Numbers before words; what is left out is counted, never cut silently.</summary>
public static class Showing
{
    private const int MostAuthors = 10;

    public static IEnumerable<Phrase> Where(Workshop w)
    {
        yield return Phrase.Of(w.Phase == Phase.Closed ? "show.closed" : w.ToBe ? "show.to-be" : "show.as-is", w.Title);
        if (w.Frame.Scenario is { } scenario) yield return Phrase.Of("show.text", scenario);
        yield return Phrase.Of("show.step", w.Playbook.Position(w.StepId), w.Step.Word, w.Step.Asks);
        yield return Phrase.Of("show.counts", MapCounts.Items(w.Map), People.Humans.Count(w));
        yield return Share(w);
        foreach (var line in Missing(w, w.Step)) yield return line;
    }

    public static IEnumerable<Phrase> Whole(Workshop w, string mapId)
    {
        yield return Phrase.Of(w.ToBe ? "show.to-be" : "show.as-is", w.Title);
        if (mapId.Length > 0) yield return Phrase.Of("show.id", mapId);
        if (w.LinkedTo is { } from) yield return Phrase.Of("show.from", from);
        foreach (var field in Frame.Kind.Fields.Where(field => !field.IsEmpty(w.Frame))) yield return Labelled(Frame.Kind, field, w.Frame);
        var shown = 0;
        foreach (var line in Lines(w))
        {
            if (++shown > Limits.ShownItems) break;
            yield return line;
        }
        if (shown > Limits.ShownItems) yield return Phrase.Of("and-more", w.Map.Size - Limits.ShownItems);
        yield return Share(w);
    }

    public static IEnumerable<Phrase> Step(Workshop w, Steps.Step step)
    {
        yield return Phrase.Of("show.heading", step.Word, step.Serves);
        foreach (var kind in step.Kinds.Where(kind => w.Map.Count(kind.Letter) > 0))
            foreach (var line in Kind(w, kind)) yield return line;
        foreach (var line in Missing(w, step)) yield return line;
        if (w.Map.IsHypothesis) yield return Share(w);
    }

    private static IEnumerable<Phrase> Missing(Workshop w, Steps.Step step) => step.Missing(w).Select(open => Phrase.Of(open.Hard ? "show.hard" : "show.soft", open.What));

    public static IEnumerable<Phrase> Kind(Workshop w, Kind kind)
    {
        var entries = kind.Letter == JourneyMap.Stage ? w.Map.Stages : w.Map.LiveOn(kind.Letter);
        var shown = entries.Take(Limits.ShownItems).ToList();
        yield return Phrase.Of("show.kind", kind.Word, w.Map.Count(kind.Letter));
        foreach (var entry in shown) yield return Line(w, entry);
        if (w.Map.Count(kind.Letter) > shown.Count) yield return Phrase.Of("and-more", w.Map.Count(kind.Letter) - shown.Count);
    }

    /// <summary>What there is to work on; what is resolved or dropped is only counted.</summary>
    public static IEnumerable<Phrase> Gaps(Workshop w)
    {
        int Of(string state) => w.Map.Count(Gap.Kind.Letter, tag: state);
        yield return Phrase.Of("show.gaps", Of(Gap.Open), Of(Gap.Accepted), Of(Gap.Resolved), Of(Gap.Dropped));
        foreach (var entry in w.Map.LiveOn(Gap.Kind.Letter).Where(entry => ((Gap)entry.Item).State is Gap.Open or Gap.Accepted).Take(Limits.ShownItems)) yield return Line(w, entry);
    }

    public static IEnumerable<Phrase> Entry(Workshop w, Entry entry)
    {
        yield return Phrase.Of(entry.State switch { EntryState.Live => "show.entry", EntryState.Withdrawn => "show.withdrawn", _ => "show.merged" }, entry.Name, entry.Kind.Word, Arg.List(Authors(w, entry).Select(name => (Arg)name)));
        if (Says(w, entry) is { } says) yield return Phrase.Of("show.text", says);
        foreach (var field in entry.Kind.Fields.Where(field => !field.IsEmpty(entry.Item))) yield return Labelled(entry.Kind, field, entry.Item);
        foreach (var other in w.Map.Pointing(entry.Name).Take(Limits.MessageLines)) yield return Line(w, other);
    }

    /// <summary>Who said an item, by name; a feeling is everybody's who voted.</summary>
    public static IReadOnlyList<string> Authors(Workshop w, Entry entry)
    {
        List<string> names = [.. (entry.Kind.Voters(entry.Item) is { Count: > 0 } voters ? voters : [entry.By]).Select(key => w.Crew[key]?.Name).OfType<string>().Order(StringComparer.Ordinal)];
        return names.Count <= MostAuthors ? names : [.. names.Take(MostAuthors), "…"];
    }

    /// <summary>An item in a line: ref, text, place.</summary>
    public static Phrase Line(Workshop w, Entry entry)
    {
        var text = Text(w, entry);
        var home = entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } at ? at : (Ref?)null;
        var line = home is null || entry.Item is Steps.Data.Conversion ? Phrase.Of("show.item", entry.Name, text) : Phrase.Of("show.item.at", entry.Name, text, Place(w, home));
        return entry.Item is Gap gap ? Phrase.Of("show.gap", line, new Arg.Word($"choice.{gap.State}", gap.State ?? ""), gap.Teams.IsEmpty ? "–" : string.Join(" + ", gap.Teams), gap.Size ?? "–") : line;
    }

    /// <summary>What an item says, without its ref and place.</summary>
    public static Arg Text(Workshop w, Entry entry) => entry.Item switch
    {
        Steps.Touchpoints.Feeling feeling => Phrase.Of("show.feeling", Mood(feeling.Actual), Mood(feeling.Wanted)),
        Steps.Data.Conversion route => Phrase.Of("show.route", Place(w, route.From), Place(w, route.To), route.Percent is null ? Phrase.Of("unknown") : Steps.Data.Conversion.Kind.Field("percent")!.Show(route)),
        _ when Says(w, entry) is { } says => says,
        _ => entry.Kind.Main.IsEmpty(entry.Item) ? entry.Kind.Word : entry.Kind.Main.Show(entry.Item),
    };

    /// <summary>Where the map can be looked at as a page.</summary>
    public static Phrase Link(string url) => Phrase.Of("map.link", url);

    private static IEnumerable<Phrase> Lines(Workshop w)
    {
        foreach (var stage in w.Map.Stages)
        {
            yield return Phrase.Of("show.heading", stage.Name, stage.Kind.Main.Show(stage.Item));
            foreach (var line in Below(w, stage)) yield return line;
        }
        foreach (var kind in w.Map.Kinds.All.Where(kind => kind.Letter != JourneyMap.Stage))
            foreach (var entry in w.Map.LiveOn(kind.Letter).Where(entry => entry.Item is Steps.Data.Conversion || w.Map.StageOf(kind, entry.Item) is null)) yield return Line(w, entry);
    }

    /// <summary>What belongs to an item, each with what belongs to it.</summary>
    private static IEnumerable<Phrase> Below(Workshop w, Entry place) =>
        w.Map.Pointing(place.Name).Where(entry => entry.Item is not Steps.Data.Conversion && entry.Kind.Home?.Targets(entry.Item).Any(home => w.Map.Resolve(home) == place.Name) == true)
            .SelectMany(entry => Below(w, entry).Prepend(Line(w, entry)));

    public static Phrase? Says(Workshop w, Entry entry) =>
        entry.Item is Gap { Check: { } rule, Place: { } place } ? w.Playbook.Checks.FirstOrDefault(check => check.Id == rule) is { } check ? check.Says(w.Map, w.Map.Resolve(place)) : null : null;

    public static Phrase Share(Workshop w) => Phrase.Of(w.Map.IsHypothesis ? "show.hypothesis" : "show.share", decimal.Round(100 * (w.Map.EvidenceShare ?? 0)));

    public static Phrase Labelled(Kind kind, Field field, Item item) => Phrase.Of("show.field", new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label), field.Show(item));

    private static Arg Mood(Steps.Touchpoints.Tally tally) => tally.IsEmpty ? "–" : Phrase.Of("mood.spread", tally.Scored, tally.Median, tally.Votes, tally.Spread);

    /// <summary>A feeling in a few words for a card: how many voted and how far apart they are only where there were several.</summary>
    public static Arg Felt(Steps.Touchpoints.Feeling feeling)
    {
        var said = new List<Arg>();
        if (!feeling.Actual.IsEmpty) said.Add(Phrase.Of("view.feels", Voted(feeling.Actual)));
        if (!feeling.Wanted.IsEmpty) said.Add(Phrase.Of("view.wants", Voted(feeling.Wanted)));
        return Arg.List(said);
    }

    private static Phrase Voted(Steps.Touchpoints.Tally tally) => tally.Votes == 1 ? Phrase.Of("view.mood", tally.Word, tally.Median) : Phrase.Of("mood.spread", tally.Scored, tally.Median, tally.Votes, tally.Spread);

    private static Arg Place(Workshop w, Ref? place) => place is { } at ? Deciding.Receipts.Place(at, w) : "";
}
