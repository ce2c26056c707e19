using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Data.Evidence>;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>How the team knows what an item says (S1-03, S1-08): one source for one item, on a level from assumption to analytics.</summary>
public sealed record Evidence : Item
{
    public Ref? On { get; init; }
    public string? Text { get; init; }
    public string? Type { get; init; }
    public string? Level { get; init; }
    public string? Source { get; init; }
    public string? Period { get; init; }
    public decimal? N { get; init; }
    public string? Value { get; init; }
    public string? Permalink { get; init; }
    public Day? CollectedOn { get; init; }
    public string? Interviewer { get; init; }

    private static readonly Choice[] LevelChoices = [.. Values.Source.Levels.Select(level => new Choice(level, level))];

    public static readonly Kind Kind = new Kind<Evidence>
    {
        Id = "evidence", Letter = 'E', Label = "Evidence", Plural = "evidence",
        Line = "T3: 41% could not name the price (survey, n=212, May)",
        // Somebody's word, where a source is named; otherwise nothing but a guess, and it says so.
        Presumes = e => e.Level is not null ? e : e with { Level = e is { Source: null, Period: null, N: null, Permalink: null, Type: null, Interviewer: null } ? "assumption" : "anecdote" },
        BacksWhen = e => e.Level is not "assumption",
        TaggedAs = e => e.Level is { } level ? [$"level:{level}"] : [],
        MarkedAs = (item, resolve) => item.On is { } place ? [(For(resolve(place)), 0)] : [],
        Fields =
        [
            Item("on", "For", "S1-03", "", e => e.On, (e, v) => e with { On = v }, "T3", home: true, required: true),
            Text("text", "What it says", "S1-46", e => e.Text, (e, v) => e with { Text = v }, "41% could not name the price", inOrder: true, also: ["result"]),
            Choice("type", "Type", "S1-46 S1-47 S2-21 S2-22", e => e.Type, (e, v) => e with { Type = v },
                [new("survey", "survey"), new("analytics", "analytics"), new("interview", "interview"), new("behavioural-web", "behavioural web"), new("quote", "quote")]),
            Choice("level", "Level", "S1-08", e => e.Level, (e, v) => e with { Level = v }, LevelChoices),
            Text("source", "Source", "S1-47", e => e.Source, (e, v) => e with { Source = v }, "web analytics"),
            Text("period", "Period", "S1-46", e => e.Period, (e, v) => e with { Period = v }, "May 2026", max: Limits.Name),
            Number("n", "Sample size", "S1-46 S1-49", e => e.N, (e, v) => e with { N = v }, unit: "people or cases", example: "212"),
            Text("value", "Value", "S1-47", e => e.Value, (e, v) => e with { Value = v }, "41 %", max: Limits.Name),
            Text("permalink", "Link", "S1-46 S1-47", e => e.Permalink, (e, v) => e with { Permalink = v }, "https://example.org/report", "Kept as text; it is never fetched.", also: ["link"]),
            Day("collectedOn", "Collected on", "S2-21", e => e.CollectedOn, (e, v) => e with { CollectedOn = v }, also: ["date", "collected"]),
            Text("interviewer", "Interviewer", "S2-21", e => e.Interviewer, (e, v) => e with { Interviewer = v }, "Ben", max: Limits.Name),
        ],
    };

    /// <summary>The evidence a source in brackets amounts to. A source that names no level is somebody's word: an anecdote.</summary>
    public static Evidence Of(Ref on, string? text, Source source) => new()
    {
        On = on, Text = text, Level = source.Level ?? "anecdote", Source = source.Text, Period = source.Period, N = source.N, Permalink = source.Link,
        Type = source.Level switch { "survey" => "survey", "analytics" => "analytics", "interviews" => "interview", _ => null },
    };

    /// <summary>What it says of where it comes from, as it would be written in brackets.</summary>
    public Source Said => new(Source, Level, Period, N, Permalink);

    /// <summary>The list of the evidence for an item.</summary>
    public static string For(Ref place) => $"evidence:{place}";
}
