using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Lines that start with a ref and say more of that item (grammar, "onref").</summary>
public static class RefLine
{
    private const string Moment = "is a moment of truth because", Fails = "fails when";

    public static Line? Read(Typed typed)
    {
        if (Known.Leading(typed.Text) is not var (name, rest) || rest.Length == 0) return null;
        var map = typed.Workshop.Map;
        var live = map.Live(map.Resolve(name));
        Func<Entry, Line>? read = rest switch
        {
            ['|', ..] => entry => Filled(entry, rest[1..], typed),
            ['-', '>', ..] when live?.Item is not Steps.Stages.Stage => entry => Teams(entry, rest[2..].Trim(), typed),
            [':', .. { Length: > 0 }] => entry => EvidenceLine.Made(entry.Name, rest[1..].Trim(), typed),
            _ when typed.Reading.Tongue.After(rest, Moment) is { } reason => entry => Filled(entry, $"moment of truth: {reason}", typed),
            _ when typed.Reading.Tongue.After(rest, Fails) is { } fails => entry => KindedLine.Made(Failure.Kind, entry.Name, fails, typed),
            _ when Lane(rest, typed.Reading.Tongue) is var (lane, text) => entry => KindedLine.Made(Activity.Kind, entry.Name, text, typed, new Answer(Activity.Kind.Field("lane")!, lane)),
            _ => null,
        };
        return read is null ? null : live is null ? Known.NoPlace(name.ToString(), map) : read(live);
    }

    private static Line Filled(Entry entry, string text, Typed typed)
    {
        var source = SourceText.Split(text, out var rest);
        return Filled(entry, Segments.Split(rest), source, typed);
    }

    private static Line Filled(Entry entry, ImmutableArray<string> pieces, Source? source, Typed typed, params ImmutableArray<Answer> before)
    {
        var read = Segments.Read(entry.Kind, pieces, typed.Reading, adding: false, before);
        return read.Fault is { } fault ? fault
            : read.Value.IsEmpty && source is null ? Phrase.Of("nothing-said", entry.Name, entry.Kind.Sample)
            : new WorkshopCommand.Fill(entry.Name, read.Value, source);
    }

    private static Line Teams(Entry entry, string text, Typed typed)
    {
        if (entry.Kind.Fields.FirstOrDefault(field => field.Shape == "teams") is not { } teams) return Phrase.Of("only-gaps", entry.Name);
        var source = SourceText.Split(text, out var rest);
        var pieces = Segments.Split(rest);
        return Filled(entry, pieces[1..], source, typed, new Answer(teams, pieces[0]));
    }

    private static (string Lane, string Text)? Lane(string rest, Tongue tongue)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Activity.Kind.Field("lane")!.Choices.FirstOrDefault(lane => lane.Fits(rest[..colon].Trim(), tongue)) is { } found ? (found.Id, rest[(colon + 1)..].Trim()) : null;
    }
}
