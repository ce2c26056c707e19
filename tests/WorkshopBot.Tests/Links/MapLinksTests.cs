using System.Diagnostics;
using System.Text;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Links;

/// <summary>Links are made and read by whoever has the ring, and by nobody else.</summary>
public sealed class MapLinksTests(ITestOutputHelper output) : IDisposable
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    readonly TempFolder _folder = new();
    readonly ManualTime _time = new();

    static MasterKey Key(byte seed) => new([.. Enumerable.Repeat(seed, MasterKey.Bytes)]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_token_says_what_it_was_made_for_until_it_ends()
    {
        using var links = Open(new MemoryRowStore(_time));
        var token = links.Make("m-1", 3);

        Assert.Equal(new LinkTarget("m-1", 3, _time.Now + MapLinks.GoodFor), links.Read(token));
        _time.Now += MapLinks.GoodFor - TimeSpan.FromSeconds(1);
        Assert.NotNull(links.Read(token));
        _time.Now += TimeSpan.FromSeconds(1);
        Assert.Null(links.Read(token));
    }

    [Fact]
    public void Changed_anywhere_it_is_none()
    {
        using var links = Open(new MemoryRowStore(_time));
        // Of every length of the last group, since its last character has bits that mean nothing.
        foreach (var workshop in (string[])["m-1", "m-1234567890123", "m-123456789012345", "m-1234567890123456789012345678901"])
        {
            var token = links.Make(workshop, 0);
            for (var i = 0; i < token.Length; i++)
            {
                var at = Alphabet.IndexOf(token[i], StringComparison.Ordinal);
                for (var bit = 1; bit < 64; bit <<= 1)
                    Assert.Null(links.Read(token[..i] + Alphabet[at ^ bit] + token[(i + 1)..]));
                Assert.Null(links.Read(token[..i]));
                Assert.Null(links.Read(token.Insert(i, "A")));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("../../etc/passwd")]
    [InlineData("\0\uD800")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_nobody_made_is_none(string token)
    {
        using var links = Open(new MemoryRowStore(_time));
        Assert.Null(links.Read(token));
        Assert.Null(links.Read(string.Concat(Enumerable.Repeat(token, 10_000))));
    }

    [Fact]
    public void Of_another_installation_it_is_none()
    {
        using var ours = Open(new MemoryRowStore(_time));
        using var theirs = Open(new MemoryRowStore(_time));
        Assert.Null(ours.Read(theirs.Make("m-1", 0)));
    }

    [Fact]
    public async Task After_a_restart_on_the_same_file_it_is_still_good()
    {
        string token;
        await using (var rows = SqliteRowStore.Open(_folder.File(), _time))
            using (var links = Open(rows))
                token = links.Make("m-1", 0);
        await using var again = SqliteRowStore.Open(_folder.File(), _time);
        using var after = Open(again);
        Assert.Equal("m-1", after.Read(token)?.Workshop);
        Assert.Single(await new KeyRing(again).All());
    }

    [Fact]
    public async Task Under_a_master_key_no_row_holds_a_key_and_only_the_same_one_opens_them()
    {
        var rows = new MemoryRowStore(_time);
        string token;
        using (var links = Open(rows, Key(1)))
            token = links.Make("m-1", 0);
        Assert.DoesNotContain("<value>", await Stored(rows), StringComparison.Ordinal);
        Assert.Contains($"key=\"{Key(1).Id}\"", await Stored(rows), StringComparison.Ordinal);

        using (var same = Open(rows, Key(1)))
            Assert.Equal((0, "m-1"), (same.Lost, same.Read(token)?.Workshop));
        using (var none = Open(rows))
            Assert.Equal((1, null), (none.Lost, none.Read(token)));
        using (var other = Open(rows, Key(2)))
        {
            Assert.Equal(1, other.Lost);
            Assert.Null(other.Read(token));
            Assert.NotNull(other.Read(other.Make("m-1", 0)));
        }
        // Nothing was thrown away meanwhile.
        using var back = Open(rows, Key(1));
        Assert.Equal("m-1", back.Read(token)?.Workshop);
    }

    [Fact]
    public async Task Keys_saved_before_there_was_a_master_key_are_wrapped_when_there_is_one()
    {
        var rows = new MemoryRowStore(_time);
        string token;
        using (var links = Open(rows))
            token = links.Make("m-1", 0);
        Assert.Contains("<value>", await Stored(rows), StringComparison.Ordinal);

        using var wrapped = Open(rows, Key(1));
        Assert.Equal((0, "m-1"), (wrapped.Lost, wrapped.Read(token)?.Workshop));
        Assert.DoesNotContain("<value>", await Stored(rows), StringComparison.Ordinal);
        Assert.Single(await new KeyRing(rows).All());
    }

    [Theory]
    [InlineData("scribble")]
    [InlineData("<key")]
    [InlineData("<key id=\"nothing\" version=\"1\"/>")]
    public async Task A_damaged_key_is_counted_and_the_others_go_on(string damage)
    {
        var rows = new MemoryRowStore(_time);
        string token;
        using (var links = Open(rows))
            token = links.Make("m-1", 0);
        await new KeyRing(rows).Add("key-damaged", Encoding.UTF8.GetBytes(damage));

        using var after = Open(rows, Key(1));
        Assert.Equal("m-1", after.Read(token)?.Workshop);
        Assert.InRange(after.Lost, damage[^1] == '>' ? 0 : 1, 1);
    }

    [Fact]
    public void A_storage_that_takes_no_key_stops_the_start()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(_time)) { Fault = StorageFault.Full };
        Assert.Contains("keys of links", Assert.Throws<StorageUnavailableException>(() => Open(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_said_again_for_a_day_so_that_nothing_is_edited_for_its_sake()
    {
        using var links = Open(new MemoryRowStore(_time));
        var url = links.Url("m-1", 0);
        Assert.StartsWith("http://here/maps/", url, StringComparison.Ordinal);
        _time.Now += TimeSpan.FromHours(23);
        Assert.Equal(url, links.Url("m-1", 0));
        Assert.NotEqual(url, links.Url("m-1", 1));
        Assert.NotEqual(url, links.Url("m-2", 0));
        _time.Now += TimeSpan.FromHours(1);
        Assert.NotEqual(url, links.Url("m-1", 0));
    }

    [Fact]
    public void What_making_and_reading_cost()
    {
        const int Times = 2_000;
        using var links = Open(new MemoryRowStore(_time));
        var tokens = Enumerable.Range(0, Times).Select(i => links.Make($"m-{i}", 0)).ToList();
        Assert.All(tokens, token => Assert.NotNull(links.Read(token)));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
            links.Make("m-1", 0);
        var making = watch.Elapsed;
        watch.Restart();
        foreach (var token in tokens)
            links.Read(token);
        output.WriteLine(FormattableString.Invariant($"a link is made in {making.TotalMicroseconds / Times:F1} µs and read in {watch.Elapsed.TotalMicroseconds / Times:F1} µs; it has {tokens[0].Length} characters"));
    }

    MapLinks Open(IRowStore rows, MasterKey? master = null) => MapLinks.Open(rows, _time, master, () => "http://here");

    static async Task<string> Stored(IRowStore rows) => string.Join('\n', (await new KeyRing(rows).All()).Select(row => Encoding.UTF8.GetString(row.Data.Span)));
}
