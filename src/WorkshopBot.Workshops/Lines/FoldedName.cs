using System.Text;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Finds a name at the start of a text as names are compared: whatever the case, and "GRÖSSE" for "Größe".</summary>
internal static class FoldedName
{
    /// <summary>How many characters of the text the name takes; 0 when it begins with something else, or with a longer word.</summary>
    public static int At(string text, string name)
    {
        if (name.Length == 0) return 0;
        if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return Ends(text, name.Length) ? name.Length : 0;
        // What folding cannot bring together: two different plain letters, or two plain texts.
        if (Differ(text, name) || (Ascii.IsValid(name) && Ascii.IsValid(text))) return 0;
        var folded = Tidy.Fold(name);
        if (!Tidy.Fold(text).StartsWith(folded, StringComparison.Ordinal)) return 0;
        // Folding may change how long a text is (ß is ss), so the end is looked for on both sides of where it should be.
        for (var off = 0; off <= name.Length; off++)
            foreach (var end in (int[])[name.Length + off, name.Length - off])
                if (end > 0 && end <= text.Length && Ends(text, end) && Tidy.Fold(text[..end]) == folded) return end;
        return 0;
    }

    private static bool Differ(string text, string name) =>
        text.Length == 0 || (char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(name[0]) && char.ToUpperInvariant(text[0]) != char.ToUpperInvariant(name[0]));

    private static bool Ends(string text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]);
}
