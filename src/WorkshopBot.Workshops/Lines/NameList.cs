using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Cuts a list of names at its commas. What stands in quotation marks is never a separator, and a name loses the marks around it (grammar, "quoted").</summary>
internal static class NameList
{
    private const string Opening = "\"“„«", Closing = "\"”“»";

    public static ImmutableArray<string> Split(string text)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOpening(text, i) && Closed(text, i) is > 0 and var close) i = close;
            else if (text[i] == ',')
            {
                Add(text[from..i].Trim());
                from = i + 1;
            }
        }
        Add(text[from..].Trim());
        return names.ToImmutable();

        void Add(string name)
        {
            if (IsOpening(name, 0) && Closed(name, 0) == name.Length - 1) name = name[1..^1].Trim();
            if (name.Length > 0) names.Add(name);
        }
    }

    private static bool IsOpening(string text, int at) => at < text.Length && Opening.Contains(text[at], StringComparison.Ordinal) && (at == 0 || text[at - 1] is ' ' or ',');

    /// <summary>Where the mark opened here is closed: at the end of a word; -1 when it is not, as with inches.</summary>
    private static int Closed(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
            if (Closing.Contains(text[i], StringComparison.Ordinal) && (i + 1 == text.Length || text[i + 1] is ' ' or ',')) return i;
        return -1;
    }
}
