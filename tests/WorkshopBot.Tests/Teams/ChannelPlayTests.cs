using System.Text.RegularExpressions;
using WorkshopBot.Cli;
using WorkshopBot.Tests.Cards;
using WorkshopBot.Workshops;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Teams;

/// <summary>A whole workshop in a channel by three people who press what they see: the map is that of its rehearsal.</summary>
[Collection(Alone.Name)]
public sealed partial class ChannelPlayTests(ITestOutputHelper output) : TeamsScene
{
    [Fact]
    public async Task A_workshop_played_by_cards_and_dialogs_gives_the_map_of_its_rehearsal()
    {
        var hands = new ChannelHands(Bot, Channel);
        var turns = 0;
        foreach (var line in File.ReadLines(Checkout.File("samples", "quick.txt")).Select(ScriptLine.Read).OfType<ScriptLine.Typed>())
            await hands.Does(line.Person == "Ann" ? Anna : turns++ % 2 == 0 ? Ben : Cleo, line.Text.Replace("@Ann", "@Anna", StringComparison.Ordinal));
        output.WriteLine($"{hands.Sent} forms; typed: {string.Join(" / ", hands.Typed)}");
        Assert.Equal(Said(Played.Ends("quick.txt")["closed"]), Said(await Now()));
        Assert.True(hands.Sent >= 20 && hands.Typed.Count <= 6, $"{hands.Sent} forms; typed: {string.Join(" / ", hands.Typed)}");
        Assert.Equal(0, Bot.Teams.ThrottleHits);
        // The board hangs on the start, and each step has its outcome, the last the digest.
        Assert.InRange(Bot.Teams.Counts(Channel).Posts, 1, 14);
    }

    // What every item says, without who said it and on which day.
    static string Said(Workshop w) => string.Join('\n', w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter).OrderBy(entry => entry.Name).Select(entry =>
        $"{entry.Name} {string.Join(" | ", kind.Fields.Select(field => $"{field.Id}={field.Again(entry.Item)}").Where(field => !Personal().IsMatch(field)))}")));

    [GeneratedRegex(@"(web:local|teams):|\d{4}-\d\d-\d\d|=$|Ann|Ben")]
    private static partial Regex Personal();
}
