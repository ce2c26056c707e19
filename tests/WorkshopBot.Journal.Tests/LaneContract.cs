namespace WorkshopBot.Journal.Tests;

/// <summary>Lanes and the messages they fence, over every storage.</summary>
public abstract class LaneContract : StoreTests
{
    const string Room = "19:general/1@thread.tacv2";

    Lanes Lanes => new(Rows);

    LaneRow Held(string holder) => new(Room) { Holder = holder, Until = Time.Now.AddSeconds(60) };

    [StoreFact]
    public async Task A_lane_and_its_messages_come_back_as_they_were_written()
    {
        var lane = new LaneRow(Room) { Kept = 7, Holder = "n1", Until = Time.Now, State = LaneState.Paused, Reason = "rate", Root = "171.5", Edits = 12 };
        var board = new MessageRow(Room, "board", 0)
        {
            Phase = MessagePhase.Posting, Op = "op1", Deadline = Time.Now, PlatformId = "171.5", Hash = "h", Shown = 7, FirstPosted = Time.Now, Policy = MessagePolicy.Must,
        };
        var digest = new MessageRow(Room, "digest", 1);
        var etag = ETag(await Lanes.Write("w1", lane, null, [board, digest]));
        Assert.Equal(new FoundLane(lane, etag), await Lanes.Find("w1", Room));
        Assert.Equal(board, await Lanes.Message("w1", Room, "board", 0));
        Assert.Equal(new HashSet<MessageRow> { board, digest }, (await Lanes.Messages("w1", Room)).ToHashSet());
        Assert.Null(await Lanes.Message("w1", Room, "digest", 0));
        Assert.Null(await Lanes.Find("w2", Room));
        Assert.Empty(await Lanes.Messages("w1", Lanes.People));
    }

    [StoreFact]
    public async Task Who_lost_the_lane_writes_no_message()
    {
        var mine = ETag(await Lanes.Write("w1", Held("n1"), null, []));
        var others = ETag(await Lanes.Write("w1", Held("n2"), mine, [new MessageRow(Room, "board", 0) { Phase = MessagePhase.Posting, Op = "two" }]));
        var late = new MessageRow(Room, "board", 0) { Phase = MessagePhase.Up, Op = "one" };
        Assert.IsType<WriteResult.Conflict>(await Lanes.Write("w1", Held("n1"), mine, [late, new MessageRow(Room, "digest", 0)]));
        Assert.IsType<WriteResult.Conflict>(await Lanes.Write("w1", Held("n1"), null, [late]));
        Assert.Equal("two", Assert.Single(await Lanes.Messages("w1", Room)).Op);
        Assert.Equal(others, (await Lanes.Find("w1", Room))!.ETag);
    }

    [StoreFact]
    public async Task A_lane_whose_answer_was_lost_tells_who_has_it()
    {
        var rows = new TroubledRowStore(Rows);
        var lanes = new Lanes(rows);
        var etag = ETag(await lanes.Write("w1", new LaneRow(Room), null, []));
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.IsType<WriteResult.Unavailable>(await lanes.Write("w1", Held("n1"), etag, [new MessageRow(Room, "board", 0) { Op = "one" }]));
        // To write it again as it was found before is to have lost it; its holder reads it, and goes on from there.
        Assert.IsType<WriteResult.Conflict>(await lanes.Write("w1", Held("n1"), etag, []));
        var found = (await lanes.Find("w1", Room))!;
        Assert.Equal("n1", found.Lane.Holder);
        ETag(await lanes.Write("w1", found.Lane with { Kept = 3 }, found.ETag, [new MessageRow(Room, "board", 0) { Op = "one", Phase = MessagePhase.Up }]));
        Assert.Equal(MessagePhase.Up, Assert.Single(await lanes.Messages("w1", Room)).Phase);
    }

