using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>At the last step, what earlier ones left open; of what is left out it says where to read on.</summary>
internal static class LeftPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader)
    {
        var left = Lacking.Left(w);
        var more = left.Count > FacilitatePart.Most ? reader.Say(Phrase.Of("digest.more-open", left.Count - FacilitatePart.Most, left[FacilitatePart.Most].Step.Word)) : "";
        return FacilitatePart.Of(Phrase.Of("facilitate.left"), [.. left.Select(one => one.Point.What)], reader) is { } part ? part with { More = more } : null;
    }
}
