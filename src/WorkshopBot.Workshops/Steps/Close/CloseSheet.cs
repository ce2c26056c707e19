using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Close;

/// <summary>What one person thinks of the whole, with sign-off or objection; and, for who leads, who keeps the map and when it is looked at again.</summary>
public sealed class CloseSheet : Sheet
{
    private const string Score = "score", Sentence = "sentence", SignOff = "signOff", Objection = "objection";

    private static readonly string[] Asked = ["owner", "review", "cadence"];

    public override string Id => "close";

    public override Arg Word => Phrase.Of("form.close");

    public override Arg Intro(Occasion o) => Phrase.Of("form.close.intro");

    public override bool Changes(Occasion o) => true;

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        var mine = o.Workshop.Judgements.GetValueOrDefault(o.Actor.Key) ?? Judgement.Nothing;
        yield return Blank.OneOf(Score, Phrase.Of("form.close.score"), [.. Enumerable.Range(1, 5).Select(n => new FormChoice(Num.Show(n), n))]) with { Value = mine.Score is { } score ? Num.Show(score) : "" };
        yield return Blank.Text(Sentence, Phrase.Of("form.close.sentence"), Limits.Text, lines: true) with { Value = mine.Text ?? "", Example = Phrase.Of("form.close.sentence.example") };
        if (o.Workshop.Leads(o.Actor))
            foreach (var field in Asked.Select(id => Frame.Kind.Field(id)!)) yield return Blank.Of(Frame.Kind, field, o.Workshop.Frame, o, required: false);
        yield return new Blank(SignOff, Phrase.Of("form.close.sign-off"), FormInput.Toggle) { Value = mine.SignedOff ? "true" : "" };
        yield return Blank.Text(Objection, Phrase.Of("form.close.objection"), Limits.Text, lines: true) with { Value = mine.Objection ?? "", Hint = Phrase.Of("form.close.objection.hint") };
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var mine = o.Workshop.Judgements.GetValueOrDefault(o.Actor.Key) ?? Judgement.Nothing;
        var (signs, objects) = (given.GetValueOrDefault(SignOff) == "true", given.GetValueOrDefault(Objection));
        if (given.FirstOrDefault(answer => answer.Value.Length == 0 && answer.Key is Score or Sentence or SignOff or Objection && !(answer.Key == Objection && signs) && !(answer.Key == SignOff && objects is { Length: > 0 })) is { Key: { } cleared })
            return Wish.Not(cleared, Phrase.Of("form.close.stays"));
        if (signs && objects is { Length: > 0 }) return Wish.Not(Objection, Phrase.Of("form.close.either"));
        if (given.ContainsKey(Score) && !given.ContainsKey(Sentence) && mine.Text is null) return Wish.Not(Sentence, Phrase.Of("form.close.why"));
        if (given.ContainsKey(Sentence) && !given.ContainsKey(Score) && mine.Score is null) return Wish.Not(Score, Phrase.Of("form.close.how-good"));
        var frame = Asked.Where(given.ContainsKey).Select(id => new Answer(Frame.Kind.Field(id)!, given[id])).ToImmutableArray();
        int? score = given.TryGetValue(Score, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var judges = score is not null || given.ContainsKey(Sentence) || signs || objects is { Length: > 0 };
        return Wish.For(
        [
            .. judges ? [new WorkshopCommand.Judge(score, given.GetValueOrDefault(Sentence), signs, objects is { Length: > 0 } ? objects : null)] : (WorkshopCommand[])[],
            .. frame.IsEmpty ? (WorkshopCommand[])[] : [new WorkshopCommand.SetFrame(frame, Replace: true)],
        ]);
    }
}
