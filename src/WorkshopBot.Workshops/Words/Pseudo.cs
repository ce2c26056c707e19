using System.Globalization;
using System.Text;

namespace WorkshopBot.Workshops.Words;

/// <summary>
/// A language nobody speaks, in which every text of ours shows: ⟦Ţĥåñķ ýöû.⟧ for "Thank you." A word without such letters on a screen is somebody's
/// own, or one that was forgotten in the code. Only tests ask for it; no tag a person can type leads here.
/// </summary>
internal static class Pseudo
{
    private const string
        Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        Dressed = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";

    public static bool Is(CultureInfo culture) => culture.Name.Equals("qps-ploc", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text in that language; what stands between braces is left for the arguments.</summary>
    public static string Of(string text)
    {
        var said = new StringBuilder(text.Length + 2).Append('⟦');
        var hole = false;
        foreach (var c in text)
        {
            hole = c == '{' || (hole && c != '}');
            said.Append(!hole && Plain.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Dressed[at] : c);
        }
        return said.Append('⟧').ToString();
    }
}
