using System.Buffers.Binary;
using System.IO.Compression;

namespace WorkshopBot.Install;

/// <summary>Writes a picture as PNG: four bytes a pixel, red, green, blue and how opaque it is, row by row from the top.</summary>
static class Png
{
    const uint Polynomial = 0xEDB88320;

    static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);    // bits of a colour; red, green, blue and alpha
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Packed(4 * width, height, pixels));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static byte[] Packed(int row, int height, ReadOnlySpan<byte> pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);      // the row as it is, without a filter
                zlib.Write(pixels.Slice(y * row, row));
            }
        return packed.ToArray();
    }

    static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(Sum(uint.MaxValue, name), data));
        file.Write(number);
    }

    static uint Sum(uint sum, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
        }
        return sum;
    }
}
