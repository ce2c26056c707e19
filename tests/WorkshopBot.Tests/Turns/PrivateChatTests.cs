using System.Text.Json.Nodes;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>Lines in a private chat find their workshop.</summary>
public sealed class PrivateChatTests
{
    [Fact]
    public async Task Who_takes_part_in_none_is_told_so()
    {
        await using var talk = new Talk();
        Assert.Contains("no workshop yet", await talk.Refuses("ann", "why: growth", isPrivate: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_one_a_person_takes_part_in_is_meant_also_after_a_restart()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        await talk.Takes("bob", "Research: compare prices");
        await talk.Restart();
        await talk.Takes("bob", "Purchase: pay by month", isPrivate: true);
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task With_several_the_person_is_asked_and_the_line_waits_for_the_choice()
    {
        await using var talk = new Talk();
        await talk.StartGoals("one");
        await talk.StartGoals("two");
        await talk.Takes("bob", "Research: compare prices", "one");
        await talk.Takes("bob", "Research: compare prices", "two");
        var asked = await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true, id: "held");
        Assert.Contains("switch m-1", asked, StringComparison.Ordinal);
        Assert.Contains("switch m-2", asked, StringComparison.Ordinal);
        await talk.Restart();
        var answer = await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Contains("Bikes", answer, StringComparison.Ordinal);
        Assert.Contains("G2", answer, StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
        // The line and the choice come again, and add nothing.
        await talk.Takes("bob", "Purchase: pay by month", isPrivate: true, id: "held");
        await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(2, (await talk.Map("two")).Map.Count('G'));
        await talk.Takes("bob", "switch m-1", isPrivate: true);
        await talk.Takes("bob", "Purchase: pay at once", isPrivate: true);
        Assert.Equal(2, (await talk.Map("one")).Map.Count('G'));
    }

    [Fact]
    public async Task Several_lines_wait_and_none_is_lost()
    {
        await using var talk = new Talk();
        await talk.StartGoals("one");
        await talk.StartGoals("two");
        await talk.Takes("bob", "Research: compare prices", "one");
        await talk.Takes("bob", "Research: compare prices", "two");
        await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true, id: "first");
        await talk.Refuses("bob", "Purchase: pay at once", isPrivate: true, id: "second");
        await talk.Refuses("bob", "Purchase: pay at once", isPrivate: true, id: "second");
        Assert.Contains("switch m-2", await talk.Takes("bob", "switch", isPrivate: true), StringComparison.Ordinal);
        await talk.Takes("bob", "switch m-2", isPrivate: true);
        Assert.Equal(3, (await talk.Map("two")).Map.Count('G'));
        // They come again when the chat speaks to another workshop already.
        await talk.Takes("bob", "switch m-1", isPrivate: true);
        Assert.Contains("G2", await talk.Takes("bob", "Purchase: pay by month", isPrivate: true, id: "first"), StringComparison.Ordinal);
        Assert.Contains("G3", await talk.Takes("bob", "Purchase: pay at once", isPrivate: true, id: "second"), StringComparison.Ordinal);
        Assert.Equal((1, 3), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
    }

    [Theory]
    [InlineData("switch m-2")]
    [InlineData("wechsle zu m-2")]
    [InlineData("Switch “bikes of two”")]
    [InlineData("wechsle zu Bikes of two")]
    public async Task It_is_chosen_by_id_or_title_in_every_language(string choice)
    {
        await using var talk = new Talk();
        await Two(talk);
        await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true);
        Assert.Contains("“Bikes of two”", await talk.Takes("bob", choice, isPrivate: true), StringComparison.Ordinal);
        Assert.Equal(2, (await talk.Map("two")).Map.Count('G'));
    }

    [Theory]
    [InlineData("switch provider in a hurry", true)]
    [InlineData("switch off, switch on", true)]
    [InlineData("switch provider-7", false)]
    [InlineData("switch “provider in a hurry”", false)]
    public async Task What_only_begins_like_a_choice_is_a_line(string text, bool isLine)
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "goto stages");
        var said = await talk.Say("ann", text, isPrivate: true);
        Assert.Equal(!isLine, said.Text.Contains("no workshop", StringComparison.Ordinal));
        Assert.Equal(isLine ? "m-1" : null, said.Workshop);
    }

