using System.Globalization;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What is said about a room that asks to take part, or takes part no more: in private to the facilitator, who decides, and to who asked there, if it was not admitted.</summary>
internal static class AskingViews
{
    private const string Ask = "ask", Answer = "answer";

    /// <summary>All keys there are of them: one for each room that asked and facilitator, and one for each that was not let in.</summary>
    public static IEnumerable<string> Keys(Workshop w)
    {
        foreach (var ask in w.Tenancy.Asks)
        {
            foreach (var person in w.Crew.All.Where(person => person.Role == Role.Facilitator && w.Tenancy.Owns(person.Key))) yield return Key(Ask, ask, person.Key);
            if (ask.Outcome is AskOutcome.Refused or AskOutcome.Taken) yield return Key(Answer, ask, ask.Person);
        }
    }

    /// <summary>The room a key is about; null for none.</summary>
    public static RoomAsk? Find(string[] parts, Workshop w) =>
        parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= w.Tenancy.Asks.Length ? w.Tenancy.Asks[number - 1] : null;

    public static Kept? Show(string key, string[] parts, Workshop w, Reader reader) => (parts[0], Find(parts, w)) switch
    {
        (Ask, { } ask) => new(key, parts[2], Must: false, InThread: false, () => [Asks(ask, w, reader)]) { OnlyEdits = ask.Outcome != AskOutcome.Pending || w.Phase == Phase.Closed },
        (Answer, { Outcome: AskOutcome.Refused or AskOutcome.Taken } ask) => new(key, parts[2], Must: false, InThread: false, () => [Told("ask.title", Said(ask), reader.Say(ask.Room.Said), reader)]),
        _ => null,
    };

    /// <summary>What stands for the board in a room that takes part no more: that, and nothing of the map.</summary>
    public static InviteView Out(Workshop w, Reader reader) => Told("board.left.title", Phrase.Of("board.left"), w.Title, reader);

    private static InviteView Asks(RoomAsk ask, Workshop w, Reader reader)
    {
        if (ask.Outcome != AskOutcome.Pending || w.Phase == Phase.Closed) return Told("ask.title", Said(ask), w.Title, reader);
        var buttons = RoomLine.Decide(ask, reader);
        return new(reader.Say(Phrase.Of("ask.title")), w.Title, reader.Say(ask.Said), reader.Say(Phrase.Of("ask.decide")), true, "", false, buttons, true);
    }

    /// <summary>To who asked nothing is told of the workshop, not even its title.</summary>
    private static InviteView Told(string overline, Phrase said, string title, Reader reader) => new(reader.Say(Phrase.Of(overline)), title, "", "", false, reader.Say(said), true, [], false);

    private static Phrase Said(RoomAsk ask) => Phrase.Of(ask.Outcome switch { AskOutcome.Admitted => "ask.admitted", AskOutcome.Refused => "ask.refused", AskOutcome.Taken => "ask.taken", _ => "ask.over" }, ask.Room.Said);

    private static string Key(string kind, RoomAsk ask, string person) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{ask.Number}:{person}");
}
