using System.Text;

namespace WorkshopBot.Channels.Slack;

/// <summary>Text as Slack takes it where it would read it: what people wrote is neither a mention nor a link.</summary>
static class SlackText
{
    /// <summary>Characters a message's own text may have when it is edited; a post that has more could never be.</summary>
    public const int Most = 4000;

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The whole text if it fits once it is escaped, else the brief one; whichever, no more than fits.</summary>
    public static string Fit(string text, string brief) =>
        Escape(text) is { Length: <= Most } whole ? whole : Escape(brief) is { Length: <= Most } shorter ? shorter : Cut(brief);

    static string Cut(string text)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Escape(rune.ToString());
            if (cut.Length + next.Length >= Most)
                break;
            cut.Append(next);
        }
        return cut.Append('…').ToString();
    }
}
