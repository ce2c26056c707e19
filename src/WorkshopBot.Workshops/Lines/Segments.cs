using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>
/// Reads the pieces of a line between its bars as answers to a kind's form: by label, by choice value, by introducing word, by shape, and
/// otherwise in order (grammar, "segs"). It follows the declarations and knows no kind.
/// </summary>
public static class Segments
{
    /// <summary>Cuts at bars, but not inside a platform's link token or an address.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var (from, angle, word) = (0, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (text[i + 1] is '@' or '#' or '!' || text.AsSpan(i + 1).StartsWith("http", StringComparison.OrdinalIgnoreCase))) angle = text.IndexOf('>', i) > 0;
            else if (text[i] == '>') angle = false;
            else if (text[i] == ' ') word = i + 1;
            else if (text[i] == '|' && !angle && !(text.AsSpan(word, i - word).Contains("://", StringComparison.Ordinal) && i + 1 < text.Length && text[i + 1] != ' '))
            {
                parts.Add(text[from..i].Trim());
                (from, word) = (i + 1, i + 1);
            }
        }
        parts.Add(text[from..].Trim());
        return parts.ToImmutable();
    }

    /// <summary>The answers a row of pieces gives. <paramref name="adding"/>: the first piece is the main text of a new item, whatever it looks like, unless it is labelled.</summary>
    public static Parsed<ImmutableArray<Answer>> Read(Kind kind, ImmutableArray<string> pieces, Reading reading, bool adding, params ImmutableArray<Answer> before)
    {
        var answers = before.ToBuilder();
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            if (piece.Length == 0) continue;
            if (Labelled(kind, piece, reading.Tongue) is { } labelled) answers.Add(labelled);
            else if (Unsound(kind, piece, reading) is { } fault) return fault;
            else if (adding && i == 0) answers.AddRange(Dated(kind, piece, reading, [.. kind.Fields], adding) ?? [new Answer(kind.Main, piece)]);
            else if (One(kind, piece, reading, answers, adding) is { } given) answers.AddRange(given);
            else return Phrase.Of("too-many-parts", piece, kind.Sample);
        }
        return Parsed<ImmutableArray<Answer>>.Yes(answers.ToImmutable());
    }

    /// <summary>Why a piece that looks like a link or a label and is none is not taken for ordinary text; null for any other piece.</summary>
    private static Phrase? Unsound(Kind kind, string piece, Reading reading)
    {
        foreach (var field in kind.Fields.Where(field => field.Shape == "items" && field.Prefix is not null))
            if (reading.Tongue.After(piece, field.Prefix!) is { } named && Known.Leading(named) is null)
                return Phrase.Of("link-form", field.Prefix!, kind.ExampleOf(field));
        var colon = piece.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 4 or > 24) return null;
        var word = piece[..colon].Trim();
        return kind.Fields.Where(field => !field.Hidden).SelectMany(field => field.Also.Append(field.Label).Concat(reading.Tongue.Names($"{kind.Id}.{field.Id}"))).FirstOrDefault(label => label.Length > 4 && Known.Distance(word, label) is 1) is { } near
            ? Phrase.Of("no-such-label", word, near.ToLowerInvariant()) : null;
    }

    private static Answer? Labelled(Kind kind, string piece, Tongue tongue)
    {
        var colon = piece.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && kind.Labelled(piece[..colon].Trim(), tongue) is { } field && piece[(colon + 1)..].Trim() is { Length: > 0 } text ? new(field, text) : null;
    }

    private static IEnumerable<Answer>? One(Kind kind, string piece, Reading reading, IReadOnlyList<Answer> given, bool adding)
    {
        var free = kind.Fields.Where(field => !field.Hidden && (field.Grows || given.All(answer => answer.Field != field))).ToList();
        var flags = free.Where(field => field.Shape == "choice" && field.Takes(piece, reading)).ToList();
        if (flags.Count > 0) return flags.Select(field => new Answer(field, piece));
        if (free.FirstOrDefault(field => field.Prefix is { } word && reading.Tongue.After(piece, word) is { } rest && Introduces(rest, field, reading)) is { } introduced)
            return [new(introduced, reading.Tongue.After(piece, introduced.Prefix!)!)];
        if (free.FirstOrDefault(field => field.Verb is { } verb && reading.Tongue.After(piece, verb) is { } rest && field.Takes(rest, reading)) is { } said)
            return [new(said, reading.Tongue.After(piece, said.Verb!)!)];
        if (Dated(kind, piece, reading, free, adding) is { } dated) return dated;
        if (free.FirstOrDefault(field => field.Shape is not ("text" or "texts" or "choice") && field.Takes(piece, reading)) is { } shaped) return [new(shaped, piece)];
        // What is there already has its main text; more of it is said by label or by edit.
        return free.FirstOrDefault(field => field.InOrder && (adding || field != kind.Main)) is { } next ? [new(next, piece)] : null;
    }

    /// <summary>A word introduces a value only where it can be one: "for Maya", not "for the weekend".</summary>
    private static bool Introduces(string rest, Field field, Reading reading) => field.Shape switch
        {
            "item" or "items" => field.Fill(reading.Map.Kinds.All.First(kind => kind.Fields.Contains(field)).Blank, rest, reading).Fault is null or { Code: "no-such-ref" or "withdrawn" or "wrong-kind" },
            "person" => rest.StartsWith('@') || rest.StartsWith("<@", StringComparison.Ordinal) || reading.Person(rest).Ok,
            "number" => Scan.Num.Read(rest) is { Ok: true } or { Fault: not null },
            "date" => DayShape.Date(rest, reading) is { Ok: true } or { Fault: not null },
            _ => true,
        };

    /// <summary><c>mock-up by 12 June</c>: the text in order, and the date.</summary>
    private static IEnumerable<Answer>? Dated(Kind kind, string piece, Reading reading, List<Field> free, bool adding)
    {
        if (free.FirstOrDefault(field => field.Shape == "date" && field.Prefix == "by") is not { } due || reading.Tongue.Around(piece, "by", last: true) is not var (before, date)) return null;
        if (DayShape.Date(date, reading) is { Ok: false, Fault: null }) return null;
        return free.FirstOrDefault(field => field.InOrder && (adding || field != kind.Main)) is { } text ? [new(text, before), new(due, date)] : null;
    }
}
