using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Journal;

/// <summary>A name for rows made from what a platform calls a room or person, which may hold any character and be of any length. Not a secret: whoever can guess the name can check it.</summary>
static class HashedName
{
    const int Characters = 26;      // 130 bits: no two names will ever meet
    const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(string name) => Base32(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>The length goes first, so that ("a", "bc") and ("ab", "c") differ.</summary>
    public static string Of(string first, string second) => Of(FormattableString.Invariant($"{first.Length}:{first}{second}"));

    static string Base32(byte[] hash) => string.Create(Characters, hash, static (name, bytes) =>
    {
        for (var i = 0; i < name.Length; i++)
        {
            var bit = i * 5;
            var pair = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
            name[i] = Alphabet[pair >> (11 - bit % 8) & 31];
        }
    });
}
