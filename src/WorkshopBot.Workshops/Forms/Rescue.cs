using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>What somebody had filled in, said back to them where no form can take it, so that it can be copied.</summary>
internal static class Rescue
{
    /// <summary>Letters said back of one field, and bytes of all: what an answer can hold.</summary>
    private const int MostOfOne = 4_000, MostOfAll = 12_000;

    /// <summary>The fields that were filled in, each with what was written; empty when nothing was.</summary>
    public static ImmutableArray<Phrase> Of(Press press, Workshop w, Actor actor)
    {
        var said = Written(press, w, actor).ToImmutableArray();
        return said.IsEmpty ? [] : [Phrase.Of("form.kept"), .. said];
    }

    /// <summary>The same in one list.</summary>
    public static Phrase? InOne(Phrase reason, Press press, Workshop w, Actor actor) =>
        Written(press, w, actor).Select(said => (Arg)said).ToImmutableArray() is { IsEmpty: false } said ? Phrase.Of("dialog.kept", reason, Arg.List(said)) : null;

    public static string Short(string text) => text.Length <= MostOfOne ? text : $"{text[..(char.IsHighSurrogate(text[MostOfOne - 1]) ? MostOfOne - 1 : MostOfOne)]}…";

    /// <summary>What a field is called that the form does not have for this person, or not any more; its id where nothing is called so.</summary>
    public static Arg Label(string field, Sheet? sheet, Workshop w) =>
        Label(field, w.Playbook.Kinds.WithId(sheet?.Id ?? "")) ?? Label(field, Frame.Kind) ?? (Arg)Tidy.Cut(field, Limits.Name);

    private static Arg.Word? Label(string field, Kind? kind) => kind?.Field(field) is { } known ? new Arg.Word($"{kind.Id}.{known.Id}.label", known.Label) : null;

    private static IEnumerable<Phrase> Written(Press press, Workshop w, Actor actor)
    {
        var entry = Ref.Read(press.Find(Press.Item)) is { } name ? w.Map.Find(w.Map.Resolve(name)) : null;
        var sheet = w.Playbook.Sheet(press.Find(Press.Of) ?? entry?.Kind.Id ?? "");
        var blanks = sheet?.Blanks(new(w, actor, entry is not null && sheet is KindSheet && sheet.Id == entry.Kind.Id ? entry : null)).ToDictionary(blank => blank.Id, StringComparer.Ordinal) ?? [];
        var (order, left, unsaid) = (blanks.Keys.ToList(), MostOfAll, 0);
        foreach (var (field, value) in press.Values.OrderBy(pair => order.IndexOf(pair.Key)))
        {
            var blank = blanks.GetValueOrDefault(field);
            // What is there all the same need not be said again, nor what stands in a box that nobody ticked.
            if (value.Trim() is not { Length: > 0 } text || text == blank?.Value || (blank?.Input == FormInput.Toggle && text != "true")) continue;
            if (left <= 0)
            {
                unsaid++;
                continue;
            }
            Arg shown = blank?.Choices.FirstOrDefault(choice => choice.Value == text)?.Title ?? Short(string.Join('\n', Tidy.Lines(text).Select(line => line.Text)));
            left -= System.Text.Encoding.UTF8.GetByteCount(text);
            yield return Phrase.Of("show.field", blank?.Label ?? Label(field, sheet, w), shown);
        }
        if (unsaid > 0) yield return Phrase.Of("and-more", unsaid);
    }
}
