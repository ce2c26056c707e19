using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What the open step needs before it can be left.</summary>
internal static class HardPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) => FacilitatePart.Of(Phrase.Of("facilitate.hard"), [.. Lacking.Hard(w).Select(point => point.What)], reader) is { } part ? part with { IsBrief = true } : null;
}
