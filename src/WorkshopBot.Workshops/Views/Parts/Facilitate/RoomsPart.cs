using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The other rooms that take part.</summary>
internal static class RoomsPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) =>
        FacilitatePart.Of(Phrase.Of("facilitate.rooms"), [.. w.Tenancy.Admitted.Values.Select(room => RoomLines.In(room, w, reader))], reader, RoomLines.Most);
}
