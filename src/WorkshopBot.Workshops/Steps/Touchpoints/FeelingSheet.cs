using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>How a persona feels at a place, and wants to feel: one person's votes. Asked for again, it shows that person's own, and what is sent replaces them.</summary>
public sealed class FeelingSheet : Sheet
{
    public override string Id => Feeling.Kind.Id;

    public override Arg Word => Feeling.Kind.Word;

    public override Arg Intro(Occasion o) => Phrase.Of("form.feeling.intro");

    public override Phrase? Refuses(Occasion o) =>
        base.Refuses(o) ?? (o.Item is { } item && item.Kind != Feeling.Kind ? Phrase.Of("form.other-kind", item.Name, Feeling.Kind.Word) : o.Workshop.Map.Lead is null ? Phrase.Of("no-persona") : null);

    public override Phrase Sends(Occasion o) => Phrase.Of("button.save");

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        var feeling = (Feeling?)o.Item?.Item ?? new Feeling();
        var persona = feeling.Persona ?? o.Workshop.Map.Lead;
        foreach (var field in Feeling.Kind.Fields)
            yield return field.Id switch
            {
                "wanted" => Vote(field, feeling.Wanted, o),
                "actual" => Vote(field, feeling.Actual, o),
                "persona" => Blank.Of(Feeling.Kind, field, feeling with { Persona = persona }, o, required: false),
                _ => Blank.Of(Feeling.Kind, field, feeling, o, field.Required),
            };
        yield return Blank.How();
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var map = o.Workshop.Map;
        Mood? Said(string id) => given.TryGetValue(id, out var text) ? TallyShape.ReadMood(text).Value : null;
        Ref? Named(string id) => given.TryGetValue(id, out var text) ? Feeling.Kind.Field(id)!.Put(Feeling.Kind.Blank, text, o.Reading).Value is { } item ? Feeling.Kind.Field(id)!.Targets(item).Single() : null : null;
        var (place, persona, actual, wanted) = (Named("place")!.Value, Named("persona") ?? map.Lead!.Value, Said("actual"), Said("wanted"));
        if (actual is null && wanted is null) return Wish.Not("actual", Phrase.Of("form.feeling.nothing"));
        var source = given.TryGetValue("how", out var how) ? SourceText.Read(how) : null;
        // The same form sent twice is one vote.
        if (source is null && map.FeelingAt(place, persona) is { } known && (actual is null || known.Actual.Of(o.Actor.Key) == actual) && (wanted is null || known.Wanted.Of(o.Actor.Key) == wanted)) return Wish.For();
        return Wish.For(new WorkshopCommand.Feel(place, persona, actual, wanted, source));
    }

    private static Blank Vote(Kinds.Field field, Tally tally, Occasion o) => Blank.Of(Feeling.Kind, field, Feeling.Kind.Blank, o, required: false) with
    {
        Hint = Phrase.Of("form.mood"), MaxLength = Limits.Name, Fault = text => TallyShape.ReadMood(text).Fault,
        Value = tally.Of(o.Actor.Key) is { } mood ? $"{mood.Word} {Num.Show(mood.Score)}" : "",
    };
}
