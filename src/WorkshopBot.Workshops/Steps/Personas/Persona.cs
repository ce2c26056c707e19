using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Personas.Persona>;

namespace WorkshopBot.Workshops.Steps.Personas;

/// <summary>A composite picture of a typical customer of one segment; never a real person (S1-12 to S1-26, S2-11 to S2-18, S0-40 to S0-43).</summary>
public sealed record Persona : Item
{
    public string? Name { get; init; }
    public string? Job { get; init; }
    public string? Bio { get; init; }
    public Ref? Segment { get; init; }
    public decimal? Share { get; init; }
    public string? JobToBeDone { get; init; }
    public string? Demographics { get; init; }
    public string? Home { get; init; }
    public string? Workplace { get; init; }
    public string? Commute { get; init; }
    public ImmutableArray<string> Goals { get; init; } = [];
    public ImmutableArray<string> Challenges { get; init; } = [];
    public ImmutableArray<string> Values { get; init; } = [];
    public ImmutableArray<string> Fears { get; init; } = [];
    public ImmutableArray<string> Likes { get; init; } = [];
    public ImmutableArray<string> Dislikes { get; init; } = [];
    public string? Characteristics { get; init; }
    public string? Experience { get; init; }
    public string? Context { get; init; }
    public string? BuyingRole { get; init; }
    public ImmutableArray<string> Competitors { get; init; } = [];
    public ImmutableArray<string> Complements { get; init; } = [];
    public ImmutableArray<string> OnlinePlaces { get; init; } = [];
    public string? Tone { get; init; }
    public string? Message { get; init; }
    public string? Pitch { get; init; }
    public string? Usage { get; init; }
    public ImmutableArray<string> CompositeOf { get; init; } = [];
    public string? Portrait { get; init; }
    public string? PortraitAlt { get; init; }

    public static readonly Kind Kind = new Kind<Persona>
    {
        Id = "persona", Letter = 'P', Label = "Persona", Plural = "personas", ByName = true, Most = Limits.Personas,
        Line = "persona: Maya | nurse, two children | goal: calm mornings | fear: being stranded",
        Begins = ["name", "job", "goals", "challenges", "values", "fears", "segment"],
        IdentifiedBy = (persona, _) => persona.Name is { } name ? Tidy.Fold(name) : null,
        Fields =
        [
            Text("name", "Name", "S1-19", p => p.Name, (p, v) => p with { Name = v }, "Maya", required: true, inOrder: true, max: Limits.Name),
            Text("job", "Job", "S1-20 S2-14", p => p.Job, (p, v) => p with { Job = v }, "nurse, two children", inOrder: true),
            Text("bio", "Who they are", "S1-16", p => p.Bio, (p, v) => p with { Bio = v }, "plans the week on Sunday evening", inOrder: true, also: ["bio", "who"]),
            Item("segment", "Segment", "S1-13 S0-39", "Y", p => p.Segment, (p, v) => p with { Segment = v }, "Families"),
            Percent("share", "Share of the segment", "S1-13", p => p.Share, (p, v) => p with { Share = v }, also: ["share"]),
            Text("jobToBeDone", "Job to be done", "S1-21", p => p.JobToBeDone, (p, v) => p with { JobToBeDone = v }, "get three people to three places by eight"),
            Text("demographics", "Demographics", "S1-22", p => p.Demographics, (p, v) => p with { Demographics = v }, "late thirties, two incomes"),
            Text("home", "Lives", "S2-12", p => p.Home, (p, v) => p with { Home = v }, "edge of a hilly town", also: ["home", "lives in"]),
            Text("workplace", "Works", "S2-13", p => p.Workplace, (p, v) => p with { Workplace = v }, "the city hospital", also: ["workplace", "works at"]),
            Text("commute", "Commute", "S2-15", p => p.Commute, (p, v) => p with { Commute = v }, "second car, twenty minutes"),
            Texts("goals", "Goals", "S1-23", p => p.Goals, (p, v) => p with { Goals = v }, "calm mornings", also: ["goal"]),
            Texts("challenges", "Challenges", "S1-23", p => p.Challenges, (p, v) => p with { Challenges = v }, "no time to compare", also: ["challenge"]),
            Texts("values", "Values", "S1-17 S1-24", p => p.Values, (p, v) => p with { Values = v }, "time with the children", also: ["value"]),
            Texts("fears", "Fears", "S1-24", p => p.Fears, (p, v) => p with { Fears = v }, "being stranded", also: ["fear"]),
            Texts("likes", "Likes", "S0-40", p => p.Likes, (p, v) => p with { Likes = v }, "trying before buying", also: ["like"]),
            Texts("dislikes", "Dislikes", "S0-40", p => p.Dislikes, (p, v) => p with { Dislikes = v }, "calls from sales", also: ["dislike"]),
            Text("characteristics", "Characteristics", "S0-41", p => p.Characteristics, (p, v) => p with { Characteristics = v }, "practical, reads reviews"),
            Choice("experience", "Level of experience", "S0-43", p => p.Experience, (p, v) => p with { Experience = v },
                [new("novice", "novice"), new("some", "some experience"), new("expert", "expert")], also: ["experience"]),
            Text("context", "Buying context", "S0-42", p => p.Context, (p, v) => p with { Context = v }, "decides with her partner", also: ["context"]),
            Choice("buyingRole", "Buying role", "S2-37", p => p.BuyingRole, (p, v) => p with { BuyingRole = v },
                [new("user", "user"), new("buyer", "buyer"), new("approver", "approver"), new("influencer", "influencer")], also: ["role"]),
            Texts("competitors", "Uses instead", "S2-16", p => p.Competitors, (p, v) => p with { Competitors = v }, "a used second car", also: ["competitor", "competitors"]),
            Texts("complements", "Uses beside it", "S2-17", p => p.Complements, (p, v) => p with { Complements = v }, "a child seat", also: ["complement", "complements"]),
            Texts("onlinePlaces", "Online, doing what", "S2-18", p => p.OnlinePlaces, (p, v) => p with { OnlinePlaces = v }, "parents' forum: asks for advice", also: ["online", "online place"]),
            Text("tone", "How to speak to them", "S1-18", p => p.Tone, (p, v) => p with { Tone = v }, "plain, with numbers", also: ["tone"]),
            Text("message", "Marketing message", "S1-25", p => p.Message, (p, v) => p with { Message = v }, "mornings without the car queue", also: ["message"]),
            Text("pitch", "Elevator pitch", "S1-26", p => p.Pitch, (p, v) => p with { Pitch = v }, "two children, one bike, no parking", also: ["pitch"]),
            Text("usage", "How they use it", "S1-56", p => p.Usage, (p, v) => p with { Usage = v }, "school run, then the hospital", also: ["usage"]),
            Texts("compositeOf", "Composite of", "S1-13", p => p.CompositeOf, (p, v) => p with { CompositeOf = v }, "six interviews in May"),
            Text("portrait", "Portrait", "S2-11", p => p.Portrait, (p, v) => p with { Portrait = v }, "https://example.org/maya.png", "A link to a picture; it is never fetched."),
            Text("portraitAlt", "Portrait in words", "S2-11", p => p.PortraitAlt, (p, v) => p with { PortraitAlt = v }, "a woman with a helmet and two children", also: ["alt text"]),
        ],
    };
}
