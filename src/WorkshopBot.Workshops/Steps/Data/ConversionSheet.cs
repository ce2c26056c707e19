using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>How many go on from one stage to another. The same way again is corrected, not added; that nobody knows how many is an answer, too.</summary>
public sealed class ConversionSheet() : KindSheet(Conversion.Kind)
{
    private const string Unknown = "unknown";

    // A way needs two ends.
    public override Phrase? Refuses(Occasion o) => base.Refuses(o) ?? (o.Item is null && o.Workshop.Map.Stages.Take(2).Count() < 2 ? Phrase.Of("form.nothing-yet", Word, Stage.Kind.Word) : null);

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        foreach (var blank in base.Blanks(o).Where(blank => blank.Id != "how"))
        {
            yield return blank;
            if (blank.Id == "percent" && o.Item is null) yield return new Blank(Unknown, Phrase.Of("form.unknown"), FormInput.Toggle) { Unless = "percent" };
        }
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        if (o.Item is not null) return base.Take(given, o);
        var unknown = given.GetValueOrDefault(Unknown) == "true";
        if (unknown && given.ContainsKey("percent")) return Wish.Not(Unknown, Phrase.Of("form.unknown.known"));
        if (!unknown && !given.ContainsKey("percent") && !given.ContainsKey("cost")) return Wish.Not("percent", Phrase.Of("form.unknown.either"));
        Ref Place(string id) => Conversion.Kind.Field(id)!.Put(Conversion.Kind.Blank, given[id], o.Reading).Value is var item ? Conversion.Kind.Field(id)!.Targets(item).Single() : default;
        var source = given.TryGetValue("source", out var how) ? SourceText.Read(how) : null;
        return Wish.For(new WorkshopCommand.Route(Place("from"), Place("to"), given.GetValueOrDefault("medium"), unknown, [.. Answers(given).Where(answer => answer.Field.Id is not ("from" or "to" or "medium" or "source"))], source));
    }
}
