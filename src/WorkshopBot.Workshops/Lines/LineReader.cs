using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>A tidy line, and what it is read against.</summary>
public sealed record Typed(string Text, Workshop Workshop, Reading Reading);

/// <summary>
/// The typed grammar: the first alternative that fits, in the order of the reference. What fits none is never guessed; the answer says what
/// would be understood.
/// </summary>
public static class LineReader
{
    private static readonly Func<Typed, Line?>[] Alternatives =
        [CommandLine.Read, KindedLine.Read, RefLine.Read, EdgeLine.Read, FactLine.Read, StageLine.Read, FrameLine.Kickoff, FrameLine.Close, NamedLine.Read];

    public static Line Read(Typed typed)
    {
        foreach (var alternative in Alternatives)
            if (alternative(typed) is { } line) return line;
        return NotUnderstood(typed);
    }

    private static Phrase NotUnderstood(Typed typed)
    {
        var map = typed.Workshop.Map;
        if (typed.Workshop.Phase == Phase.NotStarted) return Phrase.Of("not-started");
        if (Known.Leading(typed.Text) is var (name, _) && map.Live(map.Resolve(name)) is null) return Known.NoPlace(name.ToString(), map);
        var colon = typed.Text.IndexOfAny([':', '?']);
        if (colon > 0 && Known.Near(typed.Text[..colon].Trim(), map) is { } near) return Phrase.Of("no-such-place.near", typed.Text[..colon].Trim(), near);
        return Phrase.Of("not-understood", typed.Workshop.Step.Word, typed.Workshop.Step.Example);
    }
}
