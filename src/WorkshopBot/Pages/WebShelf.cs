using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopBot.Channels.Web;
using WorkshopBot.Journal;

namespace WorkshopBot.Pages;

/// <summary>Keeps the messages of the try-it page in rows, the newest first, so that they are there after a restart.</summary>
/// <param name="rows">The storage.</param>
/// <param name="log">Failures.</param>
/// <param name="shared">Other nodes write to the storage too.</param>
public sealed class WebShelf(IRowStore rows, ILogger log, bool shared = false) : IWebShelf
{
    /// <summary>Messages of a place that are still shown; a room that has more has had many workshops.</summary>
    public const int MostShown = 200;

    const string Row = "m-";
    const string RowsEnd = "m.";    // '.' follows '-'
    const string Where = "i-";      // under an id: the key of its row

    const string Changed = "v";     // written with every change

    public bool IsShared => shared;

    // Where nothing was ever put there is no such row.
    public ValueTask<string?> Mark(string place, CancellationToken ct) => Try<string?>(null, async () => (await rows.Get(Partition(place), Changed, ct))?.ETag ?? "");

    public ValueTask<IReadOnlyList<WebMessage>?> Load(string place, CancellationToken ct) => Try<IReadOnlyList<WebMessage>?>(null, async () =>
    {
        var found = await rows.Range(Partition(place), Row, RowsEnd, MostShown, ct);
        return [.. found.Select(Read).OfType<WebMessage>().Reverse()];
    });

    public ValueTask<ShelfFind> Find(string place, string id, CancellationToken ct) => Try(default(ShelfFind), async () =>
    {
        var where = await rows.Get(Partition(place), Where + Hash(id, 32), ct);
        var found = where is null ? null : await rows.Get(Partition(place), Encoding.UTF8.GetString(where.Data.Span), ct);
        return new ShelfFind(Told: true, found is null ? null : Read(found));
    });

    public async ValueTask<bool> Save(string place, WebMessage message, CancellationToken ct)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(ShelvedMessage.Of(message), ShelfJson.Default.ShelvedMessage);
        var key = Key(message);
        List<RowChange> changes = [new RowChange.Put(key, data), new RowChange.Put(Where + Hash(message.Id, 32), Encoding.UTF8.GetBytes(key))];
        if (shared)
            changes.Add(new RowChange.Put(Changed, Array.Empty<byte>()));
        return await rows.Write(Partition(place), changes, ct) is WriteResult.Written;
    }

    async ValueTask<T> Try<T>(T unknown, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is StorageUnavailableException or JsonException)
        {
            log.LogWarning("The messages of a place could not be read: {Fault}", e.GetType().Name);
            return unknown;
        }
    }

    static WebMessage? Read(StoredRow row) => JsonSerializer.Deserialize(row.Data.Span, ShelfJson.Default.ShelvedMessage)?.Message;

    // People name rooms as they like.
    static string Partition(string place) => "web-" + Hash(place, 32);

    // Counted down, so that the newest are the first of a range.
    static string Key(WebMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{Row}{DateTimeOffset.MaxValue.UtcTicks - message.At.UtcTicks:D19}-{Hash(message.Id, 16)}");

    static string Hash(string name, int characters) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..characters];
}

/// <summary>A message as its row holds it.</summary>
sealed record ShelvedMessage(string Id, string Key, string? Under, int Version, string Text, ReadOnlyMemory<byte> Card, DateTimeOffset At)
{
    public static ShelvedMessage Of(WebMessage message) => new(message.Id, message.Key, message.Under, message.Version, message.Text, message.Card, message.At);

    [JsonIgnore]
    public WebMessage Message => new(Id, Key, Under, Version, Text, Card, At);
}

/// <summary>The JSON of these rows.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShelvedMessage))]
sealed partial class ShelfJson : JsonSerializerContext;
