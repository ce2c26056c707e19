using System.Text;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>Who is in two chats and says so is one: counted once, asked in one of them, and done when they have answered in either.</summary>
public sealed class LinkedTests
{
    const string Answered = "1 of 2 has answered";

    [Fact]
    public async Task Both_boards_the_facilitators_list_and_their_own_page_count_one()
    {
        await using var scene = await Two();
        await scene.Kept(() => Boards(scene, "0 of 3 have answered"));
        await Links(scene);
        await scene.Kept(() => Boards(scene, "0 of 2 have answered"));

        await scene.Takes(Scene.Fay, "Research: compare the true cost", Scene.Far);
        await scene.Kept(() => Boards(scene, Answered));
        var led = Of((await scene.Presses(Scene.Ann, null, Press.Facilitate, (Press.Workshop, "w-1"))).Message);
        Assert.Contains(Answered, led, StringComparison.Ordinal);
        Assert.DoesNotContain("ben", led, StringComparison.Ordinal);
        foreach (var (person, waits) in ((string, bool)[])[(Scene.Ben, false), (Scene.Fay, false), (Scene.Ann, true)])
        {
            var home = Of(await scene.Desk.Home(Scene.Person(person), default));
            Assert.Contains(Answered, home, StringComparison.Ordinal);
            Assert.Equal(waits, home.Contains("what is the customer trying to get done", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task They_are_invited_in_one_chat_and_thanked_there_for_what_they_said_in_the_other()
    {
        await using var scene = await Two();
        await Links(scene);
        await scene.Takes(Scene.Ann, "mode: async", Scene.Home);
        await scene.Takes(Scene.Ann, "next anyway", Scene.Home);
        await scene.Kept(() => scene.One.Of($"invite:touchpoints:{Scene.Ben}").Any());
        Assert.Empty(scene.Two.Of($"invite:touchpoints:{Scene.Fay}"));

        await scene.Takes(Scene.Fay, "touchpoint Research: price page", Scene.Far);
        await scene.Kept(() => scene.One.The($"invite:touchpoints:{Scene.Ben}").Text.Contains("your answer is on the map", StringComparison.Ordinal));
    }

    /// <summary>A workshop in two chats. Ben of one and Fay of the other have come.</summary>
    static async Task<Scene> Two()
    {
        var scene = new Scene();
        await scene.Start();
        await scene.Admit();
        await scene.Takes(Scene.Ben, "park a bell", Scene.Home);
        await scene.Takes(Scene.Fay, "park a lamp", Scene.Far);
        return scene;
    }

    static async Task Links(Scene scene) => await scene.Takes(Scene.Fay, $"me {await scene.Code("me", Scene.Ben, null)}", Scene.Far);

    static bool Boards(Scene scene, string said) => new[] { scene.One, scene.Two }.All(chat => chat.Of("board").Any() && chat.The("board").Text.Contains(said, StringComparison.Ordinal));

    static string Of(Message? message) => Encoding.UTF8.GetString(message!.Data.Span);
}
