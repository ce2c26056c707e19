using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Turns;

/// <summary>Lines that wait until their person has chosen a workshop: none is lost, none is added twice, and no more of them wait than can be heard.</summary>
public sealed class WaitingLinesTests
{
    [Fact]
    public async Task As_many_wait_as_a_message_may_have_lines_and_the_next_is_told_that_it_was_not_kept()
    {
        await using var talk = await Two();
        for (var i = 1; i <= 60; i++)
        {
            var told = await talk.Refuses("bob", $"Purchase: goal number {i}", isPrivate: true);
            Assert.Equal((i <= 50, i > 50), (told.Contains("Your line waits", StringComparison.Ordinal), told.Contains("Choose first; this line was not kept.", StringComparison.Ordinal)));
        }
        var heard = await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(51, (await talk.Map("two")).Map.Count('G'));
        Assert.Contains("G2", heard, StringComparison.Ordinal);
        Assert.Contains("G51", heard, StringComparison.Ordinal);
        await talk.Takes("bob", "Purchase: goal number 51", isPrivate: true);
        Assert.Equal(52, (await talk.Map("two")).Map.Count('G'));
    }

    [Fact]
    public async Task Lines_are_counted_as_they_stand_in_the_messages()
    {
        await using var talk = await Two();
        await talk.Refuses("bob", string.Join('\n', Enumerable.Range(1, 49).Select(i => $"Purchase: goal number {i}")), isPrivate: true);
        Assert.Contains("was not kept", await talk.Refuses("bob", "Purchase: one\nPurchase: two", isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("Your line waits", await talk.Refuses("bob", "Purchase: one", isPrivate: true), StringComparison.Ordinal);
        await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(51, (await talk.Map("two")).Map.Count('G'));
    }

    [Fact]
    public async Task They_wait_up_to_the_bytes_of_one_message_whatever_they_are_written_in()
    {
        await using var talk = await Two();
        // Three bytes each in the message, and six in the row.
        var eight = "Purchase: " + string.Concat(Enumerable.Repeat("語", (Limits.MessageBytes / 2 - 10) / 3));
        var rest = Limits.MessageBytes - 2 * System.Text.Encoding.UTF8.GetByteCount(eight);
        Assert.Contains("Your line waits", await talk.Refuses("bob", eight, isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("Your line waits", await talk.Refuses("bob", eight, isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("was not kept", await talk.Refuses("bob", new string('x', rest + 1), isPrivate: true), StringComparison.Ordinal);
        if (rest > 0)
            Assert.Contains("Your line waits", await talk.Refuses("bob", new string('x', rest), isPrivate: true), StringComparison.Ordinal);
        for (var i = 0; i < 80; i++)
            Assert.Contains("was not kept", await talk.Refuses("bob", eight, isPrivate: true), StringComparison.Ordinal);
        Assert.Equal(rest > 0 ? 3 : 2, HeldLines.Read((await Seat(talk)).Waiting).Length);
    }

    [Fact]
    public async Task What_is_too_much_for_any_workshop_is_told_so_at_once_and_does_not_wait()
    {
        await using var talk = await Two();
        Assert.Contains("at most 50", await talk.Refuses("bob", string.Join('\n', Enumerable.Range(1, 60).Select(i => $"Purchase: {i}")), isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("at most 16 KB", await talk.Refuses("bob", new string('語', 6_000), isPrivate: true), StringComparison.Ordinal);
        Assert.Null((await Seat(talk)).Waiting);
    }

    [Fact]
    public async Task When_the_seat_could_not_be_written_after_the_first_the_second_is_heard_all_the_same()
    {
        var rows = new RowsOfSeats(new MemoryRowStore(TimeProvider.System));
        await using var talk = await Two(rows);
        await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true, id: "first");
        rows.Left = 0;
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("bob", "switch m-2", isPrivate: true)).Kind);
        rows.Left = null;
        Assert.Equal(2, (await talk.Map("two")).Map.Count('G'));
        await talk.Refuses("bob", "Purchase: pay at once", isPrivate: true, id: "second");
        var heard = await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Contains("G2", heard, StringComparison.Ordinal);
        Assert.Contains("G3", heard, StringComparison.Ordinal);
        Assert.Equal(3, (await talk.Map("two")).Map.Count('G'));
        Assert.Null((await Seat(talk)).Waiting);
    }

    [Fact]
    public async Task The_first_that_cannot_be_saved_and_those_behind_it_go_on_waiting()
    {
        var rows = new RowsAtAChoice(new MemoryRowStore(TimeProvider.System));
        await using var talk = await Two(rows);
        foreach (var text in (string[])["one", "two", "three"])
            await talk.Refuses("bob", $"Purchase: {text}", isPrivate: true);
        rows.CommitsLeft = 1;
        var told = await talk.Say("bob", "switch m-2", isPrivate: true);
        rows.CommitsLeft = null;
        Assert.Equal(ReplyKind.NotSaved, told.Kind);
        Assert.Contains("G2", told.Text, StringComparison.Ordinal);
        Assert.Contains("could not be saved", told.Text, StringComparison.Ordinal);
        Assert.Equal(["Purchase: two", "Purchase: three"], HeldLines.Read((await Seat(talk)).Waiting).Select(line => line.Text));
        await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(4, (await talk.Map("two")).Map.Count('G'));
        Assert.Null((await Seat(talk)).Waiting);
    }

    [Fact]
    public async Task One_that_comes_while_those_before_it_are_heard_is_heard_after_them()
    {
        var rows = new RowsAtAChoice(new MemoryRowStore(TimeProvider.System));
        await using var talk = await Two(rows);
        await talk.Refuses("bob", "Purchase: one", isPrivate: true);
        rows.BeforeCommit = async () => await talk.Refuses("bob", "Purchase: two", isPrivate: true);
        await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(3, (await talk.Map("two")).Map.Count('G'));
        Assert.Null((await Seat(talk)).Waiting);
    }

    [Fact]
    public async Task One_that_comes_to_wait_when_the_choice_has_been_made_is_heard_by_what_was_chosen()
    {
        var rows = new RowsAtAChoice(new MemoryRowStore(TimeProvider.System));
        await using var talk = await Two(rows);
        rows.BeforeListing = async () => await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Contains("G2", await talk.Takes("bob", "Purchase: one", isPrivate: true), StringComparison.Ordinal);
        Assert.Null((await Seat(talk)).Waiting);
    }

    static async Task<Talk> Two(IRowStore? rows = null)
    {
        var talk = new Talk(rows, time: new() { IsPatient = true });
        foreach (var room in (string[])["one", "two"])
        {
            await talk.StartGoals(room);
            await talk.Takes("bob", "Research: compare prices", room);
        }
        return talk;
    }

    static async Task<Seat> Seat(Talk talk) => (await new Seats(talk.Rows).Find("private", "web:local:bob"))!.Seat;

    /// <summary>Passes everything on; takes no more commits than told, and lets something happen before the next commit, or before a seat is listed.</summary>
    sealed class RowsAtAChoice(IRowStore inner) : IRowStore
    {
        public int? CommitsLeft { get; set; }

        public Func<Task>? BeforeCommit { get; set; }

        public Func<Task>? BeforeListing { get; set; }

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            if (partition.StartsWith("seats-", StringComparison.Ordinal) && BeforeListing is { } listing)
            {
                BeforeListing = null;
                await listing();
            }
            if (changes.Any(change => change.Key == "head"))
            {
                if (BeforeCommit is { } commit)
                {
                    BeforeCommit = null;
                    await commit();
                }
                if (CommitsLeft is { } left)
                {
                    if (left == 0)
                        return new WriteResult.Unavailable(StorageFault.Unreachable);
                    CommitsLeft = left - 1;
                }
            }
            return await inner.Write(partition, changes, ct);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
