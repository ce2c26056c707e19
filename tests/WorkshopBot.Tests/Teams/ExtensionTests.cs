using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps.Data;

namespace WorkshopBot.Tests.Teams;

/// <summary>What can be done from where messages are written: find an item of the map, and put a message on it.</summary>
public sealed class ExtensionTests : TeamsScene
{
    [Fact]
    public async Task Items_of_this_rooms_map_are_found_by_ref_words_and_nothing_at_all()
    {
        await Begins();
        await Says(Ben, "Research: compare the true cost");
        await Says(Ben, "Choose: <b>be sure</b> of <at>Cleo</at>");
        Assert.Equal(["G1: compare the true cost"], await Found("G1"));
        Assert.Equal(["G1: compare the true cost"], await Found("true cost"));
        Assert.Equal(["S1: Research"], (await Found("research"))[..1]);
        Assert.Contains("G1: compare the true cost", await Found(""));
        Assert.Equal(2, (await Found("", count: 2)).Length);
        Assert.Empty((await Found("", count: 2)).Intersect(await Found("", skip: 2, count: 2)));
        Assert.Empty(await Found("", skip: 100));
        var nothing = await Bot.Asks(Ben.Searches(Channel, "find", "zebra"));
        Assert.Equal("message", (string?)nothing["composeExtension"]!["type"]);
        Assert.StartsWith("Nothing on the map says that.", (string?)nothing["composeExtension"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_found_has_nothing_in_it_that_acts_for_its_author()
    {
        await Begins();
        await Says(Ben, "Research: <b>be sure</b>");
        var found = (await Bot.Asks(Ben.Searches(Channel, "find", "G1")))["composeExtension"]!["attachments"]![0]!;
        Assert.DoesNotContain("Undo", found["content"]!.Titles());
        Assert.DoesNotContain("Withdraw", found["content"]!.Titles());
        Assert.DoesNotContain("<b>", (string?)found["preview"]!["content"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_part_finds_nothing()
    {
        await Begins();
        await Says(Ben, "Research: compare");
        var answer = await Bot.Asks(Bot.Teams.Person("Dora").Searches(Channel, "find", "compare"));
        Assert.Equal("message", (string?)answer["composeExtension"]!["type"]);
        Assert.Empty(await Titles(Ben.Searches(Bot.Teams.GroupChat("Lunch", Ben), "find", "compare")));
        Assert.Equal(["G1: compare"], await Titles(Ben.Searches(Ben.Chat, "find", "compare")));
    }

    [Fact]
    public async Task A_message_is_put_on_the_map_with_its_link_and_a_suggested_stage()
    {
        await Begins();
        await Says(Ben, "Research: compare");
        var said = Cleo.Writes(Channel, "at Choose nobody found the price", mention: false).Message!;
        var form = await Puts(said);
        Assert.True(form.Card.Says("at Choose nobody found the price") && form.Card.Says("S2"), form.Card.ToJsonString());
        var receipt = Dialog.Of(await Bot.Asks(Ben.SendsAction(said, "put", form.Card.Carries("Add"))));
        Assert.True(receipt.Card.Says("E1"), receipt.Card.ToJsonString());
        var evidence = (Evidence)(await Now()).Map.LiveOn('E').Single().Item;
        Assert.Equal("https://teams.microsoft.com/l/message/1", evidence.Permalink);
        Assert.Equal("S2", evidence.On.ToString());
    }

    [Fact]
    public async Task In_a_chat_without_a_workshop_it_is_put_on_the_persons_own_map()
    {
        await Begins();
        await Says(Ben, "i speak for Sales");
        var lunch = Bot.Teams.GroupChat("Lunch", Ben, Cleo);
        var said = Cleo.Writes(lunch, "the price is nowhere", mention: false).Message!;
        var form = await Puts(said);
        await Bot.Asks(Ben.SendsAction(said, "put", form.Card.Carries("Add")));
        Assert.Equal("the price is nowhere", ((Evidence)(await Now()).Map.LiveOn('E').Single().Item).Text);
        Assert.Empty(lunch.Posted);

        // Cleo has no map.
        Assert.DoesNotContain("f.text", (await Bot.Asks(Cleo.OpensAction(said, "put"))).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_of_a_message_is_not_taken_along_and_one_without_words_is_refused()
    {
        await Begins();
        var said = Cleo.Writes(Channel, "x", mention: false).Message!;
        var form = await Puts(said, "<p>first &amp; last</p><script>alert(1)</script><img src=x onerror=alert(1)><p>second &lt;b&gt;</p>");
        Assert.True(form.Card.Says("first & last"), form.Card.ToJsonString());
        Assert.False(form.Card.Says("onerror") || form.Card.Says("<script"));
        foreach (var empty in (string[])["", "<p></p>", "<img src=x>", "&nbsp;"])
            Assert.StartsWith("There are no words", (await Puts(said, empty)).Said, StringComparison.Ordinal);
    }

    async Task<Dialog> Puts(FakeMessage said, string? html = null)
    {
        var activity = Ben.OpensAction(said, "put");
        var payload = activity.Json["value"]!["messagePayload"]!;
        payload["linkToMessage"] = "https://teams.microsoft.com/l/message/1";
        payload["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Cleo" } };
        if (html is not null)
            payload["body"]!["content"] = html;
        return Dialog.Of(await Bot.Asks(activity));
    }

    Task<string[]> Found(string text, int skip = 0, int count = 25) => Titles(Ben.Searches(Channel, "find", text, skip, count));

    async Task<string[]> Titles(FakeActivity search) =>
        [.. ((await Bot.Asks(search))["composeExtension"]!["attachments"]?.AsArray() ?? []).Select(found => (string)found!["preview"]!["content"]!["title"]!)];
}
