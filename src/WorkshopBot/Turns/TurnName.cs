using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Turns;

/// <summary>
/// What a turn is called inside: 8 bytes of the hash of its id. Short enough to remember tens of thousands, and it carries no message id of a chat into the journal.
/// </summary>
readonly record struct TurnName(ulong Hash)
{
    public static TurnName Of(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    public static TurnName Read(string text) => new(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public override string ToString() => Hash.ToString("x16", CultureInfo.InvariantCulture);
}
