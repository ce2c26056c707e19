using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Dialogs;

/// <summary>The stored form of a dialog, for a seat; never for a journal.</summary>
public static class DialogJson
{
    private const int Version = 1;

    public static byte[] Write(Dialog dialog)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var w = new Utf8JsonWriter(buffer))
        {
            w.WriteStartObject();
            w.WriteNumber("dialog", Version);
            w.WriteString("id", dialog.Id);
            w.WriteString("workshop", dialog.Workshop);
            w.WriteString("of", dialog.Of);
            if (dialog.Item is { } item) w.WriteString("item", item.ToString());
            if (dialog.Was is { } was) w.WriteString("was", was);
            w.WriteString("field", dialog.Field);
            w.WriteString("asked", dialog.Asked);
            EventJson.List(w, "turns", dialog.Turns);
            w.WriteStartObject("answers");
            foreach (var (field, answer) in dialog.Answers) w.WriteString(field, answer);
            w.WriteEndObject();
            w.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The dialog that was written; null for anything else, since a seat may hold anything.</summary>
    public static Dialog? Read(ReadOnlyMemory<byte> stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            var s = document.RootElement;
            if (s.ValueKind != JsonValueKind.Object || !s.TryGetProperty("dialog", out var version) || version.ValueKind != JsonValueKind.Number || version.GetInt32() != Version) return null;
            return new(Text("id"), Text("workshop"), Text("of"), s.TryGetProperty("item", out _) ? Ref.Read(Text("item")) : null, s.TryGetProperty("was", out _) ? Text("was") : null, Text("field"),
                s.GetProperty("answers").EnumerateObject().ToImmutableSortedDictionary(answer => answer.Name, answer => answer.Value.GetString()!, StringComparer.Ordinal), s.Texts("turns"), s.GetProperty("asked").GetDateTimeOffset());

            string Text(string name) => s.GetProperty(name).GetString() ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
