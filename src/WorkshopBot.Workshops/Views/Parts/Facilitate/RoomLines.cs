using System.Globalization;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A room that asks to take part, or does: only the facilitator decides on it.</summary>
internal static class RoomLines
{
    /// <summary>Rooms of a kind that are shown; the others are counted.</summary>
    public const int Most = 4;

    public static PointLine Asks(RoomAsk ask, bool open, Reader reader) => PointLine.Of(ask.Said, reader, open ? Decide(ask, reader) : []);

    public static PointLine In(RoomRef room, Workshop w, Reader reader) =>
        PointLine.Of(Phrase.Of("room.line", room.Name, Tenant.Chat(room.Key), Tenant.Id(room.Key)), reader, Button.Row([reader.Types(Phrase.Of("button.leave"), Line("leave", RoomCommands.Number(room, w))).TakingAway()]));

    /// <summary>A room is named by the number it asked under: two may be called the same.</summary>
    public static IReadOnlyList<Button> Decide(RoomAsk ask, Reader reader) => Button.Row([reader.Types(Phrase.Of("button.admit"), Line("admit", ask.Number)), reader.Types(Phrase.Of("button.refuse"), Line("refuse", ask.Number))]);

    private static string Line(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
}
