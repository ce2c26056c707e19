namespace WorkshopBot.Journal.Tests;

/// <summary>Small notes under names, over every storage.</summary>
public abstract class NoteContract : StoreTests
{
    Notes Notes => new(Rows);

    async Task<string?> Read(string name) => await Notes.Find(name) is { } note ? Text(note) : null;

    [StoreFact]
    public async Task A_note_is_written_over_an_earlier_one_and_taken_away()
    {
        Assert.Null(await Read("id:a:29:1x"));
        Assert.IsType<WriteResult.Written>(await Notes.Write("id:a:29:1x", Bytes("one")));
        Assert.IsType<WriteResult.Written>(await Notes.Write("id:a:29:1x", Bytes("two")));
        Assert.Equal("two", await Read("id:a:29:1x"));
        Assert.IsType<WriteResult.Written>(await Notes.Write("id:a:29:1x", null));
        Assert.Null(await Read("id:a:29:1x"));
        Assert.IsType<WriteResult.Written>(await Notes.Write("id:a:29:1x", null));
        Assert.IsType<WriteResult.Written>(await Notes.Write("id:a:29:1x", Bytes("three")));
        Assert.Equal("three", await Read("id:a:29:1x"));
    }

    [StoreFact]
    public async Task An_empty_note_is_there()
    {
        await Notes.Write("empty", Bytes(""));
        Assert.Equal("", await Read("empty"));
    }

    [StoreFact]
    public async Task Names_of_any_length_and_with_any_character_are_told_apart()
    {
        string[] names = ["a", "A", "a ", "a/b", "a\\b", "a?b#c", "ä", "a\u0308", "", "\ud83d\ude00", "a\nb", "a\0b", new('x', 40_000), new string('x', 40_000) + "y"];
        foreach (var (index, name) in names.Index())
            Assert.IsType<WriteResult.Written>(await Notes.Write(name, Bytes($"{index}")));
        foreach (var (index, name) in names.Index())
            Assert.Equal($"{index}", await Read(name));
    }

    [StoreFact]
    public async Task What_two_write_at_once_is_one_of_theirs_and_neither_is_refused()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => new Notes(Rows).Write("both", Bytes($"{i}")).AsTask()));
        Assert.All(written, result => Assert.IsType<WriteResult.Written>(result));
        Assert.InRange(int.Parse((await Read("both"))!, System.Globalization.CultureInfo.InvariantCulture), 0, 19);
    }

    [StoreFact]
    public async Task A_storage_that_takes_nothing_is_told_of_and_the_note_stays()
    {
        await Notes.Write("kept", Bytes("one"));
        var troubled = new TroubledRowStore(Rows) { DiesAfter = 0 };
        Assert.IsType<WriteResult.Unavailable>(await new Notes(troubled).Write("kept", Bytes("two")));
        Assert.IsType<WriteResult.Unavailable>(await new Notes(troubled).Write("kept", null));
        Assert.Equal("one", await Read("kept"));
    }

    [StoreFact]
    public async Task A_note_takes_the_place_of_the_one_that_was_seen_and_of_no_other()
    {
        Assert.IsType<WriteResult.Conflict>(await Notes.Swap("lease", Bytes("one"), Bytes("two")));
        Assert.IsType<WriteResult.Written>(await Notes.Swap("lease", null, Bytes("one")));
        Assert.IsType<WriteResult.Conflict>(await Notes.Swap("lease", null, Bytes("two")));
        Assert.IsType<WriteResult.Written>(await Notes.Swap("lease", Bytes("one"), Bytes("two")));
        Assert.IsType<WriteResult.Conflict>(await Notes.Swap("lease", Bytes("one"), Bytes("three")));
        Assert.Equal("two", await Read("lease"));
    }

    [StoreTheory]
    [InlineData(TroubledRowStore.Trouble.LostAnswer)]
    [InlineData(TroubledRowStore.Trouble.Repeated)]
    public async Task A_note_that_is_taken_away_is_gone_whatever_was_heard(TroubledRowStore.Trouble trouble)
    {
        await Notes.Write("id", Bytes("one"));
        var troubled = new TroubledRowStore(Rows);
        troubled.Next.Enqueue(trouble);
        if (await new Notes(troubled).Write("id", null) is not WriteResult.Written)
            Assert.IsType<WriteResult.Written>(await new Notes(troubled).Write("id", null));
        Assert.Null(await Read("id"));
    }

    [StoreFact]
    public async Task Who_put_a_note_in_the_place_of_another_learns_it_also_when_the_answer_was_lost()
    {
        var troubled = new TroubledRowStore(Rows);
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.IsType<WriteResult.Written>(await new Notes(troubled).Swap("lease", null, Bytes("one")));
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.IsType<WriteResult.Written>(await new Notes(troubled).Swap("lease", Bytes("one"), Bytes("two")));
        // What never arrived is not taken for written.
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostRequest);
        Assert.IsType<WriteResult.Unavailable>(await new Notes(troubled).Swap("lease", Bytes("two"), Bytes("three")));
        Assert.Equal("two", await Read("lease"));
    }

    [StoreFact]
    public async Task Of_many_who_saw_the_same_note_one_replaces_it()
    {
        await Notes.Write("lease", Bytes("free"));
        var swapped = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => new Notes(Rows).Swap("lease", Bytes("free"), Bytes($"{i}")).AsTask()));
        var winner = Assert.Single(swapped.Index(), result => result.Item is WriteResult.Written);
        Assert.Equal($"{winner.Index}", await Read("lease"));
        Assert.IsType<WriteResult.Unavailable>(await new Notes(new TroubledRowStore(Rows) { DiesAfter = 0 }).Swap("lease", Bytes($"{winner.Index}"), Bytes("late")));
    }
}
