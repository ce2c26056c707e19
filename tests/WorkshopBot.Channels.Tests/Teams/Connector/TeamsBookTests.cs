using WorkshopBot.Channels.Teams.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>What is known of rooms and people is kept, and costs nothing once it is known.</summary>
public sealed class TeamsBookTests
{
    const string Room = "teams:t:19:abc@thread.tacv2";
    const string Person = "teams:t:anna";

    readonly Notes _notes = new();

    [Fact]
    public async Task What_was_seen_is_there_for_the_next_process()
    {
        await new TeamsBook(_notes).See(Room, new RoomNote("https://one/", "channel", "19:team", "CX Team", "Maps", "private"), default);
        await new TeamsBook(_notes).See(Person, new PersonNote("29:anna", "a:1", "https://one/", "Anna", "guest", true), default);
        Assert.Equal(new("https://one/", "channel", "19:team", "CX Team", "Maps", "private"), await new TeamsBook(_notes).Room(Room, default));
        Assert.Equal(new("29:anna", "a:1", "https://one/", "Anna", "guest", true), await new TeamsBook(_notes).Person(Person, default));
    }

    [Fact]
    public async Task What_is_newer_wins_and_what_it_does_not_say_stays()
    {
        var book = new TeamsBook(_notes);
        await book.See(Room, new RoomNote("https://one/", "channel", Name: "Maps"), default);
        await book.See(Room, new RoomNote("https://two/", TeamName: "CX"), default);
        Assert.Equal(new("https://two/", "channel", null, "CX", "Maps", null), await new TeamsBook(_notes).Room(Room, default));
    }

    [Fact]
    public async Task What_is_known_is_neither_read_nor_written_again()
    {
        var book = new TeamsBook(_notes);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await book.See(Person, new PersonNote("29:anna", Service: "https://one/"), default));
            Assert.Equal("29:anna", (await book.Person(Person, default))!.Id);
        }
        Assert.Equal((1, 1), (_notes.Reads, _notes.Writes));
        var other = new TeamsBook(_notes);
        for (var i = 0; i < 5; i++)
            await other.See(Person, new PersonNote("29:anna", Service: "https://one/"), default);
        Assert.Equal((2, 1), (_notes.Reads, _notes.Writes));
    }

    [Fact]
    public async Task What_could_not_be_written_is_known_here_and_written_with_the_next_sight()
    {
        var book = new TeamsBook(_notes);
        _notes.TakesNothing = true;
        Assert.False(await book.See(Person, new PersonNote("29:anna"), default));
        Assert.Equal("29:anna", (await book.Person(Person, default))!.Id);
        _notes.TakesNothing = false;
        Assert.True(await book.See(Person, new PersonNote("29:anna"), default));
        Assert.Equal("29:anna", (await new TeamsBook(_notes).Person(Person, default))!.Id);
    }

    [Fact]
    public async Task What_two_see_at_once_is_both_kept()
    {
        var book = new TeamsBook(_notes);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => await book.See(Person, i % 2 == 0 ? new PersonNote(Chat: "a:1") : new PersonNote("29:anna"), default))));
        Assert.Equal(new("29:anna", "a:1"), await new TeamsBook(_notes).Person(Person, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{\"service\":7}")]
    public async Task A_note_that_cannot_be_read_is_none_and_is_written_over(string note)
    {
        _notes["room:" + Room] = note;
        var book = new TeamsBook(_notes);
        Assert.Null(await book.Room(Room, default));
        await book.See(Room, new RoomNote("https://one/"), default);
        Assert.Equal(new("https://one/"), await new TeamsBook(_notes).Room(Room, default));
    }

    [Fact]
    public void Only_what_was_used_lately_is_held()
    {
        var held = new RecentNotes<int>(100);
        for (var i = 0; i < 10_000; i++)
        {
            held.Set($"n{i}", i);
            Assert.True(held.TryGet("n0", out _));
        }
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => held.TryGet($"n{i}", out _)), 100, 301);
    }
}
