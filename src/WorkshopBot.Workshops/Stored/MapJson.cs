using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Stored;

/// <summary>The stored form of the map: its entries in ref order, what points at each, order of stages, merges.</summary>
public static class MapJson
{
    public static void Write(Utf8JsonWriter w, JourneyMap map)
    {
        w.WriteStartObject();
        EventJson.List(w, "stages", map.StageOrder.Select(name => name.ToString()));
        if (map.Chosen is { } lead) w.WriteString("lead", lead.ToString());
        w.WriteStartObject("aliases");
        foreach (var (younger, older) in map.Aliases.OrderBy(alias => alias.Key)) w.WriteString(younger.ToString(), older.ToString());
        w.WriteEndObject();
        w.WriteStartArray("entries");
        foreach (var entry in map.Kinds.All.SelectMany(kind => map.On(kind.Letter))) Entry(w, entry);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    public static JourneyMap Read(JsonElement s, Catalogue kinds) => JourneyMap.Restored(
        kinds,
        s.GetProperty("entries").EnumerateArray().Select(entry => Entry(entry, kinds)),
        [.. s.Texts("stages").Select(name => Ref.Read(name)!.Value)],
        s.GetProperty("aliases").EnumerateObject().ToImmutableDictionary(alias => Ref.Read(alias.Name)!.Value, alias => Ref.Read(alias.Value.GetString())!.Value),
        s.Name("lead"));

    private static void Entry(Utf8JsonWriter w, Entry entry)
    {
        w.WriteStartObject();
        w.WriteString("ref", entry.Name.ToString());
        EventJson.Item(w, "item", entry.Kind, entry.Item);
        if (entry.EntryId.Length > 0) w.WriteString("entry", entry.EntryId);
        if (entry.By.Length > 0) w.WriteString("by", entry.By);
        w.WriteString("at", entry.At);
        if (entry.Rev > 0) w.WriteNumber("rev", entry.Rev);
        if (entry.State != EntryState.Live) w.WriteNumber("state", (int)entry.State);
        if (entry.Timing != Timing.OnTime) w.WriteNumber("timing", (int)entry.Timing);
        if (entry.Mentions.Count > 0) EventJson.List(w, "mentions", entry.Mentions.All().Select(name => name.ToString()));
        if (entry.FilledBy.Count > 0)
        {
            w.WriteStartObject("filledBy");
            foreach (var (field, by) in entry.FilledBy.OrderBy(filled => filled.Key, StringComparer.Ordinal)) w.WriteString(field, by);
            w.WriteEndObject();
        }
        if (entry.Backing > 0) w.WriteNumber("backing", entry.Backing);
        if (entry.EntryId.Length > 0 && !ReferenceEquals(entry.Said, entry.Item) && !entry.Kind.Fields.All(field => field.Same(entry.Said, entry.Item))) EventJson.Item(w, "said", entry.Kind, entry.Said);
        if (entry.Unsaid) w.WriteBoolean("unsaid", true);
        w.WriteEndObject();
    }

    private static Entry Entry(JsonElement s, Catalogue kinds)
    {
        var name = s.Name("ref")!.Value;
        var kind = kinds.Of(name.Letter) ?? throw new InvalidOperationException($"The snapshot holds {name}, of a kind this version does not know.");
        return new Entry(name, kind, kind.Load(s.GetProperty("item")), s.Text("entry") ?? "", s.Text("by") ?? "", s.GetProperty("at").GetDateTimeOffset(),
            (int)(s.Number("rev") ?? 0), (EntryState)(int)(s.Number("state") ?? 0), (Timing)(int)(s.Number("timing") ?? 0),
            s.TryGetProperty("mentions", out _) ? s.Texts("mentions").Aggregate(Shelf<Ref>.Empty, (row, text) => row.Add(Ref.Read(text)!.Value)) : Shelf<Ref>.Empty,
            (int)(s.Number("backing") ?? 0),
            s.TryGetProperty("filledBy", out var filled) ? filled.EnumerateObject().ToImmutableDictionary(by => by.Name, by => by.Value.GetString()!, StringComparer.Ordinal) : Map.Entry.ByNobody) is var read && s.TryGetProperty("said", out var said) ? read with { Said = kind.Load(said), Unsaid = s.Flag("unsaid") } : read with { Unsaid = s.Flag("unsaid") };
    }
}
