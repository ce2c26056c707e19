using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>Modes, windows, deadlines, pauses.</summary>
    static IEnumerable<(string Name, View View)> Schedule(Reader reader) => [];
}
