using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Bare names while a step is open that collects them: <c>Maya | nurse</c>, <c>Discover, Research, Choose</c> (grammar, "persona" and "stages").</summary>
public static class NamedLine
{
    public static Line? Read(Typed typed)
    {
        var step = typed.Workshop.Step;
        if (typed.Workshop.Phase != Phase.Running || step.NamedLine is not { } kind) return null;
        var pieces = Segments.Split(typed.Text);
        if (pieces.Length > 1) return One(kind, pieces, typed);
        if (!step.TakesLists || !typed.Text.Contains(',', StringComparison.Ordinal)) return null;
        // "stages: Discover, Research" is what most people would write.
        var text = typed.Text.StartsWith(kind.Plural + ":", StringComparison.OrdinalIgnoreCase) ? typed.Text[(kind.Plural.Length + 1)..].Trim() : typed.Text;
        var names = NameList.Split(text);
        if (names.Length < 2) return null;
        var fresh = names.DistinctBy(Tidy.Fold).Where(name => Named(kind, name, typed) is null).ToImmutableArray();
        return fresh.IsEmpty ? Phrase.Of("all-known") : new Line.Do([.. fresh.Select(name => new WorkshopCommand.Add(kind, [new(kind.Main, name)]))]);
    }

    private static Line? One(Kind kind, ImmutableArray<string> pieces, Typed typed)
    {
        if (pieces[0].Length == 0) return null;
        if (Named(kind, pieces[0], typed) is not { } known)
        {
            // It may be a slip: said with the kind before it, it is meant.
            if (typed.Workshop.Map.Named(pieces[0]) is { } other && typed.Workshop.Map.Live(other) is { } entry) return Phrase.Of("name-of-another", pieces[0], entry.Kind.Word, $"{other}: …", kind.Word, $"{kind.Id}: {typed.Text}");
            if (pieces[0].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !pieces[0][..colon].Trim().Contains(' ', StringComparison.Ordinal) && kind.Labelled(pieces[0][..colon].Trim(), typed.Reading.Tongue) is null)
                return Phrase.Of("label-or-name", pieces[0][..colon].Trim(), kind.Word, kind.Sample, $"{kind.Id}: {typed.Text}");
            return KindedLine.Made(kind, null, typed.Text, typed);
        }
        var source = SourceText.Split(typed.Text, out var rest);
        var read = Segments.Read(kind, Segments.Split(rest)[1..], typed.Reading, adding: false);
        return read.Fault is { } fault ? fault : new WorkshopCommand.Fill(known, read.Value, source);
    }

    private static Ref? Named(Kind kind, string name, Typed typed) =>
        typed.Workshop.Map.Identified(kind.Letter, Tidy.Fold(name)) ?? (Ref.Read(name) is { } given && given.Letter == kind.Letter && typed.Workshop.Map.Live(given) is not null ? given : null);
}
