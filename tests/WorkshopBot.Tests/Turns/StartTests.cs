using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>How a room gets its workshop.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_room_without_a_workshop_says_so_and_writes_nothing()
    {
        var rows = new RowsInTrouble(new Journal.Memory.MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        Assert.Contains("No workshop", await talk.Refuses("ann", "Research: compare prices"), StringComparison.Ordinal);
        Assert.Equal(0, rows.Written);
    }

    [Fact]
    public async Task A_second_start_is_refused_and_names_the_open_one()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        Assert.Contains("Bikes", await talk.Refuses("bob", "start Cars"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_starts_at_once_one_is_taken()
    {
        await using var talk = new Talk();
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => talk.Say($"p{i}", $"start Map {i}")));
        var winner = Assert.Single(replies, reply => reply.Kind == ReplyKind.Answered);
        Assert.All(replies.Where(reply => reply != winner), reply => Assert.Equal(ReplyKind.Refused, reply.Kind));
        Assert.Contains((await talk.Map()).Title, winner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_make_one_workshop()
    {
        await using var talk = new Talk();
        var other = talk.Another();
        var replies = await Task.WhenAll(talk.Say("ann", "start Bikes"), other.Deliver(talk.Turn("bob", "start Cars")));
        Assert.Single(replies, reply => reply.Kind == ReplyKind.Answered);
    }

    [Fact]
    public async Task A_refused_start_leaves_the_room_to_the_next_one()
    {
        await using var talk = new Talk();
        await talk.Refuses("ann", "start " + new string('x', 200));
        await talk.Takes("bob", "start Cars");
        Assert.Equal("Cars", (await talk.Map()).Title);
    }

    [Fact]
    public async Task When_a_workshop_is_over_the_room_takes_a_new_one_and_the_old_one_stays_as_it_was()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "throw away");
        await talk.Refuses("ann", "why: growth");
        await talk.Takes("bob", "start Cars", id: "cars");
        Assert.Equal("Cars", (await talk.Map()).Title);
        await talk.Takes("bob", "start Cars", id: "cars");
        await talk.Restart();
        Assert.Equal(("Cars", 1), ((await talk.Map()).Title, (await talk.Map()).Crew.Count));
    }

    [Fact]
    public async Task Two_who_press_on_at_once_move_one_step()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "why: growth");
        talk.Time.Now += TimeSpan.FromMinutes(1);
        var replies = await Task.WhenAll(talk.Say("ann", "next anyway"), talk.Say("bob", "next anyway"));
        Assert.Single(replies, reply => reply.Kind == ReplyKind.Answered);
        Assert.Equal("personas", (await talk.Map()).StepId);
    }

    [Fact]
    public async Task A_person_of_another_tenant_is_not_let_in()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        var stranger = talk.Turn("eve", "why: growth") with { Person = new("web:else:eve", "eve", "UTC", "en") };
        var reply = await talk.Loop.Deliver(stranger);
        Assert.Equal(ReplyKind.Refused, reply.Kind);
        Assert.Equal(1, (await talk.Map()).Crew.Count);
    }
}
