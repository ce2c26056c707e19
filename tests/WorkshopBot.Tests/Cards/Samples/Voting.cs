using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>Votes, ratings, estimates.</summary>
    static IEnumerable<(string Name, View View)> Voting(Reader reader) => [];
}
