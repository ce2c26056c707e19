using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Messages that are told once and may not have arrived: only who leads can say that one shall be posted again.</summary>
internal static class UnsurePart
{
    private const int Most = 4;

    public static FacilitatePart? Of(Workshop w, Reader reader) => FacilitatePart.Of(Phrase.Of("facilitate.unsure"), [.. reader.Unsure.Select(key => Line(key, w, reader)).OfType<PointLine>()], reader, Most);

    private static PointLine? Line(string key, Workshop w, Reader reader) =>
        Reactions.Told(key, w) is { } told ? PointLine.Of(told, reader, reader.Make(Phrase.Of("button.again"), Press.Again, false, (Press.Key, key))) : null;
}
