using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Web;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Keeping;

/// <summary>The whole bot on one clock: real turns, real screens, the page's own chat.</summary>
public sealed class BusyRoomTests(ITestOutputHelper output)
{
    const string Room = "web:local:r";
    const int Items = 200, People = 8;

    [Fact]
    public async Task Two_hundred_items_in_a_minute_are_at_most_forty_edits_of_the_board_and_no_new_message()
    {
        var time = new FakeTime();
        await using var rows = new MemoryRowStore(time);
        var shelf = new WebShelf(rows, NullLogger.Instance);
        var deck = CardDeck.Load(Checkout.File("cards"), CardViews.All);
        using var web = new WebChannel(shelf, message => deck.Bind(message) is var bound ? (bound.Json, bound.Text) : default, time);
        await using var bot = new Bot(rows, Playbook.Standard, new([new JsonExport()]), deck, [web], (id, _, _) => "https://example.com/maps/" + id, time, () => "m-1", NullLogger.Instance);
        var turns = 0;
        foreach (var line in (string[])["start Bikes", "goto stages", "Research, Purchase", "goto goals", "Research: the first"])
            await Say(0, line);
        await Pass(TimeSpan.FromSeconds(20));
        var before = (await shelf.Load(Room, default))!;
        Assert.Contains(before, message => message.Key == "board" && message.Text.Contains("Items on the map: 3.", StringComparison.Ordinal));

        for (var i = 0; i < Items; i++)
        {
            await Say(i % People, $"Research: goal number {i}");
            await Pass(TimeSpan.FromMinutes(1) / Items);
        }
        // The last one, too, once the chat may be called again.
        for (var i = 0; i < 20 && !await bot.Keeper.IsTrue("m-1"); i++)
            await Pass(TimeSpan.FromSeconds(2));

        var after = (await shelf.Load(Room, default))!;
        var edits = after.ToDictionary(message => message.Key, message => message.Version - before.Single(was => was.Key == message.Key).Version);
        output.WriteLine(string.Join(", ", edits.Select(edit => $"{edit.Key}: {edit.Value}")));
        Assert.Equal(before.Select(message => message.Id), after.Select(message => message.Id));
        Assert.InRange(edits["board"], 15, 40);
        Assert.All(edits.Values, count => Assert.InRange(count, 0, 40));
        Assert.Contains(FormattableString.Invariant($"Items on the map: {Items + 3}."), after.Single(message => message.Key == "board").Text, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"Research ({Items + 1})"), after.Single(message => message.Key == "step:goals").Text, StringComparison.Ordinal);
        Assert.True(await bot.Keeper.IsTrue("m-1"));

        async Task Say(int person, string line)
        {
            var reply = await bot.Loop.Deliver(new(
                (++turns).ToString(CultureInfo.InvariantCulture), new($"web:local:p{person}", $"P{person}", "UTC", "en"), new(Room, "r"), line, false));
            Assert.True(reply.Kind == ReplyKind.Answered, reply.Text);
        }

        async Task Pass(TimeSpan by)
        {
            await Until.True(() => bot.Keeper.AtWork == 0);
            time.Advance(by);
            await Until.True(() => bot.Keeper.AtWork == 0);
        }
    }
}
