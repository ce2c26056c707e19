using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>Steps that name nobody.</summary>
    static IEnumerable<(string Name, View View)> Anonymity(Reader reader) => [];
}
