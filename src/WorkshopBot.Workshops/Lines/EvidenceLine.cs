using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Lines;

/// <summary>
/// A claim about an item with how we know: <c>T3: 41% could not name the price (survey, n=212)</c>. The brackets are the evidence itself, not
/// evidence of it. Without any it is an assumption, and says so.
/// </summary>
public static class EvidenceLine
{
    public static Line Made(Ref? on, string text, Typed typed)
    {
        var kind = Evidence.Kind;
        var source = SourceText.Split(text, out var rest) ?? new Source(null, "assumption", null, null, null);
        var read = Segments.Read(kind, Segments.Split(rest), typed.Reading, adding: true, on is { } place ? [new(kind.Field("on")!, place.ToString())] : []);
        if (read.Fault is { } fault) return fault;
        var evidence = Evidence.Of(default, null, source);
        var presumed = new (string Field, string? Text)[]
        {
            ("type", evidence.Type), ("level", evidence.Level), ("source", evidence.Source), ("period", evidence.Period),
            ("n", evidence.N is { } n ? Num.Show(n) : null), ("permalink", evidence.Permalink),
        };
        // What the line says with a label counts more than what its brackets amount to.
        var more = presumed.Where(part => part.Text is not null && read.Value.All(answer => answer.Field.Id != part.Field)).Select(part => new Answer(kind.Field(part.Field)!, part.Text!));
        return new WorkshopCommand.Add(kind, [.. read.Value, .. more]);
    }
}
