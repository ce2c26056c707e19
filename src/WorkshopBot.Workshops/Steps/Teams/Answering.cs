using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>How services could be structured to help (S1-36): an answer to a goal or a gap.</summary>
public sealed record Solution : Item
{
    public Ref? For { get; init; }
    public string? Text { get; init; }

    public static readonly Kind Kind = new Kind<Solution>
    {
        Id = "solution", Letter = 'L', Label = "Solution", Plural = "solutions",
        Line = "solution X2: a calculator with the true monthly cost",
        Fields =
        [
            Fields<Solution>.Item("for", "For", "S1-36", "GXQNI", s => s.For, (s, v) => s with { For = v }, "X2", home: true),
            Fields<Solution>.Text("text", "Solution", "S1-36", s => s.Text, (s, v) => s with { Text = v }, "a calculator with the true monthly cost", required: true, inOrder: true),
        ],
    };
}

/// <summary>What somebody does next, by when (S1-44, S2-05), and what it saved once done (S0-70).</summary>
public sealed record TodoAction : Item
{
    public Ref? For { get; init; }
    public string? Text { get; init; }
    public PersonRef? Owner { get; init; }
    public Day? Due { get; init; }
    public string? Status { get; init; }
    public Cost? Saving { get; init; }

    public static readonly Kind Kind = new Kind<TodoAction>
    {
        Id = "action", Letter = 'A', Label = "Action", Plural = "actions",
        Line = "action X2: mock-up of the calculator | owner @sam | by 12 June",
        Fields =
        [
            Fields<TodoAction>.Item("for", "For", "S1-44", "", a => a.For, (a, v) => a with { For = v }, "X2", home: true),
            Fields<TodoAction>.Text("text", "Action", "S1-44 S2-05", a => a.Text, (a, v) => a with { Text = v }, "mock-up of the calculator", required: true, inOrder: true),
            Fields<TodoAction>.Person("owner", "Owner", "S0-60", a => a.Owner, (a, v) => a with { Owner = v }, "owner"),
            Fields<TodoAction>.Day("due", "By", "S0-60", a => a.Due, (a, v) => a with { Due = v }, "by", "due"),
            Fields<TodoAction>.Choice("status", "Status", "S0-70", a => a.Status, (a, v) => a with { Status = v }, [new("open", "open"), new("doing", "doing"), new("done", "done")]),
            Fields<TodoAction>.Cost("saving", "Saving", "S0-70", a => a.Saving, (a, v) => a with { Saving = v }, "400 EUR per month"),
        ],
    };
}

/// <summary>What the team decided (S0-13, S0-69), with what was left open and how the votes stood.</summary>
public sealed record DecisionTaken : Item
{
    public string? Text { get; init; }
    public decimal? Votes { get; init; }
    public decimal? Against { get; init; }
    public decimal? Abstentions { get; init; }

    public static readonly Kind Kind = new Kind<DecisionTaken>
    {
        Id = "decided", Letter = 'D', Label = "Decided", Plural = "decisions",
        Line = "decided: one map for Maya first | votes: 5 | abstentions: 1",
        Fields =
        [
            Fields<DecisionTaken>.Text("text", "Decided", "S0-69", d => d.Text, (d, v) => d with { Text = v }, "one map for Maya first", required: true, inOrder: true, max: 30 * Limits.Text),
            Fields<DecisionTaken>.Number("votes", "Votes", "S0-69", d => d.Votes, (d, v) => d with { Votes = v }, example: "5"),
            Fields<DecisionTaken>.Number("against", "Against", "S0-69", d => d.Against, (d, v) => d with { Against = v }, example: "1"),
            Fields<DecisionTaken>.Number("abstentions", "Abstentions", "S0-69", d => d.Abstentions, (d, v) => d with { Abstentions = v }, example: "1"),
        ],
    };
}

/// <summary>An idea for later (S0-68, S2-51): kept, not discussed now.</summary>
public sealed record ParkedIdea : Item
{
    public string? Text { get; init; }

    public static readonly Kind Kind = new Kind<ParkedIdea>
    {
        Id = "parked", Letter = 'K', Label = "Parked idea", Plural = "parked",
        Line = "park a loyalty card for the second bike",
        Fields = [Fields<ParkedIdea>.Text("text", "Idea", "S0-68 S2-51", k => k.Text, (k, v) => k with { Text = v }, "a loyalty card for the second bike", required: true, inOrder: true)],
    };
}
