using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests;

/// <summary>Reading a file beside whoever serves it.</summary>
public sealed class SqliteReaderTests : SqliteTests
{
    [Fact]
    public async Task It_reads_what_stood_when_it_was_opened_while_the_file_is_served()
    {
        await using var rows = Open();
        await rows.Write("p", Insert("a", Bytes("one")));
        await using (var reader = SqliteRowReader.Open(Folder.File()))
        {
            for (var i = 0; i < 500; i++)
                Assert.IsType<WriteResult.Written>(await rows.Write("p", [new RowChange.Put("a", Bytes($"{i}")), new RowChange.Insert($"b-{i}", Bytes("x"))]));
            Assert.Equal(["a"], await Keys(reader));
            Assert.True((await reader.Get("p", "a"))!.Data.Span.SequenceEqual("one"u8));
            Assert.Equal(["a"], (await reader.All().ToListAsync()).Select(row => row.Row.Key));
            Assert.Empty(reader.Faults());
        }
        await using var now = SqliteRowReader.Open(Folder.File());
        Assert.Equal(501, (await Keys(now)).Count);
    }

    [Fact]
    public async Task It_writes_nothing_and_keeps_nobody_from_the_file()
    {
        await using (var first = Open())
            await first.Write("p", Insert("a", Bytes("one")));
        await using var reader = SqliteRowReader.Open(Folder.File());
        Assert.Equal(StorageFault.ReadOnly, Assert.IsType<WriteResult.Unavailable>(await reader.Write("p", Insert("b", Bytes("two")))).Fault);
        await using var rows = Open();
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("b", Bytes("two"))));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        Assert.Throws<StorageUnavailableException>(() => SqliteRowReader.Open(Folder.File()));
        Assert.Empty(Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public async Task A_newer_file_another_programs_and_none_at_all_are_refused_and_left_alone()
    {
        using (var stranger = Stranger())
            Execute(stranger, "CREATE TABLE theirs(x)");
        Assert.Throws<StorageFormatException>(() => SqliteRowReader.Open(Folder.File()));
        File.Delete(Folder.File());
        await using (Open())
        {
        }
        using (var stranger = Stranger())
            Execute(stranger, "PRAGMA user_version=2");
        Assert.Contains("newer version", Assert.Throws<StorageFormatException>(() => SqliteRowReader.Open(Folder.File())).Message, StringComparison.Ordinal);
        File.WriteAllText(Folder.File("text.db"), new string('x', 5000));
        Assert.Throws<StorageUnavailableException>(() => SqliteRowReader.Open(Folder.File("text.db")));
    }

    [Fact]
    public async Task A_file_with_a_broken_page_says_so_and_names_the_rows_on_it()
    {
        await using (var rows = Open())
            for (var i = 0; i < 50; i++)
                await rows.Write($"p-{i}", Insert("a", Bytes($"row {i} " + new string('x', 2000))));
        var bytes = await File.ReadAllBytesAsync(Folder.File());
        var page = bytes.AsSpan().IndexOf("row 17 "u8) / 4096;
        bytes.AsSpan(page * 4096, 4096).Clear();
        await File.WriteAllBytesAsync(Folder.File(), bytes);
        await using var reader = SqliteRowReader.Open(Folder.File());
        Assert.Contains("p-17 a cannot be read from the file", reader.Faults());
        Assert.DoesNotContain("p-40 a cannot be read from the file", reader.Faults());
        Assert.NotNull(await reader.Get("p-40", "a"));
    }
}
