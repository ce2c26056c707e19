using System.Collections.Immutable;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Cards;

/// <summary>A workshop that people played, for what its screens show; anybody may go on from where it is.</summary>
sealed class Played
{
    static readonly DateTimeOffset Start = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    int _turns;

    public Workshop Workshop { get; private set; } = new(Playbook.Standard);

    /// <summary>A sample, as it stood at the end of each step, by step id; the last under "closed".</summary>
    public static Dictionary<string, Workshop> Ends(string sample)
    {
        var (played, ends) = (new Played(), new Dictionary<string, Workshop>());
        foreach (var line in File.ReadLines(Checkout.File("samples", sample)).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
        {
            var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
            var before = played.Workshop;
            played.Says(parts[0], parts[1]);
            if (before.StepId.Length > 0 && before.StepId != played.Workshop.StepId) ends[before.StepId] = before;
        }
        ends["close"] = ends["closed"] = played.Workshop;
        return ends;
    }

    public static Played From(Workshop w) => new() { Workshop = w, _turns = 1000 };

    public Played Given(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(": ", 2);
            Assert.False(Says(parts[0], parts[1]).Answer.Refused, line);
        }
        return this;
    }

    public (Answered Answer, string Person, string Turn) Says(string person, string text)
    {
        var (key, turn) = (Key(person), $"t{++_turns}");
        var at = (Workshop.At > Start ? Workshop.At : Start) + TimeSpan.FromSeconds(20);
        var answer = Conversation.Hear(new Heard(turn, key, person, text, at, Zone.Utc, [], "the room", "m-1a2b3c4d5e"), Workshop);
        Workshop = answer.After;
        return (answer, key, turn);
    }

    /// <summary>What the person is shown in answer to a line.</summary>
    public View Shows(string person, string text, Reader reader, Query? query = null)
    {
        var (answer, key, turn) = Says(person, text);
        return Screens.Of(query is null ? answer.Screen : new Screen.See(query), answer.Lines, answer.Refused, answer.Instead, Workshop, key, turn, reader);
    }

    public static string Key(string person) => $"web:local:{person.ToLowerInvariant()}";

    public static Reader Reader(string language) => new(Speech.Culture(language), Zone.Utc, "m-1a2b3c4d5e", () => "https://example.org/maps/1a2b3c4d5e6f");

    /// <summary>Everything that is kept for a workshop now.</summary>
    public static IEnumerable<View> Kept(Workshop w, Reader reader) => Reactions.All(w).SelectMany(key => Reactions.Show(key, w, reader)?.Pages ?? ImmutableArray<View>.Empty);
}
