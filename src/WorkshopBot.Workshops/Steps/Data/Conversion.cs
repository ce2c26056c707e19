using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Data.Conversion>;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>
/// How many go on from one stage to another, over which medium and at what cost (S0-31 to S0-33; dictionary: RouteEdge). One per pair of stages
/// and medium. An unknown percentage is a legal value and a task (S0-37).
/// </summary>
public sealed record Conversion : Item
{
    public Ref? From { get; init; }
    public Ref? To { get; init; }
    public decimal? Percent { get; init; }
    public string? Medium { get; init; }
    public Cost? Cost { get; init; }
    public Source? Source { get; init; }
    public PersonRef? Owner { get; init; }

    public static readonly Kind Kind = new Kind<Conversion>
    {
        Id = "conversion", Letter = 'C', Label = "Conversion", Plural = "conversions", Typed = false,
        Line = "Research -> Explore 31% via website (n=2140, May, web analytics)",
        IdentifiedBy = (c, resolve) => c is { From: { } from, To: { } to } ? Key(resolve(from), resolve(to), c.Medium) : null,
        SharedAs = c => c.Percent is null ? Share.None : c.Source is { IsEvidence: true } ? Share.Backed : Share.Bare,
        TaggedAs = c => c.Percent is null && c.Owner is null ? ["unknown"] : ["known"],
        MarkedAs = (c, resolve) => c.From is { } from ? [($"from:{resolve(from)}", 0)] : [],
        Fields =
        [
            Item("from", "From", "S0-31", "S", c => c.From, (c, v) => c with { From = v }, "Research", home: true, required: true),
            Item("to", "To", "S0-31", "S", c => c.To, (c, v) => c with { To = v }, "Explore", required: true),
            Percent("percent", "How many go on", "S0-31 S0-37", c => c.Percent, (c, v) => c with { Percent = v }, "Unknown is fine; it becomes a task."),
            Text("medium", "Medium", "S0-32", c => c.Medium, (c, v) => c with { Medium = v }, "website", inOrder: true, max: Limits.Name, prefix: "via"),
            Cost("cost", "Cost", "S0-33", c => c.Cost, (c, v) => c with { Cost = v }, "0.80 EUR per contact", "costs", "costs"),
            Of("source", "Source", "S0-31 S1-49", new SourceShape(), c => c.Source, (c, v) => c with { Source = v }, "n=2140, May, web analytics", unit: "sample, period, level"),
            Person("owner", "Who finds out", "S0-37", c => c.Owner, (c, v) => c with { Owner = v }, "owner", "owner"),
        ],
    };

    public static string Key(Ref from, Ref to, string? medium) => $"{from}>{to}/{(medium is null ? "" : Tidy.Fold(medium))}";
}
