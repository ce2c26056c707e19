using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A remark where several organisations take part: one human may be two people, and only they can say so.</summary>
internal static class TwinsPart
{
    public static FacilitatePart? Of(Workshop w, Reader reader) => w.Tenancy.IsShared ? new("", [], reader.Say(Phrase.Of("facilitate.twins"))) : null;
}
