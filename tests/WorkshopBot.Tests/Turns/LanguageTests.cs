using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkshopBot.Channels;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>Everybody is answered in the language of their chat until they choose one; where the chat says none, in the room's.</summary>
public sealed partial class LanguageTests
{
    static Turn Speaking(Turn turn, string language) => turn with { Person = turn.Person with { Language = language } };

    [Fact]
    public async Task A_chat_says_which_language_its_person_is_answered_in()
    {
        await using var talk = new Talk();
        Assert.StartsWith("Bikes ist eröffnet.", (await talk.Loop.Deliver(Speaking(talk.Turn("ann", "start Bikes"), "de-DE"))).Text, StringComparison.Ordinal);
        Assert.StartsWith("You speak for Support.", await talk.Takes("bob", "i speak for Support"), StringComparison.Ordinal);
        Assert.StartsWith("Notiert: spricht für Web.", (await talk.Loop.Deliver(Speaking(talk.Turn("cleo", "ich spreche für Web"), "de"))).Text, StringComparison.Ordinal);
        // The same person, on a page that was switched; then by choice, whatever the page says.
        Assert.StartsWith("You speak for Shop.", (await talk.Loop.Deliver(Speaking(talk.Turn("cleo", "i speak for Shop"), "en"))).Text, StringComparison.Ordinal);
        await talk.Takes("bob", "language de");
        Assert.StartsWith("Notiert: spricht für Shop.", await talk.Takes("bob", "i speak for Shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_taken_part_yet_is_answered_in_the_language_of_their_chat()
    {
        await using var talk = new Talk();
        Assert.StartsWith("Hier läuft noch kein Workshop.", (await talk.Loop.Deliver(Speaking(talk.Turn("ann", "hilfe"), "de"))).Text, StringComparison.Ordinal);
        await talk.StartGoals();
        Assert.StartsWith("Das war nicht zu verstehen.", (await talk.Loop.Deliver(Speaking(talk.Turn("dora", "xyzzy"), "de"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_says_nothing_follows_the_room()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "language: de");
        Assert.StartsWith("Notiert: spricht für Web.", (await talk.Loop.Deliver(Speaking(talk.Turn("cleo", "ich spreche für Web"), ""))).Text, StringComparison.Ordinal);
        Assert.StartsWith("You speak for Shop.", await talk.Takes("bob", "i speak for Shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_comes_again_is_answered_in_the_language_it_was_answered_in()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var turn = Speaking(talk.Turn("bob", "Research: compare prices"), "de");
        var first = await talk.Loop.Deliver(turn);
        await talk.Restart();
        Assert.StartsWith("G1 steht bei Research.", first.Text, StringComparison.Ordinal);
        Assert.Equal(first.Text, (await talk.Loop.Deliver(turn)).Text);
    }

    [Fact]
    public void The_hall_has_no_words_in_its_code_either()
    {
        var pseudo = System.Globalization.CultureInfo.GetCultureInfo("qps-ploc");
        foreach (var code in XDocument.Load(Checkout.File("src", "WorkshopBot", "Turns", "Texts.resx")).Root!.Elements("data").Select(data => (string)data.Attribute("name")!))
        {
            var said = Wording.Own(code, pseudo, 1, 2, 3);
            Assert.StartsWith("⟦", said, StringComparison.Ordinal);
            Assert.DoesNotMatch(Plain(), said);
        }
    }

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Plain();
}
