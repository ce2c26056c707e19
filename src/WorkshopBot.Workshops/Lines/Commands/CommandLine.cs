using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>Reads a line as a command: the whole line must fit one, and hold no bar (grammar, "command").</summary>
public static class CommandLine
{
    public static Line? Read(Typed typed)
    {
        // "next." and "help?" are as good as without.
        var tongue = typed.Reading.Tongue;
        var text = typed.Text.TrimEnd('.', '!', '?') is { Length: > 0 } bare && CommandList.All.Any(command => tongue.Is(bare, command.Words)) ? bare : typed.Text;
        if (Segments.Split(text).Length > 1 || LineReader.IsOfStage(text, typed.Workshop.Map, tongue)) return null;
        foreach (var later in CommandList.All.Where(command => !command.IsThere))
            if (Rest(text, later.Words) is { } rest && !rest.StartsWith(',') && later.Later!(rest)) return Phrase.Of("not-yet", later.Words);
        foreach (var command in CommandList.All.Where(command => command.IsThere))
            if (Rest(text, command.Words) is { } rest && Made(command, rest, command.Words, text, typed) is { } line) return line;
        if (tongue.IsEnglish) return null;
        foreach (var command in CommandList.All.Where(command => command.IsThere))
            foreach (var (word, english) in tongue.Starting(command.Words))
                if (Rest(text, word) is { } rest && Made(command, $"{english[command.Words.Length..]} {rest}".Trim(), word, text, typed) is { } line) return line;
        return null;
    }

    private static Line? Made(CommandWord command, string rest, string word, string text, Typed typed) =>
        IsList(rest, text, typed) ? Phrase.Of("list-or-command", word, Phrase.Of("example.stage", NameList.Split(text)[0]))
        : rest.StartsWith(',') ? null : command.Read!(rest, typed);

    /// <summary>A list of stages that begins with a command word (<c>Find a bike, Buy</c>) is asked back, never guessed.</summary>
    private static bool IsList(string rest, string text, Typed typed) =>
        typed.Workshop.Phase == Phase.Running && typed.Workshop.Step.TakesLists && Known.Leading(rest) is null && Known.Start(rest, typed.Workshop.Map) is null && NameList.Split(text).Length > 1;

    private static string? Rest(string text, string words) =>
        !text.StartsWith(words, StringComparison.OrdinalIgnoreCase) ? null
        : text.Length == words.Length ? ""
        : text[words.Length] switch { ' ' => text[words.Length..].Trim(), ',' => text[words.Length..], _ => null };
}
