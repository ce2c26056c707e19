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
        var arrow = typed.Text.IndexOf("->", StringComparison.Ordinal);
        if (arrow <= 0) return null;
        var map = typed.Workshop.Map;
        var (left, right) = (typed.Text[..arrow].Trim(), typed.Text[(arrow + 2)..].Trim());
        if (Known.Whole(left, map, "S") is not { } from) return Known.NoPlace(left, map);
        var source = SourceText.Split(right, out right);
        if (Known.Start(right, map, "S") is not var (to, rest)) return Known.NoPlace(Until(right, '|'), map);

        var pieces = Segments.Split(rest);
        var (claim, medium) = Via(pieces[0]);
        var kind = Conversion.Kind;
        var answers = ImmutableArray.CreateBuilder<Answer>();
        var unknown = claim.Equals("unknown", StringComparison.OrdinalIgnoreCase);
        if (claim.StartsWith("costs ", StringComparison.OrdinalIgnoreCase)) answers.Add(new(kind.Field("cost")!, claim[6..].Trim()));
        else if (claim.EndsWith('%')) answers.Add(new(kind.Field("percent")!, claim));
        else if (!unknown) return Phrase.Of("edge-form", kind.Line);

        var read = Segments.Read(kind, pieces[1..], typed.Reading, adding: false, answers.ToImmutable());
        if (read.Fault is { } fault) return fault;
        medium ??= read.Value.FirstOrDefault(answer => answer.Field.Id == "medium")?.Text;
        return new WorkshopCommand.Route(from, to, medium, unknown, [.. read.Value.Where(answer => answer.Field.Id != "medium")], source);
    }

    private static (string Claim, string? Medium) Via(string piece)
    {
        var via = piece.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        return via < 0 ? (piece, null) : (piece[..via].Trim(), piece[(via + 5)..].Trim());
    }

    private static string Until(string text, char end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at].Trim() : text;
}
