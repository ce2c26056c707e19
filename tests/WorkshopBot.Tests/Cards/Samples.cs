using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Cards;

/// <summary>What cards are held against: every screen, rich and nearly empty, from workshops that were played, in both languages. Each list has a file of its own in the folder of this name.</summary>
static partial class Samples
{
    static readonly Dictionary<string, Workshop> Bike = Played.Ends("e-bike.txt"), Quick = Played.Ends("quick.txt");

    /// <summary>Under a name each, which golden files and pictures are called by.</summary>
    public static IReadOnlyDictionary<string, View> Named { get; } = Speech.Languages.SelectMany(language => Of(Played.Reader(language)).Select(sample => ($"{sample.Name}.{language}", sample.View))).ToDictionary();

    public static IReadOnlyList<View> All { get; } = [.. Named.Values];

    /// <summary>Every screen, in any language there is. In this order they stand in the golden file of their card.</summary>
    public static IEnumerable<(string Name, View View)> Of(Reader reader) =>
    [
        .. Kept(reader),
        .. Outreach(reader),
        .. Answers(reader),
        .. Asked(reader),
        .. Schedule(reader),
        .. Collecting(reader),
        .. Voting(reader),
        .. Steering(reader),
        .. Anonymity(reader),
        .. Chronicle(reader),
        .. Custody(reader),
        .. Hostile(reader),
    ];

    static View Page(string key, Workshop w, Reader reader, int page = 0) => Reactions.Show(key, w, reader)!.Pages[page];

    /// <summary>The bicycle workshop at the end of a step, to go on from there.</summary>
    static Played In(string step) => Played.From(Bike[step]);
}
