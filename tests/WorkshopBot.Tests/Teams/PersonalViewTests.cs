using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>The board as each person sees it: one message for all, and what concerns a person beside it.</summary>
public sealed class PersonalViewTests : TeamsScene
{
    [Fact]
    public async Task A_client_that_refreshes_shows_the_board_in_the_persons_own_language_with_what_concerns_them()
    {
        await Begins();
        Ben.Locale = "de-DE";
        await Says(Ben, "Research: compare");
        await Bot.Rests();
        var board = Channel.Board();
        Assert.Equal([Anna.Id, Ben.Id], People(board));
        var view = (await Refreshes(Ben, board)).CardOf();
        Assert.Contains("Karte zeigen", view.Titles());
        Assert.DoesNotContain("Moderieren", view.Titles());
        Assert.True(view.Says("Eigener Eintrag in diesem Schritt: 1"), view.ToJsonString());
        Assert.Contains("Facilitate", (await Refreshes(Anna, board)).CardOf().Titles());
    }

    [Fact]
    public async Task A_press_is_answered_with_the_persons_own_board_and_what_came_of_it_and_the_shared_one_is_edited()
    {
        await Begins();
        await Says(Ben, "i speak for Sales");
        await Bot.Rests();
        var board = Channel.Board();
        var versions = board.Versions.Count;
        var view = (await Bot.Presses(Cleo, board, "Pass")).CardOf();
        Assert.True((string?)view["body"]![0]!["inlines"]?[0]?["text"] is { Length: > 0 }, view.ToJsonString());
        await Bot.Rests();
        Assert.True(board.Versions.Count > versions);
        Assert.Equal([Anna.Id, Ben.Id, Cleo.Id], People(board));
    }

    [Fact]
    public async Task Who_has_no_part_sees_nothing_but_the_shared_board()
    {
        await Begins();
        var answer = await Refreshes(Bot.Teams.Person("Dora"), Channel.Board());
        Assert.Equal("application/vnd.microsoft.error", (string?)answer["type"]);
        Assert.False(answer.Says("e-bike"));
    }

    [Fact]
    public async Task Of_sixty_one_people_sixty_are_named_and_the_last_can_still_ask()
    {
        await Begins();
        var many = Enumerable.Range(0, 60).Select(i => Bot.Teams.Person($"P{i}")).ToArray();
        Channel.Add(many);
        foreach (var person in many)
            await Bot.Does(person.Writes(Channel, "Research: see " + person.Name, Root!.Id));
        await Bot.Rests();
        var board = Channel.Board();
        Assert.Equal(60, People(board).Count);
        Assert.DoesNotContain(many[^1].Id, People(board));
        Assert.True((await Refreshes(many[^1], board)).CardOf().Says("Show map"));
    }

    async Task<JsonNode> Refreshes(FakePerson who, FakeMessage board)
    {
        var action = board.Card!["refresh"]!["action"]!;
        return await Bot.Asks(who.Executes(board, (string)action["verb"]!, action["data"]!.AsObject(), "automatic"));
    }

    static List<string> People(FakeMessage board) => [.. board.Card!["refresh"]!["userIds"]!.AsArray().Select(id => (string)id!)];
}