    [Fact]
    public async Task Workshops_that_are_not_held_are_read_side_by_side_but_not_all_at_once()
    {
        var rows = new RowsReadTogether(new Journal.Memory.MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        for (var i = 1; i <= 20; i++)
            await talk.Takes("bob", "start Bikes", $"room{i}");
        for (var i = 1; i <= 20; i++)
            await talk.Takes("eve", "park a bell", $"room{i}");
        await talk.Restart();
        rows.Together = 4;
        Assert.Contains("15 more", await talk.Refuses("eve", "park a lamp", isPrivate: true), StringComparison.Ordinal);
        Assert.InRange(rows.Most, 4, PrivateChat.MostAtOnce);
    }

    [Fact]
    public async Task There_is_a_button_for_each_and_pressed_it_hears_the_line_that_was_typed_first()
    {
        await using var talk = new Talk();
        await Two(talk);
        var asked = await talk.Say("bob", "Purchase: pay by month", isPrivate: true, id: "held");
        var buttons = Assert.IsType<JsonArray>(JsonNode.Parse(asked.Message!.Data.Span)!["buttons"]);
        Assert.Equal(["Bikes of one", "Bikes of two"], buttons.Select(button => (string)button!["title"]!));
        var data = buttons[1]!["data"]!.AsObject();
        var chosen = await talk.Presses("bob", (string)buttons[1]!["verb"]!, true, [.. data.SelectMany(pair => new[] { pair.Key, (string)pair.Value! })]);
        Assert.Equal(ReplyKind.Answered, chosen.Kind);
        Assert.Contains("G2", chosen.Text, StringComparison.Ordinal);
        Assert.Contains("now speaks to “Bikes of two”", chosen.Message!.Notice, StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await talk.Map("one")).Map.Count('G'), (await talk.Map("two")).Map.Count('G')));
    }

    [Fact]
    public async Task What_is_typed_below_the_choice_is_for_what_was_chosen()
    {
        await using var talk = new Talk();
        await Two(talk);
        await talk.Refuses("bob", "Purchase: pay by month", isPrivate: true);
        var said = await talk.Takes("bob", "switch m-2\nPurchase: pay at once\nResearch: see it", isPrivate: true, id: "same");
        Assert.Equal(4, (await talk.Map("two")).Map.Count('G'));
        Assert.Contains("now speaks to “Bikes of two”", said, StringComparison.Ordinal);
        await talk.Takes("bob", "switch m-2\nPurchase: pay at once\nResearch: see it", isPrivate: true, id: "same");
        Assert.Equal(4, (await talk.Map("two")).Map.Count('G'));
    }

    [Fact]
    public async Task Thanks_are_for_no_workshop_and_do_not_wait()
    {
        await using var talk = new Talk();
        await Two(talk);
        Assert.Equal("You are welcome.", await talk.Takes("bob", "thanks!", isPrivate: true));
        Assert.Null((await new Journal.Seats(talk.Rows).Find("private", "web:local:bob"))!.Seat.Waiting);
        Assert.Equal("You are welcome.", await talk.Takes("eve", "thanks!", isPrivate: true));
    }

    [Fact]
    public async Task Of_many_the_last_five_have_a_button_and_those_that_look_the_same_are_called_by_their_ids()
    {
        await using var talk = new Talk();
        for (var i = 1; i <= 7; i++)
            await talk.Takes("ann", i == 6 ? "start Cars" : "start Bikes", $"room{i}");
        foreach (var i in Enumerable.Range(1, 7))
            await talk.Takes("bob", "park a bell", $"room{i}");
        var asked = await talk.Say("bob", "park a lamp", isPrivate: true);
        Assert.Equal(["m-3", "m-4", "m-5", "Cars", "m-7"], JsonNode.Parse(asked.Message!.Data.Span)!["buttons"]!.AsArray().Select(button => (string)button!["title"]!));
        Assert.Contains("2 more", asked.Text, StringComparison.Ordinal);
        Assert.Contains("“Bikes”", await talk.Takes("bob", "switch m-1", isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("Which workshop", await talk.Refuses("bob", "switch bikes", isPrivate: true), StringComparison.Ordinal);
        Assert.Contains("no workshop “Boats”", await talk.Refuses("bob", "switch Boats", isPrivate: true), StringComparison.Ordinal);
    }

    static async Task Two(Talk talk)
    {
        foreach (var room in (string[])["one", "two"])
        {
            await talk.StartGoals(room, $"Bikes of {room}");
            await talk.Takes("bob", "Research: compare prices", room);
        }
    }

    [Fact]
    public async Task A_workshop_that_is_over_does_not_keep_the_chat()
    {
        await using var talk = new Talk();
        await talk.StartGoals("one");
        await talk.Takes("ann", "throw away", "one");
        await talk.StartGoals("two");
        await talk.Takes("bob", "Research: compare prices", "two");
        await talk.Takes("ann", "Purchase: pay by month", isPrivate: true);
        Assert.Equal(2, (await talk.Map("two")).Map.Count('G'));
    }

    [Fact]
    public async Task Nobody_can_choose_a_workshop_they_take_no_part_in()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        await talk.Refuses("eve", "switch m-1", isPrivate: true);
        await talk.Refuses("eve", "show map", isPrivate: true);
    }

    [Fact]
    public async Task A_button_of_a_workshop_the_person_takes_no_part_in_is_refused_in_private()
    {
        var log = new RecordedLog();
        await using var talk = new Talk(log: log);
        await talk.StartGoals();
        var reply = await talk.Presses("eve", Workshops.Press.Say, true, Workshops.Press.Workshop, "m-1", Workshops.Press.Line, "Research: mine");
        Assert.True(reply.Kind == WorkshopBot.Turns.ReplyKind.Refused, string.Join('\n', log.Lines));
        Assert.Contains("no workshop “m-1”", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_after_a_button_is_for_the_workshop_of_the_button_and_it_is_said()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start One", "one");
        await talk.Takes("bob", "start Two", "two");
        await talk.Takes("ann", "park a bell", "two");
        await talk.Takes("ann", "switch Two", isPrivate: true);
        var reply = await talk.Presses("ann", Workshops.Press.Say, true, Workshops.Press.Workshop, "m-1", Workshops.Press.Line, "show map");
        Assert.Contains("One", reply.Text, StringComparison.Ordinal);
        await talk.Takes("ann", "why: growth", isPrivate: true);
        Assert.Equal("growth", (await talk.Map("one")).Frame.Purpose);
        Assert.DoesNotContain("speaks to", (await talk.Presses("ann", Workshops.Press.Say, true, Workshops.Press.Workshop, "m-1", Workshops.Press.Line, "show map")).Text, StringComparison.Ordinal);
    }

    /// <summary>Passes everything on; the heads of journals are read when so many wait for them.</summary>
    sealed class RowsReadTogether(Journal.IRowStore inner) : Journal.IRowStore
    {
        readonly TaskCompletionSource _enough = new();
        int _reading;
        int _most;

        public int Together { get; set; }

        public int Most => _most;

        public async ValueTask<Journal.StoredRow?> Get(string partition, string key, CancellationToken ct = default)
        {
            if (Together == 0 || key != "head")
                return await inner.Get(partition, key, ct);
            var now = Interlocked.Increment(ref _reading);
            InterlockedMax(now);
            if (now >= Together)
                _enough.TrySetResult();
            await _enough.Task.WaitAsync(Until.Bound, ct);
            var row = await inner.Get(partition, key, ct);
            Interlocked.Decrement(ref _reading);
            return row;
        }

        public ValueTask<IReadOnlyList<Journal.StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public ValueTask<Journal.WriteResult> Write(string partition, IReadOnlyList<Journal.RowChange> changes, CancellationToken ct = default) => inner.Write(partition, changes, ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        void InterlockedMax(int now)
        {
            for (var most = _most; now > most; most = _most)
                Interlocked.CompareExchange(ref _most, now, most);
        }
    }
}
