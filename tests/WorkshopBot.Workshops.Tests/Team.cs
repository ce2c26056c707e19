using System.Collections.Immutable;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests;

/// <summary>A team in a room: people type, the workshop answers. Ann facilitates.</summary>
public sealed class Team(Playbook? playbook = null)
{
    private int turns;

    public Workshop Workshop { get; private set; } = new(playbook ?? Playbook.Standard);

    public DateTimeOffset At { get; set; } = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static Team Started(string title = "Getting a bike", Playbook? playbook = null) => new Team(playbook).Given($"Ann: start {title}");

    /// <summary>What somebody's chat says their language is; nothing for those who are not here.</summary>
    public Dictionary<string, string> Chats { get; } = [];

    public Answered Says(string person, string text, params string[] confirmed) => Turn($"t{++turns}", person, text, confirmed);

    public Answered Turn(string id, string person, string text, params string[] confirmed) => Turn(id, person, text, null, false, confirmed);

    /// <summary>A turn of any kind; its id is the next one where none is given.</summary>
    public Answered Turn(string? id, string person, string text, Press? press, bool isPrivate, params string[] confirmed)
    {
        At += TimeSpan.FromSeconds(20);
        var answer = Conversation.Hear(Heard(id ?? $"t{++turns}", person, text, confirmed) with { Press = press, Private = isPrivate }, Workshop);
        Workshop = answer.After;
        return answer;
    }

    /// <summary>Somebody edits, deletes or brings back a message they had sent as this turn.</summary>
    public Answered Changes(string person, string of, string text, MessageChangeKind kind, params string[] confirmed)
    {
        At += TimeSpan.FromSeconds(20);
        var answer = Conversation.Hear(Heard($"t{++turns}", person, text, confirmed) with { Change = new(of, kind) }, Workshop);
        Workshop = answer.After;
        return answer;
    }

    /// <summary>Somebody types or presses where everybody would read the answer.</summary>
    public Answered Shares(string person, string text, Press? press = null)
    {
        At += TimeSpan.FromSeconds(20);
        var answer = Conversation.Hear(Heard($"t{++turns}", person, text) with { Shared = true, Press = press }, Workshop);
        Workshop = answer.After;
        return answer;
    }

    public Heard Heard(string id, string person, string text, params string[] confirmed) =>
        new(id, $"test:local:{person.ToLowerInvariant()}", person, text, At, Zone.Utc, [.. confirmed], "the room", "m-1", Language: Chats.GetValueOrDefault(person));

    /// <summary>It stands as something heard some other way has left it.</summary>
    public void Becomes(Workshop workshop) => Workshop = workshop;

    /// <summary>Something that happened some other way.</summary>
    public Team Happened(WorkshopEvent happened, string by = "ann")
    {
        Workshop = Conversation.Fold(Workshop, [happened], $"test:local:{by}", At, $"h{++turns}");
        return this;
    }

    /// <summary>What somebody reads, in the language they are spoken to in.</summary>
    public string Reads(string person, string text)
    {
        var answer = Says(person, text);
        var culture = Speech.Culture(answer.After.LanguageOf($"test:local:{person.ToLowerInvariant()}", Chats.GetValueOrDefault(person)));
        return string.Join('\n', answer.Lines.Select(line => Speech.Say(line, culture)));
    }

    public static string Text(Answered answer) => string.Join('\n', answer.Lines.Select(line => Speech.Say(line, Speech.Culture("en"))));

    /// <summary>Plays lines that must be accepted.</summary>
    public Team Given(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(": ", 2);
            var answer = Says(parts[0], parts[1]);
            if (answer.Refused) Assert.Fail($"{line}\n{Text(answer)}");
        }
        return this;
    }

    /// <summary>Plays what is needed for a step to be open.</summary>
    public Team Until(string stepId)
    {
        foreach (var step in Workshop.Playbook.Steps)
        {
            if (Workshop.StepId == stepId) return this;
            if (step.Id != Workshop.StepId) continue;
            if (step.Id == "personas") Given("Ann: Maya | nurse, two children | goal: calm mornings | challenge: no time to compare | fear: being stranded");
            if (step.Id == "stages") Given("Ann: Discover, Research, Explore, Choose, Purchase, Advocate");
            Given("Ann: next anyway");
        }
        return this;
    }
}
