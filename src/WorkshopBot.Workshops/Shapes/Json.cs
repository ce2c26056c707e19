using System.Text.Json;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>The few pieces of JSON that several shapes share.</summary>
public static class Json
{
    /// <summary>Writes a number without the trailing zeros a decimal remembers, so that 2.00 and 2 are the same bytes.</summary>
    public static void Number(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value / 1.000000000000000000000000000000m);

    public static void Number(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is not { } number) return;
        writer.WritePropertyName(name);
        Number(writer, number);
    }

    /// <summary>Writes how we know into the object that is open: source, level, n, period, link; absent is omitted.</summary>
    public static void Source(Utf8JsonWriter writer, Source source)
    {
        if (source.Text is { } text) writer.WriteString("source", text);
        if (source.Level is { } level) writer.WriteString("level", level);
        Number(writer, "n", source.N);
        if (source.Period is { } period) writer.WriteString("period", period);
        if (source.Link is { } link) writer.WriteString("link", link);
    }

    /// <summary>Reads what <see cref="Source(Utf8JsonWriter, Source)"/> wrote; null when none of it is there.</summary>
    public static Source? Source(this JsonElement stored)
    {
        var source = new Source(stored.Text("source"), stored.Text("level"), stored.Text("period"), stored.Number("n"), stored.Text("link"));
        return source is { Text: null, Level: null, Period: null, N: null, Link: null } ? null : source;
    }

    public static string? Text(this JsonElement stored, string name) => stored.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static decimal? Number(this JsonElement stored, string name) => stored.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
}
