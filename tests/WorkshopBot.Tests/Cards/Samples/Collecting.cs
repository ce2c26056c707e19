using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What is private until it is revealed, what looks alike, groups of people.</summary>
    static IEnumerable<(string Name, View View)> Collecting(Reader reader) => [];
}
