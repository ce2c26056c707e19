using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Takes how somebody says a persona feels, or wants to feel: one vote a person, replaced by the same person's next.</summary>
public static class Feeling
{
    public static Decision Feel(WorkshopCommand.Feel c, Actor actor, Workshop w)
    {
        if (Shapes.SourceShape.TooLong(c.Source) is { } tooLong) return tooLong;
        if (w.Live(c.Place, out var refusal) is not { } place) return refusal;
        if ((c.Persona ?? w.Map.Lead) is not { } persona) return Phrase.Of("no-persona");
        if (w.Live(persona, out refusal) is not { } whose) return refusal;
        var kind = Steps.Touchpoints.Feeling.Kind;
        var known = w.Map.Identified(kind.Letter, Steps.Touchpoints.Feeling.Key(place.Name, whose.Name));
        var name = known ?? w.Map.Next(kind);
        var events = new List<WorkshopEvent>();
        if (known is null) events.Add(new WorkshopEvent.ItemAdded(name, new Steps.Touchpoints.Feeling { Place = place.Name, Persona = whose.Name }, actor.Entry, Adding.Timing(kind, w)));
        if (c.Wanted is not null) events.Add(new WorkshopEvent.Felt(name, true, w.VoterOf(actor.Key), c.Wanted));
        if (c.Actual is not null) events.Add(new WorkshopEvent.Felt(name, false, w.VoterOf(actor.Key), c.Actual));
        if (c.Source is { } source) events.Add(Adding.EvidenceFor(name, null, source, w, actor));
        return Decision.Yes(events,
            [Phrase.Of("felt", name, whose.Kind.Main.Show(whose.Item), Receipts.Place(place.Name, w)), .. Said("felt.actual", c.Actual), .. Said("felt.wanted", c.Wanted), .. Receipts.Beside(name, w, events)]);
    }

    private static IEnumerable<Phrase> Said(string code, Values.Mood? mood) => mood is null ? [] : [Phrase.Of(code, mood.Word, mood.Score)];
}
