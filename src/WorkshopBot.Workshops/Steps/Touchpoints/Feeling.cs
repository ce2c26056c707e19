using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.Feeling>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>
/// How a persona wants to feel and does feel at a stage or touchpoint (S2-37 to S2-40; dictionary: Emotion). One per persona and place;
/// each person has one vote for wanted and one for actual (settled: "Feelings").
/// </summary>
public sealed record Feeling : Item
{
    public Ref? Place { get; init; }
    public Ref? Persona { get; init; }
    public Tally Wanted { get; init; } = Tally.Empty;
    public Tally Actual { get; init; } = Tally.Empty;

    public static readonly Kind Kind = new Kind<Feeling>
    {
        Id = "feeling", Letter = 'V', Label = "Feeling", Plural = "feelings", Typed = false,
        Line = "Research feels confused 2, wants confident 4",
        IdentifiedBy = (feeling, resolve) => feeling is { Place: { } place } ? Key(resolve(place), feeling.Persona is { } persona ? resolve(persona) : default) : null,
        VotedBy = feeling => feeling.Wanted.All.Concat(feeling.Actual.All).Select(vote => vote.Voter),
        SharedAs = feeling => feeling.Actual.IsEmpty ? Share.None : Share.Bare,
        TaggedAs = feeling => [.. feeling.Wanted.IsEmpty ? (string[])[] : ["wanted"], .. feeling.Actual.IsEmpty ? (string[])[] : ["actual"]],
        Fields =
        [
            Item("place", "Where", "S2-38", "ST", f => f.Place, (f, v) => f with { Place = v }, "Research", home: true, required: true),
            Persona("S2-38", f => f.Persona, (f, v) => f with { Persona = v }),
            Of("wanted", "Wants to feel", "S2-39 S1-05", new TallyShape(), f => f.Wanted, (f, v) => f with { Wanted = v }, "confident 4", unit: "word and 1-5"),
            Of("actual", "Feels", "S2-40 S1-05", new TallyShape(), f => f.Actual, (f, v) => f with { Actual = v }, "confused 2", unit: "word and 1-5"),
        ],
    };

    public static string Key(Ref place, Ref persona) => $"{place}/{persona}";
}
