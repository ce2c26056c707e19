using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>A tidy line, and what it is read against.</summary>
public sealed record Typed(string Text, Workshop Workshop, Reading Reading)
{
    /// <summary>Key of whoever typed it; empty where that does not matter.</summary>
    public string Person { get; init; } = "";

    /// <summary>Key of the room it was typed in; null in private.</summary>
    public string? Room { get; init; }
}

/// <summary>
/// The typed grammar: the first alternative that fits, in the order of the reference. What fits none is never guessed; the answer says what
/// would be understood.
/// </summary>
public static class LineReader
{
    private static readonly Func<Typed, Line?>[] Alternatives =
        [CommandLine.Read, KindedLine.Read, RefLine.Read, EdgeLine.Read, FactLine.Read, StageLine.Read, FrameLine.Kickoff, FrameLine.Close, NamedLine.Read];

    /// <summary>Those that nobody writes by chance.</summary>
    private static readonly Func<Typed, Line?>[] Unmistakable = [KindedLine.Read, RefLine.Read, EdgeLine.Read, FactLine.Read, StageLine.Read];

    /// <summary>What follows the name of a stage in a line.</summary>
    private static readonly string[] Marks = [":", "?", "->"], Verbs = ["feels", "wants", .. Stage.Kind.Fields.Select(field => field.Verb).OfType<string>()];

    public static Line Read(Typed typed)
    {
        if (Courtesy.Read(typed.Text) is { } kind) return kind;
        // Before the start and after the close only commands mean something.
        if (typed.Workshop.Phase != Phase.Running) return CommandLine.Read(typed) ?? Away(typed);
        foreach (var alternative in Alternatives)
            if (alternative(typed) is { } line) return line;
        return NotUnderstood(typed);
    }

    /// <summary>True for a line that can be taken and that nobody writes but for the map (settled: "Who hears what").</summary>
    public static bool IsUnmistakable(Typed typed) =>
        typed.Workshop.Phase == Phase.Running && Courtesy.Read(typed.Text) is null
        && Alternatives.FirstOrDefault(read => read(typed) is not null) is { } first && Unmistakable.Contains(first) && first(typed) is Line.Do;

    /// <summary>True for a line that says something of a stage, whatever the stage is called: "Find a bike: …" is no command.</summary>
    public static bool IsOfStage(string text, JourneyMap map, Tongue tongue) =>
        Known.Start(text, map, "S") is var (_, rest)
        && (Array.Exists(Marks, mark => rest.StartsWith(mark, StringComparison.Ordinal)) || Array.Exists(Verbs, verb => tongue.After(rest, verb) is not null));

    private static Line Away(Typed typed) => typed.Workshop.Phase == Phase.NotStarted ? Phrase.Of("not-started") : typed.Workshop.Closed(typed.Person);

    private static Phrase NotUnderstood(Typed typed)
    {
        var map = typed.Workshop.Map;
        if (Known.Leading(typed.Text) is var (name, _) && map.Live(map.Resolve(name)) is null) return Known.NoPlace(name.ToString(), map);
        if (Mistyped(typed.Text, typed) is { } mistyped) return mistyped;
        if (Placed(typed) is { } unplaced) return unplaced;
        if (CommandList.All.FirstOrDefault(command => command.IsThere && typed.Reading.Tongue.After(typed.Text + " ", command.Words) is not null) is { } command)
            return Phrase.Of("command-form", command.Form);
        return Phrase.Of("not-understood", typed.Workshop.Step.Word, typed.Workshop.Step.Sample);
    }

    /// <summary>The refusal of a line that says something of a place nobody put on the map, while a step collects by stage; null for any other.</summary>
    private static Phrase? Placed(Typed typed)
    {
        var (map, colon) = (typed.Workshop.Map, typed.Text.IndexOf(':', StringComparison.Ordinal));
        if (typed.Workshop.Step.StageLine is null || colon is <= 0 or > Limits.Name || colon + 1 >= typed.Text.Length || typed.Text[colon + 1] != ' ') return null;
        var name = typed.Text[..colon].Trim();
        return map.Stages.Any() ? Known.NoPlace(name, map) : Phrase.Of("no-stage-yet", name);
    }

    /// <summary>The refusal of a line that would be one of a stage, were its name spelt right; null when no name is near.</summary>
    private static Phrase? Mistyped(string text, Typed typed)
    {
        var map = typed.Workshop.Map;
        var ends = Marks.Concat(Verbs.SelectMany(typed.Reading.Tongue.Words).Select(verb => $" {verb} ")).Select(mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).ToList();
        if (ends.Count == 0) return null;
        var name = text[..ends.Min()].Trim();
        return Known.Near(name, map) is not null ? Known.NoPlace(name, map) : null;
    }
}
