namespace WorkshopBot.Journal.Tests;

/// <summary>Seats, over every storage.</summary>
public abstract class SeatContract : StoreTests
{
    Seats Seats => new(Rows);

    [StoreFact]
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

    [StoreFact]
    public async Task An_empty_seat_comes_back_empty()
    {
        await Seats.Save("room", "person", new Seat(), null);
        var seat = (await Seats.Find("room", "person"))!.Seat;
        Assert.Empty(seat.Known);
        Assert.Null(seat.Dialog);
        Assert.Null(seat.Workshop);
    }

    [StoreFact]
    public async Task Seats_are_one_for_each_person_and_room()
    {
        await Seats.Save("a", "bc", new Seat { Workshop = "w1" }, null);
        Assert.Null(await Seats.Find("ab", "c"));
        Assert.Null(await Seats.Find("bc", "a"));
        Assert.Null(await Seats.Find("a", "BC"));
    }

    [StoreFact]
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

    [StoreFact]
    public async Task A_seat_whose_answer_was_lost_has_heard_the_turn_that_comes_again()
    {
        var rows = new TroubledRowStore(Rows);
        var seats = new Seats(rows);
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.IsType<WriteResult.Unavailable>(await seats.Save("room", "person", new Seat { Turns = [new("t1", null)] }, null));
        Assert.IsType<WriteResult.Conflict>(await seats.Save("room", "person", new Seat { Turns = [new("t1", null)] }, null));
        var found = (await seats.Find("room", "person"))!;
        Assert.Equal("t1", Assert.Single(found.Seat.Turns).Turn);
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.IsType<WriteResult.Unavailable>(await seats.Remove("room", "person", found.ETag));
        Assert.Null(await seats.Find("room", "person"));
    }

    [StoreFact]
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

    [StoreFact]
    public async Task Where_a_dialog_leads_and_the_turns_it_heard_come_back()
    {
        var seat = new Seat { Place = "web:local:r", PlaceName = "r", Turns = [new("t1", null), new("t2", "w1")] };
        await Seats.Save("room", "person", seat, null);
        var found = (await Seats.Find("room", "person"))!.Seat;
        Assert.Equal(("web:local:r", "r"), (found.Place, found.PlaceName));
        Assert.Equal([new SeatTurn("t1", null), new SeatTurn("t2", "w1")], found.Turns.AsEnumerable());
    }

    [StoreFact]
    public async Task The_seats_of_a_workshop_are_listed_page_by_page_each_once()
    {
        var list = new SeatList(Rows);
        for (var i = 0; i < 7; i++)
            Assert.Null(await list.Add("w1", i % 2 == 0 ? "private" : "web:local:Räder/\\#?", $"person {i}"));
        Assert.Null(await list.Add("w1", "private", "person 0"));
        Assert.Null(await list.Add("w2", "private", "person 0"));
        var seen = new List<ListedSeat>();
        while (await list.Next("w1", seen.LastOrDefault()?.Key, 3) is { Count: > 0 } page)
            seen.AddRange(page);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"person {i}"), seen.Select(seat => seat.Person).Order(StringComparer.Ordinal));
        Assert.Equal(3, seen.Count(seat => seat.Room == "web:local:Räder/\\#?"));
        Assert.All(seen, seat => IsNow(seat.WrittenAt));
        Assert.Single(await list.Next("w2", null, 100));
        Assert.Empty(await list.Next("w3", null, 100));
    }

    [StoreFact]
    public async Task A_seat_put_on_the_list_again_stays_there()
    {
        var list = new SeatList(Rows);
        await list.Add("w1", "private", "person");
        var found = Assert.Single(await list.Next("w1", null, 10));
        await list.Add("w1", "private", "person");
        Assert.IsType<WriteResult.Conflict>(await list.Remove("w1", found));
        Assert.IsType<WriteResult.Written>(await list.Remove("w1", Assert.Single(await list.Next("w1", null, 10))));
        Assert.Empty(await list.Next("w1", null, 10));
    }

    [StoreFact]
    public async Task A_seat_that_is_no_seat_says_which_row()
    {
        await Rows.Write("p-" + HashedName.Of("room", "person"), [new RowChange.Put("seat", Bytes("scribble"))]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Seats.Find("room", "person"));
    }
}
