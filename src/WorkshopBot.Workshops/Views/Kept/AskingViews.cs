using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What is said about a room that asks to take part, or takes part no more: in private to the facilitator, who decides, and to who asked there, if it was not admitted.</summary>
internal static class AskingViews
{
    /// <summary>What stands for the board in a room that takes part no more: that, and nothing of the map.</summary>
    public static InviteView Out(Workshop w, Reader reader) => Told("board.left.title", Phrase.Of("board.left"), w.Title, reader);

    /// <summary>To a facilitator, who decides; once that is done, what became of it.</summary>
    public static InviteView Asks(RoomAsk ask, Workshop w, Reader reader)
    {
        if (ask.Outcome != AskOutcome.Pending || w.Phase == Phase.Closed) return Told("ask.title", Said(ask), w.Title, reader);
        var buttons = RoomLines.Decide(ask, reader);
        return new(reader.Say(Phrase.Of("ask.title")), w.Title, reader.Say(ask.Said), reader.Say(Phrase.Of("ask.decide")), true, "", false, buttons, true);
    }

    /// <summary>To who asked in a room that is not let in nothing is told of the workshop, not even its title.</summary>
    public static InviteView Answers(RoomAsk ask, Reader reader) => Told("ask.title", Said(ask), reader.Say(ask.Room.Said), reader);

    private static InviteView Told(string overline, Phrase said, string title, Reader reader) => new(reader.Say(Phrase.Of(overline)), title, "", "", false, reader.Say(said), true, [], false);

    private static Phrase Said(RoomAsk ask) => Phrase.Of(ask.Outcome switch { AskOutcome.Admitted => "ask.admitted", AskOutcome.Refused => "ask.refused", AskOutcome.Taken => "ask.taken", _ => "ask.over" }, ask.Room.Said);
}
