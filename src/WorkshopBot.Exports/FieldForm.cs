using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Exports;

/// <summary>How a field stands in the export, by its shape: most as they are stored; people by name, dates as days, refs as a reader can follow them.</summary>
internal static class FieldForm
{
    public const string Days = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter writer, Field field, Item item, JourneyMap map)
    {
        switch (field.Shape)
        {
            case "item":
                if (Standing(field, item, map).FirstOrDefault() is { IsNone: false } name) writer.WriteString(field.Id, name.ToString());
                break;
            case "items":
                WriteRefs(writer, field, item, map, always: false);
                break;
            case "person":
                if (!field.IsEmpty(item) && field.Show(item) is Arg.Text person) writer.WriteString(field.Id, Plain(person.Value));
                break;
            case "date":
                if (!field.IsEmpty(item) && field.Show(item) is Arg.Date day) writer.WriteString(field.Id, day.Value.ToString(Days, CultureInfo.InvariantCulture));
                break;
            case "source":
                WriteFlat(writer, field, item);
                break;
            default:
                field.Write(writer, item);
                break;
        }
    }

    /// <summary>Several refs, each once and in ref order.</summary>
    public static void WriteRefs(Utf8JsonWriter writer, Field field, Item item, JourneyMap map, bool always)
    {
        var names = Standing(field, item, map).Distinct().Order().ToList();
        if (names.Count == 0 && !always) return;
        writer.WriteStartArray(field.Id);
        foreach (var name in names) writer.WriteStringValue(name.ToString());
        writer.WriteEndArray();
    }

    private static IEnumerable<Ref> Standing(Field field, Item item, JourneyMap map) => field.Targets(item).Select(target => Layout.Standing(target, map)).OfType<Ref>();

    /// <summary>How we know stands beside what we know, not inside an object of its own.</summary>
    private static void WriteFlat(Utf8JsonWriter writer, Field field, Item item)
    {
        if (field.IsEmpty(item)) return;
        var stored = new ArrayBufferWriter<byte>();
        using (var into = new Utf8JsonWriter(stored))
        {
            into.WriteStartObject();
            field.Write(into, item);
            into.WriteEndObject();
        }
        using var document = JsonDocument.Parse(stored.WrittenMemory);
        foreach (var part in document.RootElement.GetProperty(field.Id).EnumerateObject()) part.WriteTo(writer);
    }

    // Display names come from chat platforms as they are; half characters and controls would not come back from the file.
    private static string Plain(string name) => string.Concat(name.EnumerateRunes().Where(rune => !Rune.IsControl(rune)));
}
