using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static class Samples
{
    public static IReadOnlyList<View> All { get; } = [];
}
