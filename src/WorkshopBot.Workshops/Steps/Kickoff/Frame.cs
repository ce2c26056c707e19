using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Kickoff.Frame>;

namespace WorkshopBot.Workshops.Steps.Kickoff;

/// <summary>
/// What the workshop is about and how it is run (dictionary: Map): set by kick-off and close lines, one a workshop. It is declared like the
/// items are, and is none: it has no letter and no ref.
/// </summary>
public sealed record Frame : Item
{
    /// <summary>The value of <see cref="Names"/> that a later version brings.</summary>
    public const string Anonymous = "anonymous";

    public static readonly Frame Blank = new();

    public string? Scenario { get; init; }
    public string? Trigger { get; init; }
    public string? Actor { get; init; }
    public string? Outcome { get; init; }
    public string? End { get; init; }
    public string? Purpose { get; init; }
    public ImmutableArray<string> Decisions { get; init; } = [];
    public string? Subject { get; init; }
    public PersonRef? Owner { get; init; }
    public Day? Review { get; init; }
    public string? Cadence { get; init; }
    public string? Mode { get; init; }
    public string? Names { get; init; }
    public string? Window { get; init; }
    public string? Language { get; init; }

    /// <summary>The fields a scenario of the form of the hint says, too.</summary>
    public static readonly ImmutableArray<string> InScenario = ["trigger", "actor", "outcome", "end"];

    /// <summary>The scenario says its parts; false when there is none, or it is a sentence of another form.</summary>
    public bool TellsParts => Parts(Scenario) is not null;

    public static readonly Kind Kind = new Kind<Frame>
    {
        Id = "frame", Letter = '\0', Label = "Frame", Plural = "scenario", Line = "scenario: When the second car dies, Maya wants calm mornings, until she tells her friends",
        Fields =
        [
            Of("scenario", "Scenario", "S0-38 S1-01", new TextShape(Limits.Text), f => f.Scenario, Split,
                "When the second car dies, Maya wants calm mornings, until she tells her friends", hint: "When [trigger], [persona] wants [outcome], until [end]"),
            Text("trigger", "Trigger", "S0-01", f => f.Trigger, (f, v) => Join(f, f with { Trigger = v }), "the second car dies"),
            Text("actor", "Whose journey", "S0-38", f => f.Actor, (f, v) => Join(f, f with { Actor = v }), "Maya", also: ["whose"]),
            Text("outcome", "Wants", "S0-38", f => f.Outcome, (f, v) => Join(f, f with { Outcome = v }), "calm mornings"),
            Text("end", "End", "S0-01", f => f.End, (f, v) => Join(f, f with { End = v }), "she tells her friends"),
            Text("purpose", "Why", "S2-03", f => f.Purpose, (f, v) => f with { Purpose = v }, "grow subscriptions in Leeds", "The business goal this map serves.", also: ["why", "business goal"]),
            Texts("decisions", "Decision", "S2-03", f => f.Decisions, (f, v) => f with { Decisions = v }, "where to spend next year", "The decision it should inform.", "decision"),
            Choice("subject", "Subject", "S2-09", f => f.Subject, (f, v) => f with { Subject = v }, [new("product", "product"), new("experience", "experience"), new("service", "service"), new("mix", "mix")]),
            Person("owner", "Owner", "S1-11", f => f.Owner, (f, v) => f with { Owner = v }, "owner"),
            Day("review", "Review", "S1-09 S1-11", f => f.Review, (f, v) => f with { Review = v }, "review"),
            Choice("cadence", "Review cadence", "S1-11", f => f.Cadence, (f, v) => f with { Cadence = v }, [new("monthly", "monthly"), new("quarterly", "quarterly"), new("yearly", "yearly")], open: true, also: ["cadence"]),
            Choice("mode", "Mode", "S1-10 S2-51", f => f.Mode, (f, v) => f with { Mode = v }, [new("quick", "quick"), new("live", "live"), new("async", "async", "asynchronous")]),
            Choice("names", "Names", "S0-13", f => f.Names, (f, v) => f with { Names = v }, [new("named", "named", "names"), new(Anonymous, "anonymous")]),
            Text("window", "Window per step", "S2-51", f => f.Window, (f, v) => f with { Window = v }, "one day, until 17:00", max: Limits.Name),
            Choice("language", "Language", "S2-51", f => f.Language, (f, v) => f with { Language = v }, [.. Words.Speech.Languages.Select(tag => new Choice(tag, Words.Speech.Culture(tag).EnglishName))]),
        ],
    };

    /// <summary>Takes the sentence apart where it has the form of the hint; any other sentence is kept whole, and what an earlier one said of the parts goes with it.</summary>
    private static Frame Split(Frame frame, string? sentence)
    {
        if (Parts(frame.Scenario) is var (trigger, actor, outcome, end))
            frame = frame with
            {
                Trigger = frame.Trigger == trigger ? null : frame.Trigger, Actor = frame.Actor == actor ? null : frame.Actor,
                Outcome = frame.Outcome == outcome ? null : frame.Outcome, End = frame.End == end ? null : frame.End,
            };
        frame = frame with { Scenario = sentence };
        return Parts(sentence) is var (when, who, wants, until) ? frame with { Trigger = when, Actor = who, Outcome = wants, End = until ?? frame.End } : frame;
    }

    /// <summary>A part that is said by itself, or cleared, changes the sentence it is a part of, so that the two never contradict each other.</summary>
    private static Frame Join(Frame before, Frame frame)
    {
        if (Parts(before.Scenario) is null || (before.Trigger, before.Actor, before.Outcome, before.End) == (frame.Trigger, frame.Actor, frame.Outcome, frame.End)) return frame;
        string?[] parts =
        [
            frame.Trigger is { } trigger ? $"When {trigger}" : null,
            frame is { Actor: { } actor, Outcome: { } outcome } ? $"{actor} wants {outcome}" : frame.Actor ?? frame.Outcome,
            frame.End is { } end ? $"until {end}" : null,
        ];
        var sentence = string.Join(", ", parts.Where(part => part is not null));
        return sentence.Length > Limits.Text ? frame : frame with { Scenario = sentence.Length > 0 ? sentence : null };
    }

    private static (string Trigger, string Actor, string Outcome, string? End)? Parts(string? sentence)
    {
        if (sentence is null || !sentence.StartsWith("when ", StringComparison.OrdinalIgnoreCase)) return null;
        var wants = sentence.IndexOf(" wants ", StringComparison.OrdinalIgnoreCase);
        var comma = wants < 0 ? -1 : sentence.LastIndexOf(',', wants);
        if (comma < 0) return null;
        var until = sentence.IndexOf(" until ", wants + 7, StringComparison.OrdinalIgnoreCase);
        return (sentence[5..comma].Trim(), sentence[(comma + 1)..wants].Trim(), sentence[(wants + 7)..(until < 0 ? sentence.Length : until)].Trim(' ', ',', '.'), until < 0 ? null : sentence[(until + 7)..].Trim(' ', '.'));
    }
}
