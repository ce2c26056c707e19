using System.Diagnostics;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests;

/// <summary>Who may open a file, and what they find in it.</summary>
[Collection(Alone.Name)]     // a process just being started holds our files open for a moment
public sealed class SqliteOpeningTests : SqliteTests
{
    [Fact]
    public async Task A_store_makes_the_folders_it_is_missing()
    {
        var path = Folder.File("a/b/c/rows.db");
        await using var rows = SqliteRowStore.Open(path, TimeProvider.System);
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("a", Bytes("one"))));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task After_reopening_all_is_there_and_no_etag_comes_back()
    {
        string first, second;
        await using (var rows = Open())
        {
            first = Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("a", Bytes("one")))).ETags[0]!;
            second = Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("b", Bytes("two")))).ETags[0]!;
            await rows.Write("p", [new RowChange.Delete("b", second)]);
        }
        Assert.Equal(["rows.db", "rows.db.lock"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await using var again = Open();
        Assert.Equal(first, (await again.Get("p", "a"))!.ETag);
        var anew = Assert.IsType<WriteResult.Written>(await again.Write("p", Insert("b", Bytes("two")))).ETags[0]!;
        Assert.DoesNotContain(anew, (string[])[first, second]);
    }

    [Fact]
    public async Task Writes_under_way_when_the_store_is_disposed_are_served()
    {
        var rows = Open();
        var writes = Enumerable.Range(0, 300).Select(i => rows.Write("p", Insert($"{i}", Bytes("x"))).AsTask()).ToList();
        await rows.DisposeAsync();
        await rows.DisposeAsync();
        Assert.All(await Task.WhenAll(writes), result => Assert.IsType<WriteResult.Written>(result));
        await using var again = Open();
        Assert.Equal(300, (await Keys(again)).Count);
    }

    [Fact]
    public async Task A_second_store_on_the_same_file_is_refused_until_the_first_is_disposed()
    {
        var first = Open();
        var refusal = Assert.Throws<StorageInUseException>(() => Open());
        Assert.Contains(Folder.File(), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Folder.File(), refusal.Path);
        Assert.IsType<WriteResult.Written>(await first.Write("p", Insert("a", Bytes("one"))));
        await first.DisposeAsync();
        await using var second = Open();
        Assert.NotNull(await second.Get("p", "a"));
    }

    [Fact]
    public async Task A_link_to_the_file_is_the_same_file()
    {
        await using var first = Open();
        File.CreateSymbolicLink(Folder.File("link.db"), Folder.File());
        Assert.Throws<StorageInUseException>(() => SqliteRowStore.Open(Folder.File("link.db"), TimeProvider.System));
    }

    [UnixFact]
    public async Task A_second_process_on_the_same_file_is_refused_and_killing_the_first_frees_it()
    {
        using var other = Process.Start(new ProcessStartInfo("flock", ["--no-fork", Folder.File() + ".lock", "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)));
            Assert.Throws<StorageInUseException>(() => Open());
        }
        finally
        {
            other.Kill();
        }
        await other.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await using var rows = Open();
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("a", Bytes("one"))));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await using (Open())
        {
        }
        using (var stranger = Stranger())
            Execute(stranger, "PRAGMA user_version=2");
        var refusal = Assert.Throws<StorageFormatException>(() => Open());
        Assert.Contains(Folder.File(), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        // The refused one holds no lock and has changed nothing.
        using (var stranger = Stranger())
        {
            Assert.Equal(2L, Execute(stranger, "PRAGMA user_version"));
            Execute(stranger, "PRAGMA user_version=1");
        }
        await using var rows = Open();
    }

    [Fact]
    public void Another_programs_file_is_refused_and_left_alone()
    {
        using (var stranger = Stranger())
            Execute(stranger, "CREATE TABLE theirs(x)");
        Assert.Throws<StorageFormatException>(() => Open());
        using (var stranger = Stranger())
            Assert.Equal(1L, Execute(stranger, "SELECT count(*) FROM sqlite_master"));
    }

    [Fact]
    public void What_cannot_be_opened_says_so()
    {
        Directory.CreateDirectory(Folder.File("folder.db"));
        Assert.Equal(StorageFault.Unreachable, Assert.Throws<StorageUnavailableException>(() => SqliteRowStore.Open(Folder.File("folder.db"), TimeProvider.System)).Fault);
        File.WriteAllText(Folder.File("text.db"), new string('x', 5000));
        Assert.Equal(StorageFault.Unreachable, Assert.Throws<StorageUnavailableException>(() => SqliteRowStore.Open(Folder.File("text.db"), TimeProvider.System)).Fault);
        Assert.Equal(StorageFault.Unreachable, Assert.Throws<StorageUnavailableException>(() => SqliteRowStore.Open(Folder.File("text.db/rows.db"), TimeProvider.System)).Fault);
    }

    [Fact]
    public async Task A_file_that_came_back_without_its_log_mode_gets_it_again()
    {
        await using (var rows = Open())
            await rows.Write("p", Insert("a", Bytes("one")));
        using (var stranger = Stranger())
            Assert.Equal("delete", Execute(stranger, "PRAGMA journal_mode=DELETE"));
        await using var again = Open();
        using (var stranger = Stranger())
            Assert.Equal("wal", Execute(stranger, "PRAGMA journal_mode"));
        Assert.Equal(["a"], await Keys(again));
    }
}
