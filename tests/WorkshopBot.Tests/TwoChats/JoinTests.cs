using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>A room of another chat asks by a code, is admitted, and takes part until it is taken out.</summary>
public sealed class JoinTests
{
    [Fact]
    public async Task People_on_both_sides_contribute_and_both_boards_show_the_same()
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Admit();
        await scene.Takes(Scene.Fay, "Research: compare the true cost", Scene.Far);
        await scene.Takes(Scene.Ben, "Research: see it on the road", Scene.Home);
        await scene.Takes(Scene.Gus, "Purchase: pay by the month", Scene.Far);
        await scene.Kept(() => scene.Two.Of("board").Any() && scene.Two.Of("step:goals").Any());

        Assert.Equal(3, (await scene.Map()).Map.Count('G'));
        foreach (var key in (string[])["board", "step:goals"])
        {
            var (here, there) = (scene.One.The(key), scene.Two.The(key));
            Assert.Equal((new Address.Room(Scene.Home), new Address.Room(Scene.Far)), (here.To, there.To));
            Assert.Equal(here.Text, there.Text);
        }
        Assert.Contains("compare the true cost", scene.Two.The("step:goals").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_admission_nothing_crosses_and_the_facilitator_is_asked_once_in_private()
    {
        await using var scene = new Scene();
        await scene.Start();
        var code = await scene.Code();
        var asked = await scene.Takes(Scene.Fay, $"join {code}", Scene.Far);
        Assert.Equal(asked, await scene.Takes(Scene.Gus, $"join {code.ToLowerInvariant().Replace('-', ' ')}", Scene.Far));
        Assert.DoesNotContain("Bikes", asked, StringComparison.Ordinal);
        Assert.Contains("no workshop", await scene.Refuses(Scene.Fay, "Research: mine", Scene.Far), StringComparison.OrdinalIgnoreCase);
        await scene.Kept(() => scene.One.Of("ask:1:" + Scene.Ann).Any());

        Assert.Empty(scene.Two.All);
        Assert.Equal(new Address.Person(Scene.Ann), scene.One.The("ask:1:" + Scene.Ann).To);
        Assert.Single((await scene.Map()).Tenancy.Asks);
        Assert.Null((await scene.Map()).Crew[Scene.Fay]);
        Assert.Null(await new WorkshopIndex(scene.Rows).FindRoom(Scene.Far));

        await scene.Takes(Scene.Ann, "refuse");
        await scene.Kept(() => scene.Two.All.Any());
        Assert.Equal(new Address.Person(Scene.Fay), Assert.Single(scene.Two.All).To);
        Assert.DoesNotContain("Bikes", scene.Two.All[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_with_an_open_workshop_is_refused_and_told_which()
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Takes(Scene.Fay, "start Dentists", Scene.Far);
        Assert.Contains("Dentists", await scene.Refuses(Scene.Fay, $"join {await scene.Code()}", Scene.Far), StringComparison.Ordinal);
        Assert.Contains("in the room", await scene.Refuses(Scene.Fay, "join ABCD-EFGH"), StringComparison.Ordinal);
        Assert.Empty((await scene.Map()).Tenancy.Asks);
    }

    [Fact]
    public async Task A_room_that_began_something_of_its_own_meanwhile_keeps_it_and_both_sides_are_told()
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Takes(Scene.Fay, $"join {await scene.Code()}", Scene.Far);
        await scene.Takes(Scene.Fay, "start Dentists", Scene.Far);
        await scene.Takes(Scene.Ann, "admit", Scene.Home);
        await Until.True(async () => (await scene.Map()).Tenancy.Left.Contains(Scene.Far));

        Assert.Equal("w-2", (await new WorkshopIndex(scene.Rows).FindRoom(Scene.Far))!.Workshop);
        await scene.Takes(Scene.Fay, "scenario: calm teeth", Scene.Far);
        await scene.Kept(() => scene.Two.Of("answer:1:" + Scene.Fay).Any() && scene.One.Of("ask:1:" + Scene.Ann).All(shown => shown.Text.Contains("a workshop of its own", StringComparison.Ordinal)));
        Assert.Contains("a workshop of its own", scene.Two.The("answer:1:" + Scene.Fay).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Two.Of("board"), shown => shown.Text.Contains("Bikes", StringComparison.Ordinal));
        Assert.Contains("in no workshop", await scene.Refuses(Scene.Gus, "Research: mine"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Between_the_commit_and_the_claim_a_crash_is_healed_by_the_next_look()
    {
        NoRooms? made = null;
        await using var scene = new Scene(inner => made = new(inner));
        var rows = made!;
        await scene.Start();
        await scene.Takes(Scene.Fay, $"join {await scene.Code()}", Scene.Far);
        rows.Closed = Scene.Far;
        await scene.Takes(Scene.Ann, "admit", Scene.Home);
        await Until.True(() => rows.Refused > 0);
        await scene.Restart();
        Assert.Null(await new WorkshopIndex(rows).FindRoom(Scene.Far));

        rows.Closed = null;
        await scene.Bot.Loop.Sweep("w-1", default);
        await scene.Speaks(Scene.Far, "w-1");
        await scene.Bot.Loop.Sweep("w-1", default);
        await scene.Kept(() => scene.Two.Of("board").Any());
        await scene.Takes(Scene.Fay, "Research: compare", Scene.Far);
        Assert.Single(scene.Two.Of("board"));
    }

    [Theory]
    [InlineData(Scene.Ann, Scene.Home, "leave far")]
    [InlineData(Scene.Gus, Scene.Far, "leave")]
    public async Task A_room_that_is_taken_out_says_so_and_nobody_of_its_tenant_has_a_way_in_any_more(string person, string room, string line)
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Admit();
        await scene.Takes(Scene.Fay, "Research: compare", Scene.Far);
        await scene.Takes(Scene.Fay, "Research: mine alone");
        await scene.Kept(() => scene.Two.Of("board").Any());
        await scene.Refuses(Scene.Gus, "leave far");
        await scene.Takes(person, line, room);
        await scene.Speaks(Scene.Far, null);
        await scene.Kept(() => scene.Two.The("board").Text.Contains("takes part in this workshop no more", StringComparison.Ordinal));

        Assert.Single(scene.Two.Of("board"));
        Assert.Contains("no workshop", await scene.Refuses(Scene.Fay, "Research: late", Scene.Far), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bikes", await scene.Refuses(Scene.Fay, "Research: late"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bikes", (await scene.Says(Scene.Fay, "switch w-1")).Text, StringComparison.Ordinal);
        Assert.Empty(await scene.Bot.Loop.Looking.Mine(Scene.Fay));
        Assert.Equal((2, 1), ((await scene.Map()).Map.Count('G'), (await scene.Map()).LinkEpoch));
        // And the room is free.
        await scene.Takes(Scene.Fay, "start Dentists", Scene.Far);
        Assert.Equal("Dentists", (await scene.Bot.Loop.Looking.Find(Scene.Far))!.Title);
    }

    [Fact]
    public async Task One_human_in_two_chats_has_one_vote_once_they_say_so()
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Takes(Scene.Ann, "goto personas", Scene.Home);
        await scene.Takes(Scene.Ann, "Maya | nurse", Scene.Home);
        await scene.Takes(Scene.Ann, "goto touchpoints", Scene.Home);
        await scene.Admit();
        await scene.Takes(Scene.Ben, "Research feels lost 1", Scene.Home);
        await scene.Takes(Scene.Fay, "Research feels calm 4", Scene.Far);
        Assert.Contains("two votes", await scene.Takes(Scene.Ann, "who can see this", Scene.Home), StringComparison.Ordinal);

        var code = await scene.Code("me", Scene.Ben, null);
        scene.Time.Advance(Codes.OfPerson);
        var late = await scene.Refuses(Scene.Fay, $"me {code}");
        code = await scene.Code("me", Scene.Ben, null);
        Assert.Equal(late, await scene.Refuses(Scene.Ben, $"me {code}"));
        await scene.Takes(Scene.Fay, $"me {code}", Scene.Far);
        Assert.Equal(late, await scene.Refuses(Scene.Gus, $"me {code}", Scene.Far));

        var feeling = (Workshops.Steps.Touchpoints.Feeling)(await scene.Map()).Map.On('V').Single().Item;
        Assert.Equal((1, "calm"), (feeling.Actual.Votes, feeling.Actual.Word));
    }

    /// <summary>Rows that give one room to nobody while it is closed.</summary>
    sealed class NoRooms(IRowStore rows) : IRowStore
    {
        int _refused;

        public string? Closed { get; set; }

        public int Refused => _refused;

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => rows.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => rows.Range(partition, from, before, most, ct);

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            if (Closed is null || !partition.StartsWith("room-", StringComparison.Ordinal))
                return rows.Write(partition, changes, ct);
            Interlocked.Increment(ref _refused);
            return ValueTask.FromResult<WriteResult>(new WriteResult.Unavailable(StorageFault.Busy));
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
