using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What would do the open step good.</summary>
internal static class SoftPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) => FacilitatePart.Of(Phrase.Of("facilitate.soft"), [.. Lacking.Soft(w).Select(point => point.What)], reader);
}
