using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>Who sees what, how long it is kept, how it goes.</summary>
    static IEnumerable<(string Name, View View)> Custody(Reader reader) => [];
}
