using System.Text;
using System.Text.Json;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Links;
using WorkshopBot.Pages;

namespace WorkshopBot.Cli.Journals;

/// <summary>Rows whose bytes only the hall reads: the keys of links and secrets, and the messages of the try-it page.</summary>
static class HallRows
{
    public static readonly IReadOnlyList<RowFamily> All =
    [
        new("keys", "keys", (partition, row) => partition != "keys" || !row.Key.StartsWith("k-", StringComparison.Ordinal) ? RowReading.Unknown : KeyRows.IsKey(row) ? RowReading.Fine : new("is no key")),
        new("web-", "rows of the try-it page", (_, row) => row.Key switch
        {
            ['m', '-', ..] => JsonSerializer.Deserialize(row.Data.Span, ShelfJson.Default.ShelvedMessage) is { Id: not null, Key: not null, Text: not null } ? RowReading.Fine : new("cannot be read"),
            ['i', '-', ..] => Encoding.UTF8.GetString(row.Data.Span).StartsWith("m-", StringComparison.Ordinal) ? RowReading.Fine : new("cannot be read"),
            _ => RowReading.Unknown,
        }),
    ];
}
