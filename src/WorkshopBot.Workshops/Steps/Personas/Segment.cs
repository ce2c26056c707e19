using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Personas.Segment>;

namespace WorkshopBot.Workshops.Steps.Personas;

/// <summary>A group of customers that wants its own experience (S0-39), with what one of them is worth.</summary>
public sealed record Segment : Item
{
    public string? Name { get; init; }
    public decimal? Size { get; init; }
    public Cost? Value { get; init; }
    public string? Buying { get; init; }
    public string? Delivery { get; init; }
    public string? Transaction { get; init; }

    public static readonly Kind Kind = new Kind<Segment>
    {
        Id = "segment", Letter = 'Y', Label = "Segment", Plural = "segments", ByName = true,
        Line = "segment: Families | value: 1200 EUR | size: 4000",
        IdentifiedBy = (segment, _) => segment.Name is { } name ? Tidy.Fold(name) : null,
        Fields =
        [
            Text("name", "Name", "S0-39", s => s.Name, (s, v) => s with { Name = v }, "Families", required: true, inOrder: true, max: Limits.Name),
            Number("size", "Size", "S0-39", s => s.Size, (s, v) => s with { Size = v }, unit: "customers", example: "4000"),
            Cost("value", "Value of a customer", "S0-35", s => s.Value, (s, v) => s with { Value = v }, "1200 EUR", also: ["value"]),
            Text("buying", "How they want to buy", "S0-23", s => s.Buying, (s, v) => s with { Buying = v }, "in a shop, after a test ride", also: ["buying"]),
            Text("delivery", "How they want it delivered", "S0-24", s => s.Delivery, (s, v) => s with { Delivery = v }, "ready to ride, at home", also: ["delivery"]),
            Text("transaction", "How they want to pay", "S0-30", s => s.Transaction, (s, v) => s with { Transaction = v }, "monthly, by direct debit", also: ["transaction"]),
        ],
    };
}
