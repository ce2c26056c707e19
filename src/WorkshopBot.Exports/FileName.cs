using System.Globalization;
using System.Text;

namespace WorkshopBot.Exports;

/// <summary>Makes a file name of a title: small ASCII letters, digits and dashes, so that no system, shell or URL reads anything into it.</summary>
internal static class FileName
{
    private const int Longest = 60;

    private const string Nameless = "journey-map";

    public static string Of(string title, string ending)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            // The accent of é has come off as a mark of its own.
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == Longest) break;
        }
        var name = slug.ToString().Trim('-');
        return (name.Length == 0 ? Nameless : name) + ending;
    }
}
