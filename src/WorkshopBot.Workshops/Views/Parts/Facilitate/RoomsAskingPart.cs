using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Rooms that ask to take part.</summary>
internal static class RoomsAskingPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) =>
        FacilitatePart.Of(Phrase.Of("facilitate.asks"), [.. w.Tenancy.Pending.Select(ask => RoomLines.Asks(ask, w.Phase == Phase.Running, reader))], reader, RoomLines.Most);
}
