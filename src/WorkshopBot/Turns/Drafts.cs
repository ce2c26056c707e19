using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>The forms a person has begun, in their seat: few and not long, so that the seat's row does not grow without end, and for as long as a seat keeps what nobody goes on with.</summary>
static class Drafts
{
    public const int Most = 3;

    /// <summary>Characters in one form: as many as a message may hold.</summary>
    public const int MostText = Limits.MessageBytes;

    /// <summary>What was kept with a form typed into since; the oldest goes where there are too many. With no field the form is forgotten; grown too long, it stays as it was.</summary>
    public static ImmutableArray<Draft> With(ImmutableArray<Draft> kept, Draft typed)
    {
        var fields = (kept.FirstOrDefault(typed.IsOf)?.Fields ?? typed.Fields).SetItems(typed.Fields);
        var others = kept.RemoveAll(typed.IsOf);
        return typed.Fields.IsEmpty || fields.Values.All(string.IsNullOrWhiteSpace) ? others
            : fields.Sum(pair => pair.Key.Length + pair.Value.Length) > MostText ? kept
            : [.. others.TakeLast(Most - 1), typed with { Fields = fields }];
    }

    /// <summary>What is not over, as far as one workshop goes.</summary>
    public static ImmutableArray<Draft> Left(ImmutableArray<Draft> kept, string over, DateTimeOffset now) => kept.RemoveAll(draft => draft.Workshop == over || now - draft.At > SeatEnd.Unused);

    /// <summary>Empty when the seat holds none, or something of another kind.</summary>
    public static ImmutableArray<Draft> Read(ReadOnlyMemory<byte>? stored)
    {
        if (stored is not { } bytes)
            return [];
        try
        {
            return [.. (JsonSerializer.Deserialize(bytes.Span, DraftsJson.Default.DraftArray) ?? [])
                .Where(draft => draft is { Workshop: not null, Of: not null, Item: not null, Fields: not null }).Select(draft => draft with { Fields = draft.Fields.WithComparers(StringComparer.Ordinal) })];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Null for none.</summary>
    public static ReadOnlyMemory<byte>? Write(ImmutableArray<Draft> kept) =>
        kept.IsEmpty ? default(ReadOnlyMemory<byte>?) : JsonSerializer.SerializeToUtf8Bytes([.. kept], DraftsJson.Default.DraftArray);
}

/// <summary>The JSON of forms that were begun.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Draft[]))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
sealed partial class DraftsJson : JsonSerializerContext;