    [StoreFact]
    public async Task Of_many_nodes_one_gets_the_lane()
    {
        var etag = ETag(await Lanes.Write("w1", new LaneRow(Room), null, []));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Lanes.Write("w1", Held($"n{i}"), etag, []))));
        Assert.Single(results.OfType<WriteResult.Written>());
    }

    [StoreFact]
    public async Task A_workshop_lists_the_lanes_of_its_rooms_and_the_one_of_its_people()
    {
        foreach (var room in (string[])[Room, "slack:C1", Lanes.People])
            await Lanes.Write("w1", new LaneRow(room), null, []);
        await Lanes.Write("w2", new LaneRow("slack:C2"), null, []);
        Assert.Equal(new HashSet<string> { Room, "slack:C1", Lanes.People }, (await Lanes.All("w1")).Select(found => found.Lane.Room).ToHashSet());
    }

    [StoreFact]
    public async Task Five_hundred_people_are_written_and_read_in_parts()
    {
        string? etag = null;
        for (var part = 0; part < 13; part++)
            etag = ETag(await Lanes.Write("w1", new LaneRow(Lanes.People) { Edits = part }, etag,
                [.. Enumerable.Range(part * 40, 40).Select(i => new MessageRow(Lanes.People, $"invite:3:teams:{i}/ä", 0) { Phase = MessagePhase.Posting })]));
        Assert.Equal(520, (await Lanes.Messages("w1", Lanes.People)).Select(message => message.Key).Distinct().Count());
    }

    [StoreFact]
    public async Task Pages_come_in_order()
    {
        var pages = Enumerable.Range(0, 12).Reverse().Select(page => new MessageRow(Room, "digest", page)).ToList();
        await Lanes.Write("w1", new LaneRow(Room), null, pages);
        Assert.Equal(Enumerable.Range(0, 12), (await Lanes.Messages("w1", Room)).Select(message => message.Page));
    }

    [StoreFact]
    public async Task Too_many_messages_a_strangers_message_or_a_page_too_far_is_a_bug()
    {
        await Throws([.. Enumerable.Range(0, Lanes.MostMessages + 1).Select(i => new MessageRow(Room, $"{i}", 0))]);
        await Throws([new MessageRow("another", "board", 0)]);
        await Throws([new MessageRow(Room, "board", 100)]);
        Assert.Empty(await Keys("w-w1"));

        async Task Throws(MessageRow[] messages) =>
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Lanes.Write("w1", new LaneRow(Room), null, messages));
    }

    [StoreFact]
    public async Task Stored_names_are_words_and_what_a_newer_or_an_older_version_wrote_survives()
    {
        await Lanes.Write("w1", new LaneRow(Room) { State = LaneState.Lost }, null, [new MessageRow(Room, "board", 0) { Phase = MessagePhase.Unsure, Policy = MessagePolicy.Must }]);
        foreach (var key in await Keys("w-w1"))
        {
            var text = Text((await Rows.Get("w-w1", key))!.Data);
            await Rows.Write("w-w1", [new RowChange.Put(key, Bytes(text.Replace("}", ",\"later\":[1],\"upTo\":9}", StringComparison.Ordinal)))]);
        }
        var (lane, message) = ((await Lanes.Find("w1", Room))!, (await Lanes.Messages("w1", Room)).Single());
        await Lanes.Write("w1", lane.Lane with { Edits = 1 }, lane.ETag, [message with { Shown = 2 }]);
        var texts = await Task.WhenAll((await Keys("w-w1")).Select(async key => Text((await Rows.Get("w-w1", key))!.Data)));
        Assert.All(texts, text => Assert.Contains("\"later\":[1],\"upTo\":9", text, StringComparison.Ordinal));
        Assert.Contains("\"state\":\"lost\"", texts[0], StringComparison.Ordinal);
        Assert.Contains("\"phase\":\"unsure\"", texts[1], StringComparison.Ordinal);
        Assert.Contains("\"policy\":\"must\"", texts[1], StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Who_could_not_be_reached_comes_back_with_the_reasons()
    {
        var lane = new LaneRow(Lanes.People) { Unreached = [new("teams:t:ann", "blocked"), new("teams:t:bob", "gone")] };
        await Lanes.Write("w1", lane, null, [new MessageRow(Lanes.People, "invite:3:teams:t:ann", 0) { Phase = MessagePhase.Gone, Reason = "blocked" }]);
        Assert.Equal(lane.Unreached, (await Lanes.Find("w1", Lanes.People))!.Lane.Unreached.AsEnumerable());
        Assert.Equal("blocked", Assert.Single(await Lanes.Messages("w1", Lanes.People)).Reason);
    }

    [StoreFact]
    public async Task Rows_from_before_people_could_be_lost_are_read()
    {
        await Lanes.Write("w1", new LaneRow(Lanes.People), null, [new MessageRow(Lanes.People, "invite:3:teams:t:ann", 0)]);
        foreach (var (key, text) in (await Keys("w-w1")).Zip(["{\"room\":\"people\",\"kept\":4}", "{\"room\":\"people\",\"key\":\"invite:3:teams:t:ann\",\"phase\":\"gone\"}"]))
            await Rows.Write("w-w1", [new RowChange.Put(key, Bytes(text))]);
        var (lane, message) = ((await Lanes.Find("w1", Lanes.People))!.Lane, Assert.Single(await Lanes.Messages("w1", Lanes.People)));
        Assert.Equal((4, 0), (lane.Kept, lane.Unreached.Length));
        Assert.Equal((MessagePhase.Gone, null), (message.Phase, message.Reason));
    }
}
