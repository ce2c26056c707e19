using System.Buffers;
using System.Text;
using System.Text.Json;
using WorkshopBot.Cli;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Stored;

namespace WorkshopBot.Tests.Turns;

/// <summary>What is held in memory is what the journal says, whichever way it is read.</summary>
public sealed class ReloadTests
{
    [Theory]
    [InlineData("e-bike.txt")]
    [InlineData("quick.txt")]
    public async Task A_workshop_that_was_put_away_after_every_turn_is_the_same_as_one_that_was_held(string sample)
    {
        await using var held = new Talk();
        await using var putAway = new Talk(cacheBytes: 0);
        foreach (var line in File.ReadLines(Checkout.File("samples", sample)).Select(ScriptLine.Read).OfType<ScriptLine.Typed>())
            foreach (var talk in (Talk[])[held, putAway])
            {
                await talk.Say(line.Person.ToLowerInvariant(), line.Text, isPrivate: line.Private);
                talk.Time.Now += TimeSpan.FromSeconds(30);
            }
        var state = Stored(await held.Map());
        Assert.True(state.Length > 3_000);
        Assert.Equal(state, Stored(await putAway.Map()));
        await held.Restart();
        Assert.Equal(state, Stored(await held.Map()));
    }

    [Fact]
    public async Task Snapshots_are_made_by_and_by_and_a_load_from_one_gives_the_same()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        await Fill.Goals(talk, 300);
        await talk.Loop.DisposeAsync();
        Assert.True(rows.Snapshots > 0);
        await talk.Restart();
        var state = Stored(await talk.Map());
        Assert.Equal(300, (await talk.Map()).Map.Count('G'));
        rows.HidesSnapshots = true;
        await talk.Restart();
        Assert.Equal(state, Stored(await talk.Map()));
        // The turns of the last three hours are known either way.
        await talk.Takes("ann", Fill.Message(0), id: "fill-0");
        Assert.Equal(300, (await talk.Map()).Map.Count('G'));
        rows.HidesSnapshots = false;
        await talk.Restart();
        await talk.Takes("ann", Fill.Message(0), id: "fill-0");
        Assert.Equal(300, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Memory_is_bounded_and_a_workshop_at_work_is_not_put_away()
    {
        await using var talk = new Talk(cacheBytes: 40_000);
        foreach (var room in Enumerable.Range(0, 30).Select(i => $"room-{i}"))
            await talk.Takes("ann", "start Map of " + room, room);
        Assert.InRange(talk.Loop.Held, 1, 10);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => talk.Takes("ann", "why: growth", $"room-{i}")));
        foreach (var i in Enumerable.Range(0, 30))
            Assert.Equal(("growth", $"Map of room-{i}"), ((await talk.Map($"room-{i}")).Frame.Purpose, (await talk.Map($"room-{i}")).Title));
    }

    static string Stored(Workshop workshop)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
            StateJson.Write(json, workshop);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
