using System.Text;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Text as names are compared by (grammar: "known name, longest match, case-folded"). Never shown to anybody.</summary>
internal static class NameFold
{
    /// <summary>
    /// Two names are the same when this is the same. Up and then down brings ς and σ together; beyond that, ß and ẞ are ss, every i of
    /// Turkish is i, and what nobody sees (variation selectors, direction marks, soft hyphen, word joiner) is left out.
    /// Accents count: "resume" and "résumé" are two names.
    /// </summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in Tidy.Value(name).ToUpperInvariant().ToLowerInvariant())
        {
            if (c is 'ß' or 'ẞ')
                plain.Append("ss");
            else if (c is 'ı' or 'İ')
                plain.Append('i');
            else if (!IsUnseen(c) && !(c == '\u0307' && plain.Length > 0 && plain[^1] == 'i'))
                plain.Append(c);
        }
        return plain.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    private static bool IsUnseen(char c) => c is (>= '\uFE00' and <= '\uFE0F') or '\u200E' or '\u200F' or '\u061C' or '\u00AD' or '\u2060';
}
