using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Workshops.Stored;

/// <summary>The stored form of which rooms take part and who is one human. What was stored before there was any of it is of its first person's tenant.</summary>
internal static class TenancyJson
{
    /// <summary>The room an event or ask is about; null where it says none.</summary>
    public static RoomRef? Room(JsonElement s) => s.Text("room") is { } key ? new(key, s.Text("roomName") ?? key) : null;

    public static void Write(Utf8JsonWriter w, Workshop workshop)
    {
        var tenancy = workshop.Tenancy;
        w.WriteStartObject("tenancy");
        w.WriteString("owner", tenancy.Owner);
        if (tenancy.Home is { } home) Room(w, home);
        if (!tenancy.Admitted.IsEmpty) Objects(w, "admitted", tenancy.Admitted.Values, room => Room(w, room));
        if (!tenancy.Left.IsEmpty) EventJson.List(w, "left", tenancy.Left);
        if (!tenancy.Shared.IsEmpty) EventJson.List(w, "shared", tenancy.Shared);
        if (!tenancy.Asks.IsEmpty) Objects(w, "asks", tenancy.Asks, ask => Ask(w, ask));
        w.WriteEndObject();
        if (workshop.Linked.IsEmpty) return;
        w.WriteStartObject("linked");
        foreach (var (person, voter) in workshop.Linked) w.WriteString(person, voter);
        w.WriteEndObject();
    }

    public static Workshop Read(JsonElement s, Workshop workshop) => workshop with
    {
        Tenancy = s.TryGetProperty("tenancy", out var tenancy) ? Tenancy(tenancy) : new() { Owner = Tenant.Of(workshop.Crew.All.FirstOrDefault()?.Key ?? "") },
        Linked = s.TryGetProperty("linked", out var linked) ? linked.EnumerateObject().ToImmutableSortedDictionary(one => one.Name, one => one.Value.GetString()!, StringComparer.Ordinal) : workshop.Linked,
    };

    private static Tenancy Tenancy(JsonElement s) => new()
    {
        Owner = s.Text("owner")!,
        Home = Room(s),
        Admitted = All(s, "admitted").Select(room => Room(room)!).ToImmutableSortedDictionary(room => room.Key, room => room, StringComparer.Ordinal),
        Left = Keys(s, "left"),
        Shared = Keys(s, "shared"),
        Asks = [.. All(s, "asks").Select((ask, index) => new RoomAsk(index + 1, Room(ask)!, ask.Text("person")!, ask.Text("name")!, ask.Text("code")!, ask.Flag("external")) { Outcome = Enum.Parse<AskOutcome>(ask.Text("outcome")!) })],
    };

    private static ImmutableSortedSet<string> Keys(JsonElement s, string name) =>
        s.TryGetProperty(name, out _) ? s.Texts(name).ToImmutableSortedSet(StringComparer.Ordinal) : ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private static void Ask(Utf8JsonWriter w, RoomAsk ask)
    {
        Room(w, ask.Room);
        w.WriteString("person", ask.Person);
        w.WriteString("name", ask.Name);
        w.WriteString("code", ask.Code);
        if (ask.External) w.WriteBoolean("external", true);
        w.WriteString("outcome", ask.Outcome.ToString());
    }

    private static void Room(Utf8JsonWriter w, RoomRef room)
    {
        w.WriteString("room", room.Key);
        w.WriteString("roomName", room.Name);
    }

    private static void Objects<T>(Utf8JsonWriter w, string name, IEnumerable<T> all, Action<T> write)
    {
        w.WriteStartArray(name);
        foreach (var one in all)
        {
            w.WriteStartObject();
            write(one);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static List<JsonElement> All(JsonElement s, string name) => s.TryGetProperty(name, out var all) ? [.. all.EnumerateArray()] : [];
}
