using System.Text;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Finds and mends parentheses around and within a source.</summary>
internal static class Parentheses
{
    /// <summary>Where the parenthesis opens that the last character closes; -1 when the text does not end with a closed one.</summary>
    public static int Opening(ReadOnlySpan<char> text)
    {
        if (!text.EndsWith(')'))
            return -1;
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return -1;
    }

    /// <summary>
    /// The text as it is when every parenthesis has its partner; else with square brackets for all of them (percent codes within a
    /// link), so that what is shown in parentheses can be read again.
    /// </summary>
    public static string Mend(string text)
    {
        if (AreBalanced(text))
            return text;
        var mended = new StringBuilder(text.Length);
        foreach (var word in text.Split(' '))
        {
            var (open, close) = word.Contains("://", StringComparison.Ordinal) ? ("%28", "%29") : ("[", "]");
            mended.Append(mended.Length > 0 ? " " : "").Append(word.Replace("(", open, StringComparison.Ordinal).Replace(")", close, StringComparison.Ordinal));
        }
        return mended.ToString();
    }

    private static bool AreBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }
}
