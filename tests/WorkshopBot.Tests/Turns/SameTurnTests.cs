using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>A turn delivered twice adds nothing and is answered the same.</summary>
public sealed class SameTurnTests
{
    [Fact]
    public async Task Delivered_twice_it_is_answered_the_same_and_added_once()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var first = await talk.Takes("bob", "Research: compare prices", id: "same");
        await talk.Takes("ann", "Research: see it ride");
        Assert.Equal(first, await talk.Takes("bob", "Research: compare prices", id: "same"));
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Delivered_many_times_at_once_it_is_added_once_and_all_hear_the_same()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => talk.Takes("bob", "Research: compare prices", id: "same")));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Delivered_again_after_a_restart_it_is_known()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var first = await talk.Takes("bob", "Research: compare prices", id: "same");
        await talk.Restart();
        Assert.Equal(first, await talk.Takes("bob", "Research: compare prices", id: "same"));
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Delivered_to_two_nodes_it_is_added_once()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var other = talk.Another();
        await other.Deliver(talk.Turn("bob", "show map"));
        var turn = talk.Turn("bob", "Research: compare prices");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? talk.Loop : other).Deliver(turn)));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        await talk.Restart();
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_refused_turn_is_decided_anew_when_it_comes_again()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Refuses("ann", "withdraw S1", id: "same");
        await talk.Takes("ann", "goto stages");
        await talk.Takes("ann", "Research, Purchase");
        await talk.Takes("ann", "withdraw S1", id: "same");
    }

    [Fact]
    public async Task A_start_delivered_again_is_answered_as_before_and_not_refused_as_a_second()
    {
        await using var talk = new Talk();
        var first = await talk.Takes("ann", "start Bikes", id: "same");
        Assert.Equal(first, await talk.Takes("ann", "start Bikes", id: "same"));
    }

    [Theory]
    [InlineData("start Bikes")]
    [InlineData("start Bikes\nwhy: growth")]
    [InlineData("park a bell\nadd parked")]
    public async Task Delivered_again_it_is_answered_with_the_same_card(string text)
    {
        await using var talk = new Talk();
        if (!text.StartsWith("start", StringComparison.Ordinal))
            await talk.StartGoals();
        var first = await talk.Say("ann", text, id: "same");
        Assert.Equal("form", first.Message!.Card);
        await Same();
        await talk.Restart();
        await Same();

        async Task Same()
        {
            var again = await talk.Say("ann", text, id: "same");
            Assert.Equal((first.Text, first.Kind, first.Message!.Card, Json(first)), (again.Text, again.Kind, again.Message!.Card, Json(again)));
        }

        static string Json(Reply reply) => System.Text.Encoding.UTF8.GetString(reply.Message!.Data.Span);
    }

    [Fact]
    public void A_turn_is_remembered_for_three_hours()
    {
        var turns = new RecentTurns();
        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        turns.Add(new(TurnName.Of("a"), 1, noon));
        turns.Add(new(TurnName.Of("b"), 2, noon + RecentTurns.Window));
        Assert.Equal(1, turns.Find(TurnName.Of("a")));
        turns.Add(new(TurnName.Of("c"), 3, noon + RecentTurns.Window + TimeSpan.FromSeconds(1)));
        Assert.Null(turns.Find(TurnName.Of("a")));
        Assert.Equal(2, turns.Count);
    }
}
