using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Close;

/// <summary>Step 7: what the team thinks of the whole, and who keeps the map alive.</summary>
public sealed class CloseStep : Step
{
    /// <summary>Objections told of.</summary>
    private const int Told = 5;

    public override string Id => "close";
    public override string Title => "Close";
    public override string Purpose => "Judge the whole, name who keeps the map alive, and when it is looked at again.";
    public override string Prompt => "How good is this map, who owns it from here, and when do we look again?";
    public override string Example => "overall 4: good start, thin evidence";
    public override IReadOnlyList<string> Lines => ["sign off", "object: nobody asked the shops", "owner @name", "review in 3 months", "throw away"];
    public override IReadOnlyList<Kind> Kinds => [];
    public override IReadOnlyList<Sheet> Forms => [new CloseSheet()];

    public override Phrase Headline(Workshop w) => w.Judgements.Values.Select(judgement => judgement.Score).OfType<int>().Order().ToList() is { Count: > 0 } scores
        ? Phrase.Of("outcome.judged", scores[(scores.Count - 1) / 2], scores.Count) : Phrase.Of("outcome.unjudged");

    public override IEnumerable<Phrase> Decided(Workshop w)
    {
        foreach (var field in Frame.Kind.Fields.Where(field => field.Id is "owner" or "review" && !field.IsEmpty(w.Frame))) yield return Views.Showing.Labelled(Frame.Kind, field, w.Frame);
        if (w.Judgements.Count(judgement => judgement.Value.SignedOff) is var signed and > 0) yield return Phrase.Of("outcome.signed", signed);
        foreach (var objection in w.Judgements.Values.Select(judgement => judgement.Objection).OfType<string>().Take(Told)) yield return Phrase.Of("outcome.objection", objection);
    }

    public override bool AnsweredBy(Workshop w, string person) => w.Judgements.ContainsKey(person);

    public override IEnumerable<Open> Missing(Workshop w)
    {
        if (w.Frame.Owner is null) yield return Open.HardPoint("missing.owner").By("close").ForLeader();
        if (w.Frame.Review is null) yield return Open.HardPoint("missing.review").By("close").ForLeader();
        if (w.Judgements.IsEmpty) yield return Open.SoftPoint("missing.judgement").By("close");
        if (w.Judgements.Any(judgement => judgement.Value.Objection is not null)) yield return Open.SoftPoint("missing.objection", w.Judgements.Count(judgement => judgement.Value.Objection is not null));
        if (w.Map.Count('K') is var parked and > 0) yield return Open.SoftPoint("missing.parked", parked);
    }
}
