using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What can be typed here: what to write, and what it does.</summary>
public sealed record HelpView(string Title, IReadOnlyList<string> Intro, IReadOnlyList<FactLine> Examples, bool HasExamples, string CommandsTitle, IReadOnlyList<FactLine> Commands, bool HasCommands) : View
{
    public override string Card => "help";

    public override string Brief => $"{Title}\n{string.Join("\n", Intro)}\n{string.Join("\n", Commands.Select(command => command.Title))}";

    public static HelpView Of(ImmutableArray<Phrase> lines, Reader reader)
    {
        List<FactLine> Pairs(string code) => [.. lines.Where(line => line.Code == code && line.Args.Length == 2).Select(line => Pair(reader.Say(line.Args[0]), reader.Say(line.Args[1])))];
        var (examples, commands) = (Pairs("help.kind"), Pairs("help.command"));
        // Lines of a step come without a name of their own.
        var intro = reader.Say(lines.Where(line => line.Code is not ("help.kind" or "help.command")));
        if (reader.Mention is { } mention) intro.Add(reader.Say(Phrase.Of("help.mention", mention)));
        return new(reader.Say(Phrase.Of("help.title")), intro, examples, examples.Count > 0, reader.Say(Phrase.Of("help.commands")), commands, commands.Count > 0);
    }

    /// <summary>A name and its line; a line that begins with the name does not say it twice.</summary>
    private static FactLine Pair(string name, string line) =>
        line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase) ? new(name, line[(name.Length + 2)..]) : new(name, line);
}
