using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Stored;

/// <summary>The stored form of a phrase: an array of its code and arguments, so that a first answer can be given again in any language.</summary>
public static class PhraseJson
{
    public static void Write(Utf8JsonWriter writer, Phrase phrase)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(phrase.Code);
        foreach (var arg in phrase.Args) Write(writer, arg);
        writer.WriteEndArray();
    }

    public static Phrase Read(JsonElement stored) => new(stored[0].GetString()!, [.. stored.EnumerateArray().Skip(1).Select(ReadArg)]);

    private static void Write(Utf8JsonWriter writer, Arg arg)
    {
        switch (arg)
        {
            case Arg.Text text: writer.WriteStringValue(text.Value); break;
            case Arg.Number number: writer.WriteNumberValue(number.Value); break;
            case Arg.Inner inner: Write(writer, inner.Value); break;
            case Arg.Date date:
                writer.WriteStartObject();
                writer.WriteString("date", date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                writer.WriteEndObject();
                break;
            case Arg.Moment moment:
                writer.WriteStartObject();
                writer.WriteString("moment", moment.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                writer.WriteString("zone", moment.Zone);
                writer.WriteEndObject();
                break;
            case Arg.Word word:
                writer.WriteStartObject();
                writer.WriteString("word", word.Key);
                writer.WriteString("en", word.English);
                writer.WriteEndObject();
                break;
            case Arg.Several several:
                writer.WriteStartObject();
                writer.WriteStartArray("several");
                foreach (var value in several.Values) Write(writer, value);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default: throw new InvalidOperationException($"No stored form for {arg.GetType().Name}.");
        }
    }

    private static Arg ReadArg(JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.String => stored.GetString()!,
        JsonValueKind.Number => stored.GetDecimal(),
        JsonValueKind.Array => Read(stored),
        _ when stored.TryGetProperty("date", out var date) => DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when stored.TryGetProperty("moment", out var moment) => new Arg.Moment(moment.GetDateTimeOffset(), stored.TryGetProperty("zone", out var zone) ? zone.GetString()! : ""),
        _ when stored.TryGetProperty("word", out var word) => new Arg.Word(word.GetString()!, stored.GetProperty("en").GetString()!),
        _ => new Arg.Several(ImmutableArray.CreateRange(stored.GetProperty("several").EnumerateArray().Select(ReadArg))),
    };
}
