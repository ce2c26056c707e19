using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>How much is on the map, counted the same wherever it is said. What is a gap is no item beside it; resolved and dropped ones are over and count as neither.</summary>
public static class MapCounts
{
    public static Phrase Said(JourneyMap map) => Findings(map) is > 0 and var findings
        ? Phrase.Of("board.counts.findings", Items(map), ToClose(map), findings) : Phrase.Of("board.counts", Items(map), ToClose(map));

    /// <summary>What people said of the journey. Decisions are how the team works, many of them the bot's own record; parties come along with whoever names them.</summary>
    public static int Items(JourneyMap map) => map.Size - map.Count(Gap.Kind.Letter) - map.Count(DecisionTaken.Kind.Letter) - map.Count(Party.Kind.Letter);

    /// <summary>Gaps that were accepted and are there to work on.</summary>
    public static int ToClose(JourneyMap map) => map.Count(Gap.Kind.Letter, tag: Gap.Accepted);

    /// <summary>What the rules found and nobody has decided on yet.</summary>
    public static int Findings(JourneyMap map) => map.Count(Gap.Kind.Letter, tag: Gap.Open);
}
