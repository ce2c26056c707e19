using System.Buffers.Binary;
using System.IO.Compression;

namespace WorkshopBot.Tests.Install;

/// <summary>A PNG read back: the plain kind with four bytes a pixel, every row without a filter, and every part with the right sum.</summary>
sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    public IEnumerable<(byte R, byte G, byte B, byte A)> All => Rgba.Chunk(4).Select(pixel => (pixel[0], pixel[1], pixel[2], pixel[3]));

    public (byte R, byte G, byte B, byte A) At(int x, int y) => All.ElementAt(y * Width + x);

    public static Pixels Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var parts = new List<(string Name, byte[] Data)>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            Assert.Equal(Sum(file.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            parts.Add((System.Text.Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }
        Assert.Equal(["IHDR", "IDAT", "IEND"], parts.Select(part => part.Name));
        var header = parts[0].Data;
        Assert.Equal([8, 6, 0, 0, 0], header[8..]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        using var zlib = new ZLibStream(new MemoryStream(parts[1].Data), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal(height * (1 + 4 * width), rows.Length);
        return new(width, height, [.. rows.ToArray().Chunk(1 + 4 * width).SelectMany(row => row[0] == 0 ? row[1..] : throw new InvalidDataException("A row has a filter."))]);
    }

    // By table, where the writer goes bit by bit.
    static uint Sum(ReadOnlySpan<byte> data)
    {
        var table = Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1)).ToArray();
        var sum = uint.MaxValue;
        foreach (var value in data)
            sum = table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }
}
