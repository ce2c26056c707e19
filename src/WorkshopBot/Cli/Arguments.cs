namespace WorkshopBot.Cli;

/// <summary>The words after a command: a file, and what to write where.</summary>
public sealed record Arguments(string File, IReadOnlyList<(string Format, string Path)> Exports, bool Quiet)
{
    /// <summary>Null when they are not understood.</summary>
    public static Arguments? Read(ReadOnlySpan<string> words, bool mayBeQuiet, IEnumerable<string> formats)
    {
        var (file, quiet) = ((string?)null, false);
        var exports = new List<(string, string)>();
        for (var i = 0; i < words.Length; i++)
            switch (words[i..])
            {
                case ["--export", var format, var path, ..] when formats.Contains(format, StringComparer.OrdinalIgnoreCase):
                    exports.Add((format, path));
                    i += 2;
                    break;
                case ["--quiet", ..] when mayBeQuiet:
                    quiet = true;
                    break;
                case [var name, ..] when file is null && !name.StartsWith("--", StringComparison.Ordinal):
                    file = name;
                    break;
                default:
                    return null;
            }
        return file is null ? null : new(file, exports, quiet);
    }
}
