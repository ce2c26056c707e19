using System.Text;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.Twin;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

/// <summary>What every card says, as plain text, to be read like code. To write it anew: WRITE_GOLDEN=1, and read the difference.</summary>
public sealed class GoldenTests
{
    static readonly string Folder = Checkout.File("tests", "WorkshopBot.Tests", "Cards", "Golden");

    public static TheoryData<string> Cards => [.. CardViews.All.Keys];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_says_what_was_read_and_found_good(string card)
    {
        var deck = CardDeck.Load(Checkout.File("cards"), CardViews.All);
        var said = new StringBuilder();
        foreach (var (name, view) in Samples.Named.Where(sample => sample.Value.Card == card && sample.Key.EndsWith(".en", StringComparison.Ordinal) && !sample.Key.StartsWith("hostile", StringComparison.Ordinal)))
            said.Append("=== ").Append(name[..^3]).Append('\n').Append(TextTwin.Of(deck.Bind(ViewRecords.Message(view)).Json, "en")).Append("\n\n");
        var file = Path.Combine(Folder, $"{card}.txt");
        if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, said.ToString());
        }
        Assert.True(File.Exists(file) && File.ReadAllText(file) == said.ToString(), $"{card} says something else. Write it anew with WRITE_GOLDEN=1, and read the difference.");
    }
}
