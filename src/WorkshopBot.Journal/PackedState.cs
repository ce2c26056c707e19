using System.IO.Compression;
using System.Security.Cryptography;

namespace WorkshopBot.Journal;

/// <summary>A snapshot's bytes, compressed; it knows nothing of rows.</summary>
static class PackedState
{
    public static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> state)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(state.Span);
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    public static string Hash(ReadOnlyMemory<byte> packed) => Convert.ToHexStringLower(SHA256.HashData(packed.Span));

    /// <summary>Null: not what the pointer speaks of.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> packed, SnapshotRow pointer)
    {
        if (!string.Equals(Hash(packed), pointer.Hash, StringComparison.Ordinal))
            return null;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var state = new byte[pointer.Bytes];
            gzip.ReadExactly(state);
            return gzip.ReadByte() < 0 ? state : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
