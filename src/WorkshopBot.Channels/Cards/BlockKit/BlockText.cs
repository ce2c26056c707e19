using System.Globalization;
using System.Text;
using WorkshopBot.Channels.Cards.Twin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Cuts and folds texts for Slack; a letter is never parted, whatever it is made of.</summary>
static class BlockText
{
    /// <summary>What is longer is no letter but somebody's joke, and is not looked through to its end.</summary>
    const int LongestLetter = 256;

    /// <summary>A text without anything that begins another line.</summary>
    public static string Folded(string text)
    {
        if (!text.AsSpan().ContainsAny(TwinText.Breaking))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!TwinText.Breaking.Contains(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        return folded.ToString();
    }

    /// <summary>The text with an ellipsis for what is too much.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : $"{text[..End(text, most - 1)].TrimEnd()}…";

    /// <summary>Where the first part of a text ends that has at most so many characters: after a word if there is one, else after a letter.</summary>
    public static int End(string text, int most)
    {
        if (text.Length <= most)
            return text.Length;
        var word = text.LastIndexOf(' ', most);
        if (word > most / 2)
            return word;
        var end = 0;
        while (end < most && StringInfo.GetNextTextElementLength(text.AsSpan(end, Math.Min(text.Length - end, LongestLetter))) is var letter && end + letter <= most)
            end += letter;
        return end > 0 ? end : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    /// <summary>What a text says to whom Slack would otherwise call: the three characters that begin something are told by name.</summary>
    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
