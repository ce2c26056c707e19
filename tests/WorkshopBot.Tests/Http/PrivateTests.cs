using System.Net;

namespace WorkshopBot.Tests.Http;

/// <summary>The private chat through the real door, with cards as everywhere.</summary>
public sealed class PrivateTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Somebody_without_a_workshop_is_told_so()
    {
        await using var served = await Served.Start(_folder.File("w.db"));
        var (status, body) = await served.Door.Say("max", "Otto | cook", isPrivate: true);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("no workshop", (string)body["text"]!, StringComparison.Ordinal);
        Assert.Contains("no workshop yet", body["card"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_two_is_asked_which_and_the_line_waits()
    {
        await using var served = await Served.Start(_folder.File("w.db"));
        foreach (var room in (string[])["one", "two"])
        {
            await served.Door.Takes("ann", "start In " + room, room);
            await served.Door.Takes("max", "i speak for Ops", room);
        }
        var (status, body) = await served.Door.Say("max", "park call the shops", isPrivate: true);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("switch " + served.Ids[1], (string)body["text"]!, StringComparison.Ordinal);
        Assert.Equal(["In one", "In two"], body["card"]!["actions"]!.AsArray().Select(button => (string)button!["title"]!));
        Assert.Contains("call the shops", await Switched(served), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_a_workshop_somebody_is_not_in_is_refused_in_words()
    {
        await using var served = await Served.Start(_folder.File("w.db"));
        await served.Door.Takes("ann", "start Bikes");
        var (status, body) = await served.Door.Press("eve", "say", new { line = "mine", w = served.Ids[0] }, isPrivate: true);
        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)body["refused"]!));
    }

    static async Task<string> Switched(Served served)
    {
        await served.Door.Takes("max", "switch " + served.Ids[1], isPrivate: true);
        return await served.Door.Takes("max", "mine", isPrivate: true);
    }
}
