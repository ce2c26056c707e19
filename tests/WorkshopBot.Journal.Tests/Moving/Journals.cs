using System.Text;
using WorkshopBot.Journal.Memory;

namespace WorkshopBot.Journal.Tests.Moving;

/// <summary>Journals to move: every kind of row this room writes, and what is compared of them.</summary>
static class Journals
{
    public static MemoryRowStore Empty() => new(TimeProvider.System);

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Workshops with everything around them.</summary>
    public static async Task Write(IRowStore rows, TimeProvider time, int workshops = 3, int commits = 5)
    {
        for (var w = 0; w < workshops; w++)
        {
            var id = $"m-{w}";
            var (journal, lanes) = (new WorkshopJournal(rows), new Lanes(rows));
            Assert.IsType<ClaimResult.Claimed>(await new WorkshopIndex(rows).ClaimRoom($"room {w}", id, null));
            Assert.Null(await new WorkshopIndex(rows).AddToTenant("tenant", id));
            Assert.Null(await new Agenda(rows, time, new()).Ensure(id));
            await Commit(journal, id, commits);
            Assert.Null(await journal.SaveSnapshot(id, Math.Max(1, commits - 2), Noise(w == 1 ? 1_500_000 : 100)));
            Assert.IsType<WriteResult.Written>(await lanes.Write(id, new("room") { Kept = 2 }, null, [new("room", "board", 0) { PlatformId = "7", Shown = 2 }, new("room", "digest", 1)]));
            Assert.IsType<WriteResult.Written>(await new Seats(rows).Save("room", $"ann {w}", new() { Workshop = id }, null));
            Assert.Null(await new SeatList(rows).Add(id, "room", "ann"));
            Assert.IsType<WriteResult.Written>(await new JoinCodes(rows).Add($"CODE{w}", new(id, "c", time.GetUtcNow())));
        }
        Assert.True(await new Guesses(rows).Count("ann", "t", 5, TimeSpan.FromHours(1), time.GetUtcNow()));
        Assert.IsType<WriteResult.Written>(await new KeyRing(rows).Add("one", Bytes("<key/>")));
        Assert.IsType<WriteResult.Written>(await new Notes(rows).Write("n", Bytes("note")));
    }

    public static async Task Commit(WorkshopJournal journal, string workshop, int count)
    {
        var head = await journal.Head(workshop);
        for (var i = 0; i < count; i++)
            head = Assert.IsType<AppendResult.Appended>(await journal.Append(workshop, head, Guid.NewGuid(), Bytes($"event {i}"), null)).Head;
    }

    public static async Task<MemoryStream> Export(IRowStore rows, IRowScan scan)
    {
        var file = new MemoryStream();
        await WorkshopBot.Journal.Moving.Export.Write(rows, scan, file, row => Assert.Fail(row.Row.Key));
        file.Position = 0;
        return file;
    }

    /// <summary>All rows as text, whatever the order they come in.</summary>
    public static async Task<IReadOnlyList<string>> Contents(IRowScan scan) =>
        [.. (await scan.All().ToListAsync()).Select(row => $"{row.Partition}|{row.Row.Key}|{Convert.ToHexString(row.Row.Data.Span)}").Order(StringComparer.Ordinal)];

    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
