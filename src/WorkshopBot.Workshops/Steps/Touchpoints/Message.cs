using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.Message>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>What we say to the customer at a stage, and through which medium (S0-59). Not a message of the chat.</summary>
public sealed record Message : Item
{
    public Ref? Stage { get; init; }
    public string? Text { get; init; }
    public string? Medium { get; init; }
    public PersonRef? Owner { get; init; }

    public static readonly Kind Kind = new Kind<Message>
    {
        Id = "message", Letter = 'J', Label = "Message", Plural = "messages",
        Line = "message Research: the true cost a month | medium: web",
        Fields =
        [
            Stage("S0-59", m => m.Stage, (m, v) => m with { Stage = v }),
            Text("text", "Message", "S0-59", m => m.Text, (m, v) => m with { Text = v }, "the true cost a month", required: true, inOrder: true),
            Text("medium", "Medium", "S0-59", m => m.Medium, (m, v) => m with { Medium = v }, "web", inOrder: true, max: Limits.Name, prefix: "via", also: ["channel"]),
            Person("owner", "Owner", "S0-60", m => m.Owner, (m, v) => m with { Owner = v }, "owner"),
        ],
    };
}
