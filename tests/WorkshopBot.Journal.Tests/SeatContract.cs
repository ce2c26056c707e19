namespace WorkshopBot.Journal.Tests;

/// <summary>Seats, over every storage.</summary>
public abstract class SeatContract : StoreTests
{
    Seats Seats => new(Rows);

    [Fact]
    public async Task A_seat_comes_back_as_it_was_saved()
    {
        var seat = new Seat { Workshop = "w1", Known = ["w1", "w2"], Held = "h", HeldTurn = "t", Dialog = new byte[] { 0, 255, 7 }, LastUsed = Time.Now };
        var etag = ETag(await Seats.Save("room", "person", seat, null));
        var found = (await Seats.Find("room", "person"))!;
        Assert.Equal(etag, found.ETag);
        Assert.Equal((string[])["w1", "w2"], found.Seat.Known.AsEnumerable());
        Assert.Equal([0, 255, 7], found.Seat.Dialog!.Value.ToArray());
        Assert.Equal(seat with { Known = found.Seat.Known, Dialog = found.Seat.Dialog }, found.Seat);
    }

    [Fact]
    public async Task An_empty_seat_comes_back_empty()
    {
        await Seats.Save("room", "person", new Seat(), null);
        var seat = (await Seats.Find("room", "person"))!.Seat;
        Assert.Empty(seat.Known);
        Assert.Null(seat.Dialog);
        Assert.Null(seat.Workshop);
    }

    [Fact]
    public async Task Seats_are_one_for_each_person_and_room()
    {
        await Seats.Save("a", "bc", new Seat { Workshop = "w1" }, null);
        Assert.Null(await Seats.Find("ab", "c"));
        Assert.Null(await Seats.Find("bc", "a"));
        Assert.Null(await Seats.Find("a", "BC"));
    }

    [Fact]
    public async Task Saving_and_removing_need_the_newest_etag()
    {
        var first = ETag(await Seats.Save("room", "person", new Seat { Workshop = "w1" }, null));
        Assert.IsType<WriteResult.Conflict>(await Seats.Save("room", "person", new Seat(), null));
        var second = ETag(await Seats.Save("room", "person", new Seat { Workshop = "w2" }, first));
        Assert.IsType<WriteResult.Conflict>(await Seats.Save("room", "person", new Seat(), first));
        Assert.IsType<WriteResult.Conflict>(await Seats.Remove("room", "person", first));
        Assert.Equal("w2", (await Seats.Find("room", "person"))!.Seat.Workshop);
        Assert.IsType<WriteResult.Written>(await Seats.Remove("room", "person", second));
        Assert.Null(await Seats.Find("room", "person"));
    }

    [Fact]
    public async Task What_a_newer_version_wrote_into_a_seat_survives_an_older_one()
    {
        await Seats.Save("room", "person", new Seat(), null);
        var partition = "p-" + HashedName.Of("room", "person");
        await Rows.Write(partition, [new RowChange.Put("seat", Bytes("""{"workshop":"w1","mood":{"word":"glad","since":[1,2]},"known":["w1"]}"""))]);
        var found = (await Seats.Find("room", "person"))!;
        await Seats.Save("room", "person", found.Seat with { Workshop = "w2" }, found.ETag);
        var text = Text((await Rows.Get(partition, "seat"))!.Data);
        Assert.Contains("\"mood\":{\"word\":\"glad\",\"since\":[1,2]}", text, StringComparison.Ordinal);
        Assert.Contains("\"workshop\":\"w2\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_is_no_seat_says_which_row()
    {
        await Rows.Write("p-" + HashedName.Of("room", "person"), [new RowChange.Put("seat", Bytes("scribble"))]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Seats.Find("room", "person"));
    }
}
