using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.Moving;

/// <summary>Filling a storage: into an empty one only, and whatever ends it in the middle.</summary>
public sealed class FillingTests : IAsyncLifetime
{
    readonly ManualTime _time = new();
    readonly MemoryRowStore _source = Journals.Empty();
    readonly MemoryRowStore _target = Journals.Empty();

    public Task InitializeAsync() => Journals.Write(_source, _time);

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
    }

    Filling Filling(IRowStore? through = null) => new(through ?? _target, _target, new Hasty());

    [Fact]
    public async Task All_rows_are_there_and_no_mark()
    {
        var count = await Fill(Filling());
        Assert.Equal(await Journals.Contents(_source), await Journals.Contents(_target));
        Assert.Equal((await Journals.Contents(_source)).Count, count.Rows);
        Assert.Equal(3, count.Workshops);
        Assert.Empty(await Comparing.Differences(_source, _target, 5));
    }

    [Fact]
    public async Task What_holds_anything_is_not_written_into()
    {
        await _target.Write("p-x", [new RowChange.Insert("seat", Journals.Bytes("{}"))]);
        Assert.Equal("p-x", (await Filling().Begin())!.Partition);
        Assert.Single(await Journals.Contents(_target));
        Assert.False(await WorkshopBot.Journal.Moving.Filling.IsUnderWay(_target));
    }

    [Fact]
    public async Task Killed_before_any_of_its_writes_it_is_marked_and_made_again_to_the_same()
    {
        var expected = await Journals.Contents(_source);
        for (var writes = 1; ; writes++)
        {
            var dying = new TroubledRowStore(_target) { DiesAfter = writes };
            try
            {
                await Fill(Filling(dying));
                break;
            }
            catch (StorageUnavailableException)
            {
                Assert.True(await WorkshopBot.Journal.Moving.Filling.IsUnderWay(_target));
            }
            // Another source may come next: nothing of this one stays.
            var other = new MemoryRowStore(TimeProvider.System);
            await other.Write("w-other", [new RowChange.Insert("head", Journals.Bytes("{}"))]);
            var meanwhile = Filling();
            Assert.Null(await meanwhile.Begin());
            await meanwhile.Fill(other.All());
            Assert.Empty(await Comparing.Differences(other, _target, 5));
            Assert.Null(await Filling().Begin());
        }
        Assert.Equal(expected, await Journals.Contents(_target));
        Assert.False(await WorkshopBot.Journal.Moving.Filling.IsUnderWay(_target));
    }

    [Fact]
    public async Task A_storage_that_is_busy_or_loses_answers_is_asked_again()
    {
        var troubled = new TroubledRowStore(_target);
        for (var i = 0; i < 40; i++)
            troubled.Next.Enqueue((TroubledRowStore.Trouble)(i % 4));
        await Fill(Filling(troubled));
        Assert.Equal(await Journals.Contents(_source), await Journals.Contents(_target));
    }

    [Fact]
    public async Task Of_two_who_fill_at_once_the_later_one_ends_it_and_the_other_is_told()
    {
        var (first, second) = (Filling(), Filling());
        Assert.Null(await first.Begin());
        await first.Fill(_source.All());
        Assert.Null(await second.Begin());
        Assert.Contains("another import", (await Assert.ThrowsAsync<StorageUnavailableException>(() => first.End())).Message, StringComparison.Ordinal);
        // What the later one has not written yet is served by nobody.
        Assert.True(await WorkshopBot.Journal.Moving.Filling.IsUnderWay(_target));
        await second.Fill(_source.All());
        await second.End();
        Assert.Equal(await Journals.Contents(_source), await Journals.Contents(_target));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => second.End());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task One_that_another_has_taken_over_from_writes_nothing_more(int rows)
    {
        var (first, second) = (Filling(), Filling());
        Assert.Null(await first.Begin());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => first.Fill(Interrupted()));
        Assert.Equal(await Journals.Contents(_source), await Journals.Contents(_target));

        // Somewhere in the middle another comes, fills and ends.
        async IAsyncEnumerable<PlacedRow> Interrupted()
        {
            var given = 0;
            await foreach (var row in _source.All())
            {
                if (given++ == rows)
                    await Fill(second);
                // Under other names, so that nothing but the mark could be in the way.
                yield return row with { Partition = "x" + row.Partition };
            }
        }
    }

    [Fact]
    public async Task A_row_that_somebody_else_wrote_is_not_taken_for_ones_own_whose_answer_was_lost()
    {
        var troubled = new TroubledRowStore(_target);
        var filling = Filling(troubled);
        Assert.Null(await filling.Begin());
        var first = await _source.All().FirstAsync();
        await _target.Write(first.Partition, [new RowChange.Put(first.Row.Key, Journals.Bytes("another's"))]);
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostRequest);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => filling.Fill(_source.All()));
    }

    [Fact]
    public async Task On_a_file_killed_in_the_middle_it_is_made_again_to_the_same()
    {
        using var folder = new TempFolder();
        await using (var rows = SqliteRowStore.Open(folder.File(), TimeProvider.System))
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Fill(new(new TroubledRowStore(rows) { DiesAfter = 20 }, rows, new Hasty())));
        await using var again = SqliteRowStore.Open(folder.File(), TimeProvider.System);
        Assert.True(await WorkshopBot.Journal.Moving.Filling.IsUnderWay(again));
        await Fill(new(again, again, TimeProvider.System));
        Assert.Empty(await Comparing.Differences(_source, again, 5));
    }

    [Fact]
    public async Task Every_workshop_gets_a_look_where_the_agenda_may_be_of_another_moment()
    {
        await Fill(Filling());
        await _target.Write("w-m-9", [new RowChange.Insert("head", Journals.Bytes("{}"))]);
        await Filling().LookAtAll();
        var looks = await _target.All().Where(row => row.Partition.StartsWith("agenda-", StringComparison.Ordinal)).Select(row => row.Row.Key[20..]).ToListAsync();
        Assert.Equal(["m-0", "m-1", "m-2", "m-9"], looks.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_that_differs_is_named_by_its_partition_on_either_side()
    {
        await Fill(Filling());
        await _target.Write("w-m-1", [new RowChange.Put("c-0000000002", Journals.Bytes("another"))]);
        await _target.Write("w-m-7", [new RowChange.Put("head", default)]);
        await _source.Write("n-only", [new RowChange.Put("note", default)]);
        Assert.Equal(["n-only", "w-m-1", "w-m-7"], await Comparing.Differences(_source, _target, 5));
        Assert.Equal(["n-only"], await Comparing.Differences(_source, _target, 1));
    }

    async Task<Counted> Fill(Filling filling)
    {
        Assert.Null(await filling.Begin());
        var count = await filling.Fill(_source.All());
        await filling.End();
        return count;
    }
}
