using System.Globalization;

namespace WorkshopBot.Cli;

/// <summary>One line of a transcript, read.</summary>
public abstract record ScriptLine
{
    private ScriptLine()
    {
    }

    /// <summary>Somebody types. <paramref name="Refused"/>: the file says that the bot will refuse it.</summary>
    public sealed record Typed(string Person, bool Private, string Text, bool Refused) : ScriptLine;

    /// <summary>Time passes.</summary>
    public sealed record Passes(TimeSpan Time) : ScriptLine;

    /// <summary>A comment, or nothing.</summary>
    public sealed record Silent : ScriptLine;

    const string Parting = ": ";
    const string PrivateMark = " (private)";
    const string RefusedMark = "# refused";
    const int MostName = 80;

    /// <summary>Null when it is none of these.</summary>
    public static ScriptLine? Read(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            return new Silent();
        if (line.StartsWith('@'))
            return Span(line[1..].Trim()) is { } span ? new Passes(span) : null;
        var parting = line.IndexOf(Parting, StringComparison.Ordinal);
        if (parting < 0)
            return null;
        var (name, text) = (line[..parting].Trim(), line[(parting + Parting.Length)..].Trim());
        var isPrivate = name.EndsWith(PrivateMark, StringComparison.Ordinal);
        if (isPrivate)
            name = name[..^PrivateMark.Length].Trim();
        var refused = text.EndsWith(RefusedMark, StringComparison.Ordinal) && (text.Length == RefusedMark.Length || text[^(RefusedMark.Length + 1)] == ' ');
        return name.Length is 0 or > MostName ? null : new Typed(name, isPrivate, refused ? text[..^RefusedMark.Length].TrimEnd() : text, refused);
    }

    // "+2h", "+30m", "+1d"
    static TimeSpan? Span(string text) =>
        text is ['+', .. var amount, 'm' or 'h' or 'd'] && int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000
            ? text[^1] switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => TimeSpan.FromDays(number) }
            : null;
}
