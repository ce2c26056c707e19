using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Shapes;

namespace WorkshopBot.Workshops.Schedule;

/// <summary>The stored form of a deadline, as a property of an event or a state: {"at", "zone", "local"}. Any of them may be missing; what is left says the rest.</summary>
public static class DeadlineJson
{
    private const string Clock = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public static void Write(Utf8JsonWriter w, string name, Deadline deadline)
    {
        w.WriteStartObject(name);
        w.WriteString("at", deadline.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        w.WriteString("zone", deadline.Zone);
        w.WriteString("local", deadline.Local.ToString(Clock, CultureInfo.InvariantCulture));
        w.WriteEndObject();
    }

    /// <summary>By the rules of today; null where there is none, or nothing says when.</summary>
    public static Deadline? Read(JsonElement stored, string name)
    {
        if (!stored.TryGetProperty(name, out var s) || s.ValueKind != JsonValueKind.Object) return null;
        var id = s.Text("zone") ?? Zone.Utc.Id;
        DateTimeOffset? at = s.TryGetProperty("at", out var instant) ? instant.GetDateTimeOffset() : null;
        DateTime? local = s.Text("local") is { } clock ? DateTime.ParseExact(clock, Clock, CultureInfo.InvariantCulture) : null;
        return (at, local) switch
        {
            ({ } both, { } named) => new Deadline(both, id, named).Again(),
            ({ } alone, null) => Deadline.Exact(alone, Zone.Of(id)) with { Zone = id },
            (null, { } alone) => Deadline.Named(alone, Zone.Of(id)) with { Zone = id },
            _ => null,
        };
    }
}
