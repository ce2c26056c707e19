using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Goals.Question>;

namespace WorkshopBot.Workshops.Steps.Goals;

/// <summary>What the customer asks at a stage (S1-35); a touchpoint answers it.</summary>
public sealed record Question : Item
{
    public Ref? Stage { get; init; }
    public Ref? Persona { get; init; }
    public string? Text { get; init; }
    public Ref? AnsweredBy { get; init; }

    public static readonly Kind Kind = new Kind<Question>
    {
        Id = "question", Letter = 'Q', Label = "Question", Plural = "questions",
        Line = "Research? what is a fair price",
        MarkedAs = (question, resolve) => question.AnsweredBy is { } touchpoint ? [(AnsweredWith(resolve(touchpoint)), 0)] : [],
        Fields =
        [
            Stage("S1-35", q => q.Stage, (q, v) => q with { Stage = v }),
            Persona("S1-35", q => q.Persona, (q, v) => q with { Persona = v }),
            Text("text", "Question", "S1-35 S2-25", q => q.Text, (q, v) => q with { Text = v }, "what is a fair price", "What they would ask a friend.", required: true, inOrder: true),
            Item("answeredBy", "Answered by", "S1-35", "T", q => q.AnsweredBy, (q, v) => q with { AnsweredBy = v }, "T3", prefix: "answered by"),
        ],
    };

    /// <summary>The list of the questions that name a touchpoint as their answer.</summary>
    public static string AnsweredWith(Ref touchpoint) => $"answeredBy:{touchpoint}";
}
