using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Whom messages do not reach, and why.</summary>
internal static class UnreachedPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) => FacilitatePart.Of(Phrase.Of("facilitate.unreached"), [.. reader.Unreached.Select(one => one.Said(w)).Distinct()], reader);
}
