using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Personas;

/// <summary>Step 1: who the customer is.</summary>
public sealed class PersonasStep : Step
{
    private const int Fewest = 3, Most = 5;

    public override string Id => "personas";
    public override string Title => "Personas";
    public override string Purpose => "Describe typical customers, each a picture of one segment.";
    public override string Prompt => "Describe a typical customer in this scenario. Not a real person, but built from real ones.";
    public override string Example => "Maya | nurse, two children | goal: calm mornings | fear: being stranded";
    public override IReadOnlyList<Kind> Kinds => [Persona.Kind, Segment.Kind];
    public override Kind? NamedLine => Persona.Kind;

    public override Phrase Headline(Workshop w) => w.Map.Lead is { } lead && w.Map.Live(lead) is { } entry ? Phrase.Of("outcome.personas", w.Map.Count('P'), w.NameOf(entry)) : Phrase.Of("outcome.nothing");

    public override IEnumerable<Open> Missing(Workshop w)
    {
        if (w.Map.Lead is not { } name || w.Map.Live(name)?.Item is not Persona lead)
        {
            yield return Open.HardPoint("missing.persona").By(Persona.Kind.Id);
            yield break;
        }
        if (lead.Job is null) yield return Open.HardPoint("missing.persona.job", lead.Name ?? "").By(Persona.Kind.Id, name, Phrase.Of("button.say.job"));
        if (lead.Goals.IsEmpty) yield return Open.HardPoint("missing.persona.goal", lead.Name ?? "").By(Persona.Kind.Id, name, Phrase.Of("button.say.goal"));
        if (lead.Challenges.IsEmpty) yield return Open.HardPoint("missing.persona.challenge", lead.Name ?? "").By(Persona.Kind.Id, name, Phrase.Of("button.say.challenge"));
        if (lead.Values.IsEmpty && lead.Fears.IsEmpty) yield return Open.HardPoint("missing.persona.value", lead.Name ?? "").By(Persona.Kind.Id, name, Phrase.Of("button.say.value"));
        if (w.Map.Count('P') is var count and (< Fewest or > Most)) yield return Open.SoftPoint("missing.personas", count, Fewest, Most).By(Persona.Kind.Id);
        foreach (var entry in w.Map.Personas)
        {
            var persona = (Persona)entry.Item;
            if (persona.Message is null || persona.Pitch is null) yield return Open.SoftPoint("missing.persona.pitch", persona.Name ?? "").By(Persona.Kind.Id, entry.Name, Phrase.Of("button.say.pitch"));
            if (w.Map.List(Data.Evidence.For(entry.Name)).IsEmpty) yield return Open.SoftPoint("missing.persona.evidence", persona.Name ?? "").By(Data.Evidence.Kind.Id, (Data.Evidence.Kind.Home!.Id, entry.Name));
        }
    }
}
