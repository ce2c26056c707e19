using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>Whoever comes from wherever with whatever workshop's id: only who is admitted changes or sees anything.</summary>
public sealed class GateTests
{
    const string Mine = "Secretbikes", Theirs = "Secretteeth";

    static readonly string[] People = [Scene.Ann, Scene.Ben, Scene.Fay, Scene.Gus, Scene.Zoe, "one:d:guest", "two:d:guest"];

    static readonly string?[] Places = [Scene.Home, Scene.Far, Scene.Other, "two:b:elsewhere", "one:a:elsewhere", null];

    static readonly string[] Ways = ["line", "button", "map", "switch", "view", "search", "put", "from"];

    // Workshop w-1 is in the rooms of tenants a and b, w-2 in that of tenant c. Everybody knows both ids, and has them in their seat and in the crew where they ever came in.
    static bool IsIn(string person, string? room, string workshop, bool guest)
    {
        var (tenant, rooms) = (person[..person.LastIndexOf(':')], workshop == "w-1" ? (string[])[Scene.Home, Scene.Far] : [Scene.Other]);
        var admitted = rooms.Any(known => known.StartsWith(tenant + ":", StringComparison.Ordinal));
        return room is null ? admitted : rooms.Contains(room) && (room.StartsWith(tenant + ":", StringComparison.Ordinal) || (guest && room[..3] == person[..3]));
    }

