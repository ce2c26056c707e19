using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>Reads a line as a command: the whole line must fit one, and hold no bar (grammar, "command").</summary>
public static class CommandLine
{
    public static Line? Read(Typed typed)
    {
        // "next." and "help?" are as good as without.
        var text = typed.Text.TrimEnd('.', '!', '?') is { Length: > 0 } bare && CommandList.All.Any(command => bare.Equals(command.Words, StringComparison.OrdinalIgnoreCase)) ? bare : typed.Text;
        if (Segments.Split(text).Length > 1 || LineReader.IsOfStage(text, typed.Workshop.Map)) return null;
        foreach (var later in CommandList.All.Where(command => !command.IsThere))
            if (Rest(text, later) is { } rest && !rest.StartsWith(',') && later.Later!(rest)) return Phrase.Of("not-yet", later.Words);
        foreach (var command in CommandList.All.Where(command => command.IsThere))
            if (Rest(text, command) is { } rest)
            {
                if (IsList(rest, text, typed)) return Phrase.Of("list-or-command", command.Words, Phrase.Of("example.stage", NameList.Split(text)[0]));
                if (!rest.StartsWith(',') && command.Read!(rest, typed) is { } line) return line;
            }
        return null;
    }

    /// <summary>A list of stages that begins with a command word (<c>Find a bike, Buy</c>) is asked back, never guessed.</summary>
    private static bool IsList(string rest, string text, Typed typed) =>
        typed.Workshop.Phase == Phase.Running && typed.Workshop.Step.TakesLists && Known.Leading(rest) is null && Known.Start(rest, typed.Workshop.Map) is null && NameList.Split(text).Length > 1;

    private static string? Rest(string text, CommandWord command) =>
        !text.StartsWith(command.Words, StringComparison.OrdinalIgnoreCase) ? null
        : text.Length == command.Words.Length ? ""
        : text[command.Words.Length] switch { ' ' => text[command.Words.Length..].Trim(), ',' => text[command.Words.Length..], _ => null };
}
