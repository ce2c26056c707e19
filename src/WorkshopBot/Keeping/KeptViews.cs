using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>What the keeper asks of the workshops' own room: which messages there are and what they show. It never says where or whether they are posted.</summary>
/// <param name="To">Keys that may read differently after events.</param>
/// <param name="All">All keys there are, in the order of posting; the first is the one the others go under.</param>
/// <param name="Show">What a key shows; null: nothing, and what is up stays as it is.</param>
/// <param name="Blank">What is put into a page that is not needed any more.</param>
public sealed record KeptViews(
    Func<IEnumerable<WorkshopEvent>, Workshop, IReadOnlySet<string>> To,
    Func<Workshop, IEnumerable<string>> All,
    Func<string, Workshop, Reader, Kept?> Show,
    Func<Reader, View> Blank)
{
    /// <summary>What a key shows to one person, by their key, where that is something else than to everybody; null for nothing.</summary>
    public Func<string, Workshop, string, Reader, View?> Personal { get; init; } = (_, _, _, _) => null;
}
