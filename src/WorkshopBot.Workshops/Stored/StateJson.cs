using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Stored;

/// <summary>The stored form of a whole workshop: a snapshot, always disposable, since the events say the same. Counters, lists and names are not stored; they follow.</summary>
public static class StateJson
{
    public static void Write(Utf8JsonWriter w, Workshop workshop)
    {
        w.WriteStartObject();
        w.WriteString("phase", workshop.Phase.ToString());
        w.WriteString("title", workshop.Title);
        if (workshop.ToBe) w.WriteBoolean("toBe", true);
        if (workshop.LinkedTo is { } from) w.WriteString("from", from);
        EventJson.Item(w, "frame", Frame.Kind, workshop.Frame);
        w.WriteString("step", workshop.StepId);
        w.WriteString("stepBy", workshop.StepOpenedBy);
        w.WriteString("stepAt", workshop.StepOpenedAt);
        EventJson.List(w, "opened", workshop.Opened);
        EventJson.List(w, "passes", workshop.Passes);
        if (workshop.Ending is { } ending) w.WriteString("ending", ending.ToString());
        if (workshop.LinkEpoch > 0) w.WriteNumber("linkEpoch", workshop.LinkEpoch);
        TenancyJson.Write(w, workshop);
        w.WriteString("at", workshop.At);
        w.WriteNumber("imported", workshop.Crew.Imported);
        w.WriteStartArray("people");
        foreach (var person in workshop.Crew.All) Person(w, person);
        w.WriteEndArray();
        if (!workshop.AcceptedIn.IsEmpty)
        {
            w.WriteStartObject("accepted");
            foreach (var (gap, step) in workshop.AcceptedIn) w.WriteString(gap.ToString(), step);
            w.WriteEndObject();
        }
        w.WriteStartArray("judgements");
        foreach (var (person, judgement) in workshop.Judgements)
        {
            w.WriteStartObject();
            w.WriteString("person", person);
            EventJson.Judgement(w, judgement);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WritePropertyName("map");
        MapJson.Write(w, workshop.Map);
        w.WriteStartArray("acts");
        foreach (var (person, acts) in workshop.Acts.OrderBy(acts => acts.Key, StringComparer.Ordinal))
            foreach (var act in acts) Act(w, person, act, workshop.Playbook);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    public static Workshop Read(JsonElement s, Playbook playbook) => TenancyJson.Read(s, new(playbook)
    {
        Phase = Enum.Parse<Phase>(s.Text("phase")!),
        Title = s.Text("title")!,
        ToBe = s.Flag("toBe"),
        LinkedTo = s.Text("from"),
        Frame = (Frame)Frame.Kind.Load(s.GetProperty("frame")),
        StepId = s.Text("step")!,
        StepOpenedBy = s.Text("stepBy")!,
        StepOpenedAt = s.GetProperty("stepAt").GetDateTimeOffset(),
        Opened = s.Texts("opened").ToImmutableSortedSet(StringComparer.Ordinal),
        Passes = s.Texts("passes").ToImmutableSortedSet(StringComparer.Ordinal),
        Ending = s.Text("ending") is { } ending ? Enum.Parse<Ending>(ending) : null,
        LinkEpoch = (int)(s.Number("linkEpoch") ?? 0),
        At = s.GetProperty("at").GetDateTimeOffset(),
        Crew = s.GetProperty("people").EnumerateArray().Aggregate(Crew.Nobody with { Imported = s.GetProperty("imported").GetInt32() }, (crew, person) => crew.With(Person(person))),
        AcceptedIn = s.TryGetProperty("accepted", out var accepted) ? accepted.EnumerateObject().ToImmutableSortedDictionary(gap => Ref.Read(gap.Name)!.Value, gap => gap.Value.GetString()!) : ImmutableSortedDictionary<Ref, string>.Empty,
        Judgements = s.GetProperty("judgements").EnumerateArray().ToImmutableSortedDictionary(j => j.Text("person")!, EventJson.Judgement, StringComparer.Ordinal),
        Map = MapJson.Read(s.GetProperty("map"), playbook.Kinds),
        Acts = s.GetProperty("acts").EnumerateArray().GroupBy(act => act.Text("person")!)
            .ToImmutableDictionary(acts => acts.Key, acts => acts.Select(act => Act(act, playbook)).ToImmutableList(), StringComparer.Ordinal),
    });

    private static void Person(Utf8JsonWriter w, Participant person)
    {
        w.WriteStartObject();
        w.WriteString("key", person.Key);
        w.WriteString("name", person.Name);
        w.WriteString("role", person.Role.ToString());
        EventJson.List(w, "departments", person.Departments);
        w.WriteString("zone", person.Zone);
        w.WriteString("language", person.Language);
        if (person.Chose) w.WriteBoolean("chose", true);
        w.WriteString("at", person.At);
        w.WriteEndObject();
    }

    private static Participant Person(JsonElement s) =>
        new(s.Text("key")!, s.Text("name")!, Enum.Parse<Role>(s.Text("role")!), s.Texts("departments"), s.Text("zone")!, s.Text("language")!, s.GetProperty("at").GetDateTimeOffset()) { Chose = s.TryGetProperty("chose", out _) };

    private static void Act(Utf8JsonWriter w, string person, Act act, Playbook playbook)
    {
        w.WriteStartObject();
        w.WriteString("person", person);
        w.WriteString("turn", act.Turn);
        w.WriteString("at", act.At);
        w.WriteStartArray("back");
        foreach (var back in act.Back) EventJson.Write(w, back, playbook.Kinds);
        w.WriteEndArray();
        w.WriteStartObject("left");
        foreach (var (name, (was, now)) in act.Left.OrderBy(left => left.Key))
        {
            w.WriteStartArray(name.ToString());
            w.WriteNumberValue(was);
            w.WriteNumberValue(now);
            w.WriteEndArray();
        }
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static Act Act(JsonElement s, Playbook playbook) => new(
        s.Text("turn")!, s.GetProperty("at").GetDateTimeOffset(), [.. s.GetProperty("back").EnumerateArray().Select(back => EventJson.Read(back, playbook.Kinds))],
        s.GetProperty("left").EnumerateObject().ToImmutableDictionary(left => Ref.Read(left.Name)!.Value, left => (left.Value[0].GetInt32(), left.Value[1].GetInt32())));
}
