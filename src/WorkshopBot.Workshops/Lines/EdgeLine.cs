using System.Collections.Immutable;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary><c>stage -> stage …</c>: how many go on, over which medium, at what cost (grammar, "edge").</summary>
public static class EdgeLine
{
    public static Line? Read(Typed typed)
    {
        var map = typed.Workshop.Map;
        // An arrow further on is part of a text: "Research: price page -> checkout".
        if (Known.Start(typed.Text, map, "S") is not (var from, ['-', '>', .. var right])) return null;
        var source = SourceText.Split(right.Trim(), out right);
        if (Known.Start(right, map, "S") is not (var to, var rest)) return Known.NoPlaceAt(right, map);

        var pieces = Segments.Split(rest);
        var (claim, via) = Via(pieces[0], typed.Reading.Tongue);
        var kind = Conversion.Kind;
        var medium = kind.Field("medium")!;
        var answers = ImmutableArray.CreateBuilder<Answer>();
        if (via is not null) answers.Add(new(medium, via));
        var unknown = typed.Reading.Tongue.Is(claim, "unknown");
        if (typed.Reading.Tongue.After(claim, "costs") is { } cost) answers.Add(new(kind.Field("cost")!, cost));
        else if (claim.EndsWith('%')) answers.Add(new(kind.Field("percent")!, claim));
        else if (!unknown) return Phrase.Of("edge-form", kind.Sample);

        var read = Segments.Read(kind, pieces[1..], typed.Reading, adding: false, answers.ToImmutable());
        if (read.Fault is { } fault) return fault;
        var media = read.Value.Where(answer => answer.Field == medium).Select(answer => answer.Text).ToList();
        return media.Count > 1 ? Phrase.Of("too-many-parts", media[1], kind.Sample)
            : new WorkshopCommand.Route(from, to, media.FirstOrDefault(), unknown, [.. read.Value.Where(answer => answer.Field != medium)], source);
    }

    private static (string Claim, string? Medium) Via(string piece, Tongue tongue) => tongue.Around(piece, "via") is var (claim, medium) ? (claim, medium) : (piece, null);
}
