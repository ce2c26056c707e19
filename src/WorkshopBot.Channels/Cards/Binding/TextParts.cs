namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>Takes a text of a template apart into what stands there and what is filled in. A backslash before <c>${</c> makes it stand there.</summary>
static class TextParts
{
    /// <summary>Why it cannot be taken apart; null when it can.</summary>
    public static string? Read(string text, out List<(string Text, bool IsPath)> parts)
    {
        parts = [];
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            parts.Add((text, false));
            return null;
        }
        var standing = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && text.AsSpan(i + 1).StartsWith("${"))
            {
                standing.Append("${");
                i += 2;
            }
            else if (text[i] is '\\' or '`')
                return "Beside a binding, \\ and ` are not known.";
            else if (text.AsSpan(i).StartsWith("${"))
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                    return "A binding is not closed.";
                if (standing.Length > 0)
                    parts.Add((standing.ToString(), false));
                standing.Clear();
                parts.Add((text[(i + 2)..end], true));
                i = end;
            }
            else
                standing.Append(text[i]);
        }
        if (standing.Length > 0)
            parts.Add((standing.ToString(), false));
        return null;
    }
}
