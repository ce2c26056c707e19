using System.Text;
using System.Text.Json;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Links;
using WorkshopBot.Pages;

namespace WorkshopBot.Cli.Journals;

/// <summary>Rows whose bytes only the hall reads: the keys of links and secrets, the messages of the try-it page, and the one by which a storage shows that it takes what is written.</summary>
static class HallRows
{
    public static readonly IReadOnlyList<RowFamily> All =
    [
        new("keys", "keys", (partition, row) => partition != "keys" || !row.Key.StartsWith("k-", StringComparison.Ordinal) ? RowReading.Unknown : KeyRows.IsKey(row) ? RowReading.Fine : new("is no key")),
        new("ready", "signs of readiness", (partition, row) => (partition, row.Key) != ("ready", "ready") ? RowReading.Unknown : row.Data.IsEmpty ? RowReading.Fine : new("holds something")),
        new("web-", "rows of the try-it page", (_, row) => row.Key switch
        {
            ['m', '-', ..] => JsonSerializer.Deserialize(row.Data.Span, ShelfJson.Default.ShelvedMessage) is { Id: not null, Key: not null, Text: not null } ? RowReading.Fine : new("cannot be read"),
            ['i', '-', ..] => Encoding.UTF8.GetString(row.Data.Span).StartsWith("m-", StringComparison.Ordinal) ? RowReading.Fine : new("cannot be read"),
            "v" => row.Data.IsEmpty ? RowReading.Fine : new("holds something"),
            _ => RowReading.Unknown,
        }),
    ];
}
