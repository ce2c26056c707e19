using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Moving;

namespace WorkshopBot.Journal.Tests.Moving;

/// <summary>The file of an export: what goes in comes out, and nothing else does.</summary>
public sealed class ExportTests
{
    readonly ManualTime _time = new();

    [Fact]
    public async Task Every_row_comes_back_byte_for_byte()
    {
        await using var rows = new MemoryRowStore(_time);
        await Journals.Write(rows, _time);
        var file = await Journals.Export(rows, rows);
        Assert.Equal(await Journals.Contents(rows), await Journals.Contents(new ExportReading(file)));
        file.Position = 0;
        var exported = await Export.Check(file);
        Assert.Equal((true, 3L), (exported.IsOneMoment, exported.Count.Workshops));
        Assert.Equal((await Journals.Contents(rows)).Count, exported.Count.Rows);
    }

    [Fact]
    public void Whatever_the_bytes_and_names() => Prop.ForAll<byte[][]>(data =>
    {
        var rows = new MemoryRowStore(_time);
        for (var i = 0; i < data.Length; i++)
            rows.Write($"p{(char)(' ' + data[i].Length % 3)}\"<&+", [new RowChange.Put($"k '{i}", data[i])]).AsTask().Wait();
        var file = Journals.Export(rows, rows).Result;
        return Journals.Contents(rows).Result.SequenceEqual(Journals.Contents(new ExportReading(file)).Result);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task An_empty_storage_is_an_export_too()
    {
        await using var rows = new MemoryRowStore(_time);
        Assert.Equal(0, (await Export.Check(await Journals.Export(rows, rows))).Count.Rows);
    }

    [Fact]
    public async Task The_same_rows_are_the_same_bytes()
    {
        await using var rows = new MemoryRowStore(_time);
        await Journals.Write(rows, _time);
        Assert.Equal((await Journals.Export(rows, rows)).ToArray(), (await Journals.Export(rows, rows)).ToArray());
    }

    [Fact]
    public async Task Cut_off_anywhere_it_is_refused()
    {
        var whole = await Small();
        var wrapping = 16;      // at the end, and without it all can still be read
        for (var length = 0; length < whole.Length - wrapping; length++)
            await Refused(whole[..length]);
        // Whole lines may be missing although it can be unpacked.
        var lines = Unpack(whole).Split('\n');
        for (var left = 0; left < lines.Length - 1; left++)
            await Refused(Pack(string.Concat(lines[..left].Select(line => line + "\n"))));
    }

    [Fact]
    public async Task With_any_byte_changed_it_is_refused_or_says_the_same()
    {
        var whole = await Small();
        var expected = await Journals.Contents(new ExportReading(new MemoryStream(whole)));
        var refused = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            var changed = whole.ToArray();
            changed[i] ^= 0x10;
            try
            {
                // Some bytes of the wrapping say nothing of the content, such as when it was made.
                Assert.Equal(expected, await Journals.Contents(new ExportReading(new MemoryStream(changed))));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, whole.Length - 10, whole.Length);
    }

    [Fact]
    public async Task With_any_character_changed_and_packed_again_it_is_refused()
    {
        var text = Unpack(await Small());
        for (var i = 0; i < text.Length; i++)
            await Refused(Pack(text[..i] + (text[i] == '0' ? '1' : '0') + text[(i + 1)..]));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{}\n", "no export")]
    [InlineData("hello\n", "no export")]
    [InlineData("""{"format":"workshopbot-journal","version":2}""" + "\n", "newer version")]
    [InlineData("""{"format":"workshopbot-journal","version":1}""" + "\n{}\n", "line 2")]
    [InlineData("""{"format":"workshopbot-journal","version":1}""" + "\n" + """{"p":"a/b","k":"c","d":""}""" + "\n", "no storage takes")]
    [InlineData("""{"format":"workshopbot-journal","version":1}""" + "\n" + """{"p":"a","k":"c","d":"%"}""" + "\n", "line 2")]
    public async Task What_is_wrong_is_said(string text, string said) => Assert.Contains(said, await Refused(Pack(text)), StringComparison.Ordinal);

    [Fact]
    public async Task What_comes_behind_the_end_is_refused()
    {
        var text = Unpack(await Small());
        Assert.Contains("goes on", await Refused(Pack(text + "{}\n")), StringComparison.Ordinal);
        await Refused([.. Pack(text), .. Pack("{}\n")]);
    }

    [Fact]
    public async Task A_line_without_an_end_fills_no_memory()
    {
        var endless = Pack(new string('x', 4 * 1024 * 1024));
        Assert.Contains("does not end", await Refused(endless), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_was_never_packed_is_refused() => Assert.Contains("unpacked", await Refused(Encoding.UTF8.GetBytes("SQLite format 3\0 and more")), StringComparison.Ordinal);

    async Task<byte[]> Small()
    {
        await using var rows = new MemoryRowStore(_time);
        await rows.Write("w-1", [new RowChange.Put("head", Journals.Bytes("{\"version\":1}")), new RowChange.Put("c-0000000001", Journals.Bytes("commit"))]);
        await rows.Write("p-1", [new RowChange.Put("seat", Journals.Bytes("{}"))]);
        return (await Journals.Export(rows, rows)).ToArray();
    }

    static async Task<string> Refused(byte[] file) => (await Assert.ThrowsAsync<InvalidDataException>(() => Export.Check(new MemoryStream(file)))).Message;

    static string Unpack(byte[] file)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    static byte[] Pack(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
