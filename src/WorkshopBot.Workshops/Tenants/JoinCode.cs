namespace WorkshopBot.Workshops.Tenants;

/// <summary>
/// The codes that are shown in one chat and typed in another: eight characters of Crockford's base 32, 40 bits. What is easily mistaken is understood: small letters, spaces or a hyphen,
/// O for 0, I and L for 1.
/// </summary>
public static class JoinCode
{
    /// <summary>Random bytes in a code.</summary>
    public const int Bytes = 5;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8, Half = 4, Least = 6, Most = 12;

    /// <summary>A code of five random bytes.</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException($"A code is made of {Bytes} bytes.", nameof(random));
        var bits = random[0] | 0UL;
        foreach (var part in random[1..]) bits = bits << 8 | part;
        return string.Create(Length, bits, static (code, left) =>
        {
            for (var i = code.Length - 1; i >= 0; i--, left >>= 5) code[i] = Alphabet[(int)(left & 31)];
        });
    }

    /// <summary>As it is shown: in two halves.</summary>
    public static string Show(string code) => $"{code[..Half]}-{code[Half..]}";

    /// <summary>The code a text is meant to be; null when it can be none.</summary>
    public static string? Read(string text)
    {
        if (text.Length > Most) return null;
        var plain = text.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return plain.Length == Length && plain.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) ? plain : null;
    }

    /// <summary>Whether a text is meant as a code, right or wrong: one word of about that length, or two halves.</summary>
    public static bool Looks(string text) => text.Split(' ') switch
    {
        [var word] => word.Length is >= Least and <= Most && word.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'),
        [{ Length: Half }, { Length: Half }] => Read(text) is not null,
        _ => false,
    };
}
