using System.Globalization;
using System.Text;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Journal.Tests.Moving;

namespace WorkshopBot.Journal.Tests.Checking;

/// <summary>Workshops whose commits are numbers and whose state is their sum, so that this room's tests need no other room.</summary>
static class Toys
{
    const int Commits = 5;

    public static JournalCheck Check<T>(T rows) where T : IRowStore, IRowScan =>
        new(rows, rows, _ => new Reader(), [new("keys", "keys", (_, row) => Encoding.UTF8.GetString(row.Data.Span).StartsWith('<') ? RowReading.Fine : new("no key"))]);

    /// <summary>All kinds of rows, around three workshops of five commits each.</summary>
    public static async Task Write(IRowStore rows, TimeProvider time)
    {
        await Journals.Write(rows, time, commits: 0);
        var journal = new WorkshopJournal(rows);
        for (var w = 0; w < 3; w++)
        {
            // Noise goes before the commits that are to be compared with it.
            foreach (var row in await rows.Range($"w-m-{w}", "s-", "snaq", 100))
                await rows.Write($"w-m-{w}", [new RowChange.Delete(row.Key, row.ETag)]);
            Head? head = null;
            for (var i = 1; i <= Commits; i++)
                head = ((AppendResult.Appended)await journal.Append($"m-{w}", head, Guid.NewGuid(), Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)), null)).Head;
            // The middle one takes more than one part.
            Assert.Null(await journal.SaveSnapshot($"m-{w}", 3, w == 1 ? [.. "6"u8, .. Journals.Noise(1_500_000)] : "6"u8.ToArray()));
        }
    }

    sealed class Reader : IWorkshopReader
    {
        int? _sum = 0;

        public string? Read(StoredCommit commit)
        {
            if (!int.TryParse(Encoding.UTF8.GetString(commit.Data.Span), CultureInfo.InvariantCulture, out var number))
                return "no toy";
            _sum += number;
            return null;
        }

        public void Skip() => _sum = null;

        public string? Compare(ReadOnlyMemory<byte> snapshot) => _sum is null || (snapshot.Span[0] - '0' == _sum && snapshot.Length is 1 or > 1_000_000) ? null : "says something else";
    }
}
