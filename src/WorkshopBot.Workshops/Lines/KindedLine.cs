using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary><c>kind [place]: …</c>, in every step: <c>goal Research: compare the true monthly cost</c>.</summary>
public static class KindedLine
{
    public static Line? Read(Typed typed)
    {
        if (Start(typed.Text, typed.Workshop.Playbook.Kinds, typed.Reading.Tongue) is not var (kind, rest)) return null;
        if (rest.StartsWith(':')) return Made(kind, null, rest[1..].Trim(), typed);
        var map = typed.Workshop.Map;
        if (Known.Start(rest, map) is (var known, [':', .. var after])) return Made(kind, known, after.Trim(), typed);
        if (Known.Leading(rest) is (var name, [':', .. var text]))
            return map.Live(map.Resolve(name)) is { } live ? Made(kind, live.Name, text.Trim(), typed) : Known.NoPlace(name.ToString(), map);
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        // A stage may be called like a kind: "Need help: …", "Need help | goal: …", "Goal setting, Phase 2: pilot".
        var isName = colon <= 0 || Known.Start(typed.Text, map) is not null || rest[..colon].Contains('|', StringComparison.Ordinal)
            || (typed.Workshop.Step.TakesLists && rest[..colon].Contains(',', StringComparison.Ordinal));
        return isName ? null : Known.NoPlace(rest[..colon].Trim(), map);
    }

    /// <summary>The line for an item of a kind at a place: pieces as answers, the source as evidence.</summary>
    public static Line Made(Kind kind, Ref? place, string text, Typed typed, params Answer[] answers)
    {
        if (kind == Steps.Data.Evidence.Kind) return EvidenceLine.Made(place, text, typed);
        var source = SourceText.Split(text, out var rest);
        var given = answers.ToList();
        if (place is { } at)
        {
            if (kind.Fields.FirstOrDefault(field => field.Accepts(at) && !field.Hidden) is not { } field) return Phrase.Of("no-place-for", kind.Word, at);
            given.Insert(0, new(field, at.ToString()));
        }
        if (rest.Length == 0) return Phrase.Of("required", new Arg.Word($"{kind.Id}.{kind.Main.Id}.label", kind.Main.Label), kind.Sample);
        var read = Segments.Read(kind, Segments.Split(rest), typed.Reading, adding: true, [.. given]);
        return read.Fault is { } fault ? fault : new WorkshopCommand.Add(kind, read.Value, source);
    }

    /// <summary>The kind whose name a line starts with, longest name first, and what follows.</summary>
    private static (Kind Kind, string After)? Start(string text, Catalogue kinds, Tongue tongue)
    {
        foreach (var (name, kind) in kinds.Typed)
            if (Begins(text, name)) return (kind, text[name.Length..].TrimStart());
        return tongue.IsEnglish ? null : Start(text, kinds.All, tongue);
    }

    private static (Kind Kind, string After)? Start(string text, ImmutableArray<Kind> kinds, Tongue tongue) =>
        kinds.Where(kind => kind.Typed).SelectMany(kind => kind.Names(tongue).Where(name => Begins(text, name)).Select(name => (name, kind))).OrderByDescending(word => word.name.Length)
            .Select(word => ((Kind, string)?)(word.kind, text[word.name.Length..].TrimStart())).FirstOrDefault();

    private static bool Begins(string text, string name) => text.Length > name.Length && text[name.Length] is (' ' or ':') && text.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