    [Fact]
    public async Task Only_admitted_triples_change_or_see_anything()
    {
        await using var scene = new Scene();
        await scene.Start();
        await scene.Takes(Scene.Ann, $"Research: {Mine} are fast", Scene.Home);
        await scene.Admit();
        await scene.Takes(Scene.Fay, "park a bell", Scene.Far);
        await scene.Takes(Scene.Zoe, $"start {Theirs}", Scene.Other);
        foreach (var line in (string[])["goto stages", "Research, Purchase", "goto goals", $"Research: {Theirs} are white"])
            await scene.Takes(Scene.Zoe, line, Scene.Other);

        var tally = new Tally();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(
            Gen.Zip(Gen.Zip(Gen.Elements(People), Gen.Elements(Places)), Gen.Zip(Gen.Elements("w-1", "w-2"), Gen.Elements(Ways))).ToArbitrary(),
            tried => Holds(scene, tally, tried.Item1.Item1, tried.Item1.Item2, tried.Item2.Item1, tried.Item2.Item2).GetAwaiter().GetResult()));
        // It is no use when nobody was ever admitted.
        Assert.True(tally is { Changed: > 10, Seen: > 10, Refused: > 100 }, $"{tally.Changed} {tally.Seen} {tally.Refused}");
    }

    static async Task<bool> Holds(Scene scene, Tally tally, string person, string? place, string workshop, string way)
    {
        var guest = person.EndsWith(":guest", StringComparison.Ordinal);
        var before = (await scene.Map("w-1"), await scene.Map("w-2"));
        var said = await Try(scene, person, guest, place, workshop, way);
        var after = (await scene.Map("w-1"), await scene.Map("w-2"));
        // Pressed for oneself elsewhere it is a matter of the own seat.
        bool May(string id) => IsIn(person, place, id, guest) || (way is not "line" && IsIn(person, null, id, guest));
        foreach (var (id, secret, changed) in ((string, string, bool)[])[("w-1", Mine, !ReferenceEquals(before.Item1, after.Item1)), ("w-2", Theirs, !ReferenceEquals(before.Item2, after.Item2))])
        {
            var (may, seen) = (May(id), said.Contains(secret, StringComparison.Ordinal));
            Assert.True(may || !seen, $"{person} {place} {workshop} {way} sees: {said}");
            Assert.True(may || !changed, $"{person} {place} {workshop} {way} changes.");
            (tally.Changed, tally.Seen, tally.Refused) = (tally.Changed + (changed ? 1 : 0), tally.Seen + (seen ? 1 : 0), tally.Refused + (may ? 0 : 1));
        }
        return true;
    }

    /// <summary>How many tries came to what.</summary>
    sealed class Tally
    {
        public int Changed { get; set; }

        public int Seen { get; set; }

        public int Refused { get; set; }
    }

    static async Task<string> Try(Scene scene, string person, bool guest, string? place, string workshop, string way)
    {
        var (who, where) = (Scene.Person(person, guest), place is null ? scene.Turn(person, "").Room : Scene.Room(place));
        switch (way)
        {
            case "view":
                return await scene.Desk.View(workshop, "board", where, who, "", default) is { } seen ? Of(seen) : "";
            case "search":
                return string.Join('\n', (await scene.Desk.Search(where, who, place is null, "Secret", 0, 10, default)).Select(found => found.Title + Of(found.Message)));
        }
        (string, string)[] data = way switch
        {
            "button" => [(Press.Line, "park a horn"), (Press.Workshop, workshop)],
            "map" => [(Press.Line, "show map"), (Press.Workshop, workshop)],
            "put" => [(Press.Text, "it squeaks"), (Press.Workshop, workshop)],
            _ => [],
        };
        var action = data.Length == 0 ? null : new ChatAction(way == "put" ? Press.Put : Press.Say, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, data.Select(one => KeyValuePair.Create(one.Item1, one.Item2))));
        var text = way switch { "line" => "Research: one more", "switch" => $"switch {workshop}", "from" when place is null => $"start to-be Copied from {workshop}", "from" => "show map", _ => "" };
        var reply = await scene.Bot.Loop.Deliver(scene.Turn(person, text, place, guest, action));
        Assert.NotEqual(ReplyKind.Failed, reply.Kind);
        return $"{reply.Text}\n{(reply.Message is { } card ? Of(card) : "")}";
    }

    static string Of(Message message) => Encoding.UTF8.GetString(message.Data.Span);

    [Fact]
    public async Task A_guest_whose_chat_says_they_are_in_the_room_contributes_there_and_nowhere_else()
    {
        await using var scene = new Scene();
        await scene.Start();
        const string Guest = "one:d:gia";
        await scene.Takes(Guest, "Research: from outside", Scene.Home, guest: true);
        Assert.Equal(1, (await scene.Map()).Map.Count('G'));
        await scene.Refuses(Guest, "export json", Scene.Home, guest: true);
        await scene.Refuses(Guest, "Research: not here", Scene.Home);
        await scene.Refuses(Guest, "start Mine", "one:a:else", guest: true);
        Assert.DoesNotContain("Bikes", await scene.Refuses(Guest, "Research: in private"), StringComparison.Ordinal);
        Assert.Empty(await scene.Bot.Loop.Looking.Mine(Guest));
        Assert.Null(await scene.Desk.View("w-1", "board", new("one:d:@gia", "private"), Scene.Person(Guest, true), "", default));
        Assert.NotNull(await scene.Desk.View("w-1", "board", Scene.Room(Scene.Home), Scene.Person(Guest, true), "", default));
        Assert.Equal(1, (await scene.Map()).Map.Count('G'));
    }

    [Theory]
    [InlineData("one:a:gil", "one:a:else")]
    [InlineData("one:a:gil", null)]
    [InlineData("one:d:gia", "one:a:else")]
    public async Task A_guest_opens_no_workshop_by_line_form_or_questions(string guest, string? place)
    {
        await using var scene = new Scene();
        ImmutableSortedDictionary<string, string> start = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(Press.Of, "start"), KeyValuePair.Create(Press.Field + "title", "Mine")]);
        var foreign = guest.StartsWith("one:d", StringComparison.Ordinal);
        foreach (var tried in (Turn[])[scene.Turn(guest, "start Mine", place, guest: true), scene.Turn(guest, "START to-be Mine", place, guest: true), scene.Turn(guest, "", place, guest: true, new(Press.Submit, start)), scene.Turn(guest, "", place, guest: true, new(Press.Say, ActionData.None.Add(Press.Line, "start Mine")))])
        {
            var reply = await scene.Bot.Loop.Deliver(tried);
            Assert.Equal(ReplyKind.Refused, reply.Kind);
            Assert.Contains("opened and led by members", reply.Text, StringComparison.Ordinal);
        }
        // Said to others it is nothing to answer.
        if (place is not null)
            Assert.Equal(ReplyKind.Ignored, (await scene.Bot.Loop.Deliver(scene.Turn(guest, "start Mine", place, guest: true) with { Overheard = true, Thread = "1" })).Kind);
        if (!foreign)
        {
            await scene.Bot.Loop.Deliver(scene.Turn(guest, "", place, guest: true, new(Press.Ask, ActionData.None.Add(Press.Of, "start"))));
            await scene.Says(guest, "Mine", guest: true);
            await scene.Says(guest, "1", guest: true);
        }
        Assert.Null(await scene.Bot.Loop.Looking.FindMap("w-1"));
        Assert.Null(await scene.Bot.Loop.Looking.FindMap("w-2"));
        // And the room is there for whoever may.
        if (place is not null)
            await scene.Takes(Scene.Ann, "start Bikes", place);
    }
}
