using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Nodes;

/// <summary>Two nodes over one storage: what one has answered, the other knows at once.</summary>
public sealed class AcrossTests : IAsyncLifetime, IAsyncDisposable
{
    readonly Talk _talk = new();
    TurnLoop _one = null!;
    TurnLoop _other = null!;

    public async Task InitializeAsync()
    {
        (_one, _other) = (_talk.Loop, _talk.Another());
        await _talk.StartGoals();
        // Both hold it from here on.
        await On(_other, "ann", "Research: the first");
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _talk.DisposeAsync();

    [Fact]
    public async Task What_is_refused_shown_or_handed_over_is_of_what_the_other_saved()
    {
        Assert.Equal(ReplyKind.Refused, (await _one.Deliver(_talk.Turn("bob", "show G2"))).Kind);
        await On(_other, "bob", "Research: by the other");
        Assert.Contains("by the other", (await On(_one, "bob", "show G2")).Text, StringComparison.Ordinal);
        await On(_other, "bob", "Purchase: again by the other");
        Assert.Contains("again by the other", (await On(_one, "bob", "show goals")).Text, StringComparison.Ordinal);
        await On(_other, "bob", "Purchase: in the file");
        var file = (await On(_one, "bob", "export json")).File!;
        Assert.Contains("in the file", System.Text.Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
        // What is refused on the one may be right by what the other saved.
        await On(_other, "bob", "Purchase: to be taken back");
        Assert.Equal(ReplyKind.Answered, (await _one.Deliver(_talk.Turn("bob", "withdraw G5"))).Kind);
    }

    [Fact]
    public async Task Pages_searches_and_peoples_own_lists_are_of_what_the_other_saved()
    {
        await On(_other, "bob", "Research: by the other");
        Assert.Equal(2, (await _one.Looking.Find("web:local:r"))!.Map.Count('G'));
        await On(_other, "bob", "Research: once more");
        Assert.Equal(3, (await _one.Looking.FindMap("m-1"))!.Map.Count('G'));
        await On(_other, "bob", "Research: and again");
        Assert.Equal(4, Assert.Single(await _one.Looking.Mine("web:local:bob")).State.Map.Count('G'));
        await On(_other, "bob", "Research: at last");
        Assert.Equal(5, (await _one.Looking.Read("m-1")).State.Map.Count('G'));
    }

    [Fact]
    public async Task A_dialog_that_was_opened_on_the_one_goes_on_on_the_other()
    {
        await On(_one, "bob", "Research: his own");
        foreach (var (loop, answer) in new[] { (_one, "add goal"), (_other, "1"), (_one, "skip"), (_other, "pay by month") })
            Assert.Contains("Goal", (await loop.Deliver(_talk.Turn("bob", answer, isPrivate: true))).Text, StringComparison.Ordinal);
        Assert.Contains("G3", (await _one.Deliver(_talk.Turn("bob", "done", isPrivate: true))).Text, StringComparison.Ordinal);
        // And the other knows that it is over.
        Assert.Contains("G4", (await _other.Deliver(_talk.Turn("bob", "Purchase: a line again", isPrivate: true))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_where_the_other_began_anew_is_for_the_new_workshop()
    {
        await On(_one, "ann", "throw away");
        await On(_one, "ann", "start Cars");
        await On(_one, "ann", "goto stages");
        await On(_one, "ann", "Looking, Buying");
        await On(_one, "ann", "goto goals");
        // This node still holds the one that is over, as it was while it ran.
        Assert.Contains("Cars", (await On(_other, "bob", "show map")).Text, StringComparison.Ordinal);
        Assert.Contains("G1", (await On(_other, "bob", "Looking: to find one")).Text, StringComparison.Ordinal);
        Assert.Equal("Cars", (await _other.Looking.Find("web:local:r"))!.Title);
    }

    [Fact]
    public async Task Who_first_speaks_where_the_other_began_anew_takes_no_part_in_what_is_over()
    {
        await On(_one, "ann", "throw away");
        await On(_one, "ann", "start Cars");
        // This node still holds the one that is over, as it was while it ran.
        await On(_other, "cy", "i speak for Sales");
        Assert.Equal((false, true), (await _other.Looking.Knows("web:local:cy", "m-1"), await _other.Looking.Knows("web:local:cy", "m-2")));
    }

    [Fact]
    public async Task A_room_and_what_is_said_in_its_thread_are_the_new_workshops_at_once()
    {
        var rows = new MemoryRowStore(TimeProvider.System);
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        var other = talk.Another();
        await other.Deliver(talk.Turn("ann", "Research: known there"));
        await talk.Takes("ann", "throw away");
        await talk.Takes("ann", "start Cars");
        Assert.Equal("m-2", await other.Looking.WorkshopOf("web:local:r"));
    }

    [Fact]
    public async Task What_was_refused_by_the_one_is_decided_anew_by_the_other_and_what_was_taken_is_not()
    {
        var late = _talk.Turn("bob", "withdraw G2");
        Assert.Equal(ReplyKind.Refused, (await _one.Deliver(late)).Kind);
        await On(_other, "bob", "Research: to be taken back");
        Assert.Equal(ReplyKind.Answered, (await _other.Deliver(late)).Kind);
        var again = await _one.Deliver(late);
        Assert.Equal(ReplyKind.Answered, again.Kind);
        Assert.Contains("G2", again.Text, StringComparison.Ordinal);
    }

    async Task<Reply> On(TurnLoop loop, string person, string text)
    {
        var reply = await loop.Deliver(_talk.Turn(person, text));
        Assert.True(reply.Kind == ReplyKind.Answered, $"{text}: {reply}");
        return reply;
    }
}
