using Microsoft.Playwright;
using WorkshopBot.Tests;

namespace WorkshopBot.Browser.Tests;

/// <summary>The real page with a bot that only says what it is told: what changes while it is open, and what a page that slept shows.</summary>
[Collection(Browsing.Name)]
public sealed class LiveTests(Browser browser) : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.Open();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [BrowserFact]
    public async Task The_board_changes_under_everybodys_eyes_and_is_only_mentioned()
    {
        await using var ann = await browser.Open(_stage.Address, "?person=Ann");
        await using var ben = await browser.Open(_stage.Address, "?person=Ben");
        await ann.Sees(ann.Board, "Nobody has started a workshop");
        var board = await _stage.Post("board", Props.Board(4), "The board");
        foreach (var tab in new[] { ann, ben })
            await tab.Sees(tab.Board, "4 of 8 have answered");
        await _stage.Edit(board, "board", Props.Board(5), "The board");
        foreach (var tab in new[] { ann, ben })
        {
            await tab.Sees(tab.Board, "5 of 8 have answered");
            await Assertions.Expect(tab.Page.Locator("#polite")).ToHaveTextAsync("The board has changed.");
            await tab.Sees(tab.Page.Locator("#map"), "Compare the true monthly cost");
        }
        await _stage.Post("step:stages", Props.Step, "Stages", under: board);
        await _stage.Post("outcome:stages", Props.Outcome, "Six stages");
        await ann.Sees(ann.Page.Locator("#thread"), "What Maya goes through");
        await ann.Sees(ann.Page.Locator("#posts"), "Six stages, from first idea");
        await Assertions.Expect(ann.Board.Locator("article")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_private_message_reaches_only_its_person()
    {
        await using var ann = await browser.Open(_stage.Address, "?person=Ann");
        await using var ben = await browser.Open(_stage.Address, "?person=Ben");
        await _stage.Post("nudge:1", Props.Receipt, "Only for Ann", person: "ann");
        await ann.Sees(ann.Log, "G1 is on the map");
        await _stage.Post("board", Props.Board(1), "The board");
        await ben.Sees(ben.Board, "1 of 8");
        await Assertions.Expect(ben.Log.Locator("li")).ToHaveCountAsync(0);
        await ann.Press("Undo", ann.Log);
        await Until.True(() => !_stage.Turns.IsEmpty);
        Assert.True(_stage.Turns.Single().Private);
    }

    [BrowserFact]
    public async Task What_comes_while_the_page_still_looks_stays()
    {
        await using var tab = await browser.Open(_stage.Address, "?person=Ann&room=empty");
        // The answer to the look is made before the board is posted and arrives after it was told.
        await tab.Page.RouteAsync("**/api/try/demo?*", async route =>
        {
            var early = await route.FetchAsync();
            await _stage.Post("board", Props.Board(1), "The board");
            await tab.Sees(tab.Board, "1 of 8");
            await route.FulfillAsync(new() { Response = early });
        });
        await tab.Page.RunAndWaitForResponseAsync(() => tab.Page.GotoAsync("?person=Ann"), response => response.Url.Contains("/api/try/demo?", StringComparison.Ordinal));
        await tab.Takes("and now", "heard");
        await tab.Sees(tab.Board, "1 of 8");
    }

    [BrowserFact]
    public async Task A_kept_card_is_not_changed_under_somebody_who_types_in_it()
    {
        var board = await _stage.Post("board", Props.Board(4), "The board");
        var vote = await _stage.Post("choose:1", Props.Vote, "Vote", under: board);
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        var thread = tab.Page.Locator("#thread");
        var why = thread.GetByLabel("Why");
        await why.PressSequentiallyAsync("because ");
        await _stage.Edit(vote, "choose:1", Props.Vote.Replace("Which moment decides?", "Which moment decides it?", StringComparison.Ordinal), "Vote");
        await tab.Sees(thread, "There is a newer one.");
        await why.PressSequentiallyAsync("of Monday");
        await Assertions.Expect(why).ToHaveValueAsync("because of Monday");
        await Assertions.Expect(why).ToBeFocusedAsync();
        await tab.Press("Vote", thread);
        await tab.Sees(thread, "Choose one");
        await thread.GetByLabel("T3 Test ride").CheckAsync();
        await tab.Press("Vote", thread);
        await tab.Sees(thread, "Which moment decides it?");
        await Assertions.Expect(why).ToHaveValueAsync("");
        Assert.Equal("because of Monday", Assert.Single(_stage.Turns).Action!.Data["f.why"]);
    }

    [BrowserFact]
    public async Task A_changed_card_keeps_the_focus_on_its_button()
    {
        var board = await _stage.Post("board", Props.Board(4), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        var pass = tab.Board.GetByRole(AriaRole.Button, new() { Name = "Pass" });
        await pass.FocusAsync();
        await _stage.Edit(board, "board", Props.Board(5), "The board");
        await tab.Sees(tab.Board, "5 of 8");
        await Assertions.Expect(pass).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_tab_that_slept_is_right_again_when_it_wakes()
    {
        var board = await _stage.Post("board", Props.Board(1), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Sees(tab.Board, "1 of 8");
        tab.Excuse();
        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.EvaluateAsync("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }), document.dispatchEvent(new Event('visibilitychange'))");
        for (var i = 2; i <= 8; i++)
            await _stage.Edit(board, "board", Props.Board(i), "The board");
        await _stage.Post("outcome:1", Props.Outcome, "Six stages");
        await tab.Page.Context.SetOfflineAsync(false);
        await tab.Page.EvaluateAsync("delete document.visibilityState, document.dispatchEvent(new Event('visibilitychange'))");
        await tab.Sees(tab.Board, "8 of 8");
        await tab.Sees(tab.Page.Locator("#posts"), "Six stages");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tab_that_slept_for_an_hour_is_right_again_when_it_wakes(bool hidden)
    {
        var board = await _stage.Post("board", Props.Board(1), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        tab.Excuse();
        await tab.Page.Clock.InstallAsync();
        await tab.Page.ReloadAsync();
        await tab.Sees(tab.Board, "1 of 8");
        if (hidden)
            await tab.Page.EvaluateAsync("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }), document.dispatchEvent(new Event('visibilitychange'))");
        await tab.Page.Context.SetOfflineAsync(true);
        for (var i = 2; i <= 8; i++)
            await _stage.Edit(board, "board", Props.Board(i), "The board");
        for (var i = 0; i < 100; i++)
            await _stage.Edit(board, "board", Props.Board(8), "The board");
        await _stage.Post("outcome:1", Props.Outcome, "Six stages");
        await _stage.Post("nudge:1", Props.Receipt, "Only for Ann", person: "ann");
        await tab.Page.Context.SetOfflineAsync(false);
        // Seen, a page finds out by itself that nothing has come for too long; unseen, when it is seen again.
        var listens = tab.Page.WaitForRequestAsync("**/events**");
        await tab.Page.Clock.FastForwardAsync("01:00:00");
        if (hidden)
            await tab.Page.EvaluateAsync("delete document.visibilityState, document.dispatchEvent(new Event('visibilitychange'))");
        await tab.Page.Clock.FastForwardAsync("00:20");
        await listens;
        await tab.Sees(tab.Board, "8 of 8");
        await tab.Sees(tab.Page.Locator("#posts"), "Six stages");
        await tab.Sees(tab.Log, "G1 is on the map");
        await Assertions.Expect(tab.Page.Locator("#banner")).ToBeHiddenAsync();
        await tab.Takes("still here", "heard still here");
    }

    [BrowserFact]
    public async Task A_look_that_fails_once_is_made_again()
    {
        await _stage.Post("board", Props.Board(1), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann&room=empty");
        tab.Excuse();
        var looks = 0;
        await tab.Page.RouteAsync("**/api/try/demo?*", route => ++looks == 1 ? route.AbortAsync() : route.ContinueAsync());
        await tab.Page.GotoAsync("?person=Ann");
        await tab.Sees(tab.Board, "1 of 8");
        await Assertions.Expect(tab.Page.Locator("#banner")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_card_somebody_types_in_does_not_go_when_the_board_comes()
    {
        var welcome = Props.Form().Replace("A goal of Maya", "Start here", StringComparison.Ordinal);
        await _stage.Post("welcome", welcome, "Start here");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await using var other = await browser.Open(_stage.Address, "?person=Ben");
        var goal = tab.Board.GetByLabel("Goal");
        await goal.PressSequentiallyAsync("half of");
        await _stage.Post("board", Props.Board(1), "The board");
        await tab.Sees(tab.Board, "1 of 8");
        await goal.PressSequentiallyAsync(" it");
        await Assertions.Expect(goal).ToHaveValueAsync("half of it");
        await Assertions.Expect(goal).ToBeFocusedAsync();
        await other.Sees(other.Board, "1 of 8");
        await Assertions.Expect(other.Board.GetByLabel("Goal")).ToHaveCountAsync(0);
        await tab.Press("Add to the map", tab.Board);
        await tab.Sees(tab.Log, "heard");
        await Assertions.Expect(goal).ToHaveCountAsync(0);
    }
}
