using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>The commands for rooms that take part in one workshop, and for people who are in two chats.</summary>
public static class RoomCommands
{
    public static readonly IReadOnlyList<CommandWord> All =
    [
        new("join", "join <code>", Who.Anyone, "Asks that this room may take part in the workshop the code is from.", (rest, _) => JoinCode.Looks(rest) ? new WorkshopCommand.Join() : null),
        new("code", "code", Who.Host, "Shows a code with which one other room can ask to take part, for a day.", (rest, _) => rest.Length == 0 ? new Query.RoomCode() : null) { Asks = true },
        new("admit", "admit [<room>]", Who.Host, "Lets a room take part that has asked to.", (rest, typed) => Decided(rest, typed, isIn: true)),
        new("refuse", "refuse [<room>]", Who.Host, "Does not let it.", (rest, typed) => Decided(rest, typed, isIn: false)),
        new("leave", "leave [<room>]", Who.Room, "Takes this room, or another that was admitted, out of the workshop.", Leaves),
        new("me", "me | me <code>", Who.Anyone, "Says that you take part in two chats, so that you have one vote: shows a code in one, takes it in the other.", (rest, _) => rest.Length == 0 ? new Query.PersonCode() : JoinCode.Looks(rest) ? new WorkshopCommand.LinkPeople() : null),
    ];

    // With several that ask and none named, they are shown, each with its buttons.
    private static Line? Decided(string rest, Typed typed, bool isIn) =>
        rest.Length == 0 ? typed.Workshop.Tenancy.Pending.Skip(1).Any() ? new Query.Rooms() : new WorkshopCommand.Admit(null, isIn)
        : (Numbered(rest, typed) ?? Named(rest, typed.Workshop.Tenancy.Pending.Select(ask => ask.Room))) is { } room ? new WorkshopCommand.Admit(room, isIn) : null;

    private static Line? Leaves(string rest, Typed typed) =>
        rest.Length == 0 ? new WorkshopCommand.Leave(typed.Room, IsHere: true) : (Numbered(rest, typed) ?? Named(rest, typed.Workshop.Tenancy.Admitted.Values)) is { } named ? new WorkshopCommand.Leave(named, named == typed.Room) : null;

    /// <summary>The number an admitted room asked under, by which a button names it.</summary>
    internal static int Number(RoomRef room, Workshop w) => w.Tenancy.Asks.LastOrDefault(ask => ask.Room.Key == room.Key)?.Number ?? 0;

    /// <summary>The room that asked under a number, whatever has become of it.</summary>
    private static string? Numbered(string rest, Typed typed) =>
        Num.Read(rest) is { Ok: true, Value: var number } ? typed.Workshop.Tenancy.Asks.FirstOrDefault(ask => ask.Number == number)?.Room.Key : null;

    private static string? Named(string rest, IEnumerable<RoomRef> rooms) =>
        rooms.Where(room => Tidy.Fold(room.Name) == Tidy.Fold(rest) || Tidy.Fold(room.Name) == Tidy.Fold(rest.TrimStart('#'))).Select(room => room.Key).Distinct().ToList() is [var only] ? only : null;
}
