using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Who has not answered the open step, by name; nowhere else are they named.</summary>
internal static class AwaitedPart
{
    private const int MostNames = 20;

    public static FacilitatePart? Of(Workshop w, Reader reader)
    {
        if (Progress.Open(w) is null) return null;
        List<string> awaited = [.. Progress.Awaited(w).Select(person => person.Name)];
        var names = string.Join(", ", awaited.Take(MostNames).Append(reader.More(awaited.Count - MostNames)).Where(name => name.Length > 0));
        return names.Length == 0 ? null : new(reader.Say(Phrase.Of("facilitate.awaited")), [], "") { Text = names };
    }
}
