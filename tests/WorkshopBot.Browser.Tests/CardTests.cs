using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using WorkshopBot.Channels.Web;
using WorkshopBot.Tests;

namespace WorkshopBot.Browser.Tests;

/// <summary>The real page with a bot that only says what it is told: what cards look like, and what becomes of what is pressed.</summary>
[Collection(Browsing.Name)]
public sealed class CardTests(Browser browser) : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.Open();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [BrowserFact]
    public async Task A_button_pressed_twice_is_one_turn_and_the_next_press_another()
    {
        var held = new TaskCompletionSource();
        _stage.Answer = async turn =>
        {
            await held.Task;
            return new(StatusCodes.Status200OK, "passed");
        };
        await _stage.Post("board", Props.Board(4), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        var pass = tab.Board.GetByRole(AriaRole.Button, new() { Name = "Pass" });
        await pass.DblClickAsync();
        await Assertions.Expect(pass).ToBeDisabledAsync();
        await Assertions.Expect(pass).ToBeFocusedAsync();
        held.SetResult();
        await tab.Sees(tab.Log, "passed");
        await Assertions.Expect(pass).ToBeEnabledAsync();
        var first = Assert.Single(_stage.Turns);
        Assert.Equal(("say", "pass"), (first.Action!.Verb, first.Action.Data["line"]));
        Assert.False(first.Private);
        await pass.ClickAsync();
        await Until.True(() => _stage.Turns.Count == 2);
        Assert.NotEqual(first.Id, _stage.Turns.Last().Id);
    }

    [BrowserFact]
    public async Task A_form_opens_with_the_focus_in_it_and_its_answer_takes_its_place()
    {
        _stage.Answer = turn => Task.FromResult(turn.Action switch
        {
            { Verb: "form" } => Card("A goal of Maya", Props.Form()),
            { Verb: "submit" } when turn.Action.Data["f.text"] == "bad" => Card("Not added", Props.Form("There is no such goal."), refused: true),
            { Verb: "submit" } => Card("G1 is on the map", Props.Receipt),
            _ => new(StatusCodes.Status200OK, "?"),
        });
        await _stage.Post("board", Props.Board(4), "The board");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Press("Add mine");
        var goal = tab.Log.GetByLabel("Goal");
        await Assertions.Expect(goal).ToBeFocusedAsync();
        // What is required is asked for by the card itself.
        await tab.Press("Add to the map");
        await tab.Sees(tab.Log, "Write a few words");
        Assert.Single(_stage.Turns);
        await goal.FillAsync("bad");
        await tab.Press("Add to the map");
        await tab.Sees(tab.Log, "There is no such goal.");
        await Assertions.Expect(goal).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.Locator("#alert")).ToHaveTextAsync("Not added");
        await goal.FillAsync("<b>ride</b> with ünïcode");
        await tab.Log.GetByLabel("Stage").SelectOptionAsync("S1");
        await tab.Log.GetByLabel("Her partner").CheckAsync();
        await tab.Log.GetByLabel("This is a guess").CheckAsync();
        await tab.Press("Add to the map");
        await tab.Sees(tab.Log, "G1 is on the map");
        await Assertions.Expect(goal).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Log.Locator("li.answer")).ToHaveCountAsync(1);
        var sent = _stage.Turns.Last().Action!.Data;
        Assert.Equal(("submit", "e-1", "<b>ride</b> with ünïcode", "S1", "P2", "yes"), (sent["verb"], sent["form"], sent["f.text"], sent["f.stage"], sent["f.who"], sent["f.guess"]));
        // Left empty is sent as empty.
        Assert.Equal(("", ""), (sent["f.weight"], sent["f.by"]));
    }

    [BrowserFact]
    public async Task The_bot_is_told_which_language_the_page_speaks()
    {
        await using var tab = await browser.Open(_stage.Address, "?person=Ann", Sight.German);
        await tab.Takes("eins", "heard");
        await tab.Page.Locator("#language").SelectOptionAsync("en");
        await tab.Takes("two", "heard");
        Assert.Equal(["de", "en"], _stage.Turns.Select(turn => turn.Person.Language));
    }

    [BrowserFact]
    public async Task A_talk_that_moves_to_the_private_chat_goes_on_there()
    {
        _stage.Answer = turn => Task.FromResult(turn.Private ? new TryAnswer(StatusCodes.Status200OK, "now private") : Card("A question", Props.Receipt) with { Private = true });
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Takes("ask me", "G1 is on the map");
        await Assertions.Expect(tab.Page.Locator("input[value=own]")).ToBeCheckedAsync();
        await tab.Press("Undo", tab.Log);
        await tab.Sees(tab.Log, "now private");
    }

    [BrowserFact]
    public async Task What_was_not_saved_is_sent_again_under_the_same_id_and_then_left_to_the_person()
    {
        var refuse = 2;
        _stage.Answer = turn => Task.FromResult(refuse-- > 0 ? new TryAnswer(StatusCodes.Status503ServiceUnavailable, "That was not saved; please try again.") : new(StatusCodes.Status200OK, "heard"));
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        tab.Excuse();
        await tab.Takes("one", "heard");
        Assert.Equal(3, _stage.Turns.Count);
        Assert.Single(_stage.Turns.Select(turn => turn.Id).Distinct());
        refuse = 5;
        await tab.Type("two");
        await Assertions.Expect(tab.Page.Locator("#alert")).ToHaveTextAsync("Not sent. That was not saved; please try again.", new() { Timeout = 30_000 });
        await tab.Press("Send again");
        await Assertions.Expect(tab.Log.Locator("li.answer")).ToHaveCountAsync(2);
        Assert.Equal(2, _stage.Turns.Select(turn => turn.Id).Distinct().Count());
    }

    [BrowserFact]
    public async Task Without_the_card_library_everything_is_text_and_it_is_said_why()
    {
        await _stage.Post("board", Props.Board(4), "The board in words\nand a second line");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann&room=empty");
        tab.Excuse();
        await tab.Page.RouteAsync("**/lib/adaptivecards.min.js", route => route.FulfillAsync(new() { Status = 404 }));
        await tab.Page.GotoAsync("?person=Ann");
        await tab.Sees(tab.Board, "The board in words\nand a second line");
        await Assertions.Expect(tab.Page.Locator("#no-cards")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Board.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await tab.IsAccessible();
        await tab.Shoot("no-cards");
    }

    [BrowserFact]
    public async Task Only_web_pages_are_opened_from_a_card()
    {
        await _stage.Post("outcome:1", Props.Outcome, "Six stages");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Page.GetByText("Odd link").ClickAsync();
        await tab.Sees(tab.Page.Locator("#alert"), "not opened");
        var page = await tab.Page.Context.RunAndWaitForPageAsync(() => tab.Page.GetByText("Open map").ClickAsync());
        await page.WaitForURLAsync(new Uri(_stage.Address, "maps/m-1").ToString());
        Assert.True(await page.EvaluateAsync<bool>("window.opener === null"));
    }

    [BrowserFact]
    public async Task A_form_that_goes_on_in_another_way_takes_along_what_is_in_it_and_lacks_nothing_yet()
    {
        const string Another = """
            {"type":"Action.Execute","title":"More fields","verb":"more","data":{"verb":"more","form":"e-1"}},{"type":"Action.Execute","title":"Ask me","verb":"ask","associatedInputs":"none","data":{"verb":"ask","form":"e-1"}},
            """;
        var form = Props.Form().Replace("\"actions\":[", "\"actions\":[" + Another, StringComparison.Ordinal);
        _stage.Answer = _ => Task.FromResult(Card("A goal of Maya", form));
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Takes("add goal", "A goal of Maya");
        await tab.Log.GetByLabel("How important").FillAsync("4");
        foreach (var (button, verb) in new[] { ("More fields", "more"), ("Ask me", "ask") })
        {
            await tab.Log.GetByLabel("By when").FillAsync("2026-12-24");
            await tab.Press(button, tab.Log);
            await Until.True(() => _stage.Turns.Last().Action?.Verb == verb);
            var sent = _stage.Turns.Last().Action!.Data;
            Assert.Equal(("S2", "2026-12-24"), (sent["f.stage"], sent["f.by"]));
            await Assertions.Expect(tab.Log.GetByLabel("By when")).ToHaveValueAsync("");
        }
    }

    [BrowserFact]
    public async Task A_question_that_was_answered_is_words_and_nothing_to_fill_in()
    {
        const string Question = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"text","label":"Your answer"}],"actions":[{"type":"Action.Execute","title":"Answer","verb":"answer","data":{"verb":"answer","dialog":"d","field":"f"}}]}
            """;
        _stage.Answer = turn => Task.FromResult(turn.Text == "last" ? new TryAnswer(StatusCodes.Status200OK, "Saved.") : Card($"After {turn.Text}: what else", Question) with { Private = true });
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Takes("one", "Your answer");
        await tab.Takes("two", "Your answer");
        await Assertions.Expect(tab.Log.GetByLabel("Your answer")).ToHaveCountAsync(1);
        await tab.Sees(tab.Log.Locator("li.answer").First, "After one: what else");
        await tab.Takes("last", "Saved.");
        await Assertions.Expect(tab.Log.GetByLabel("Your answer")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Log.Locator("li.answer")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task What_is_half_filled_in_outlives_another_language_and_a_reload()
    {
        _stage.Answer = turn => Task.FromResult(turn.Action is null ? Card("A goal of Maya", Props.Form()) : Card("G1 is on the map", Props.Receipt));
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Takes("add goal", "A goal of Maya");
        await tab.Log.GetByLabel("Goal").FillAsync("compare <i>");
        await tab.Log.GetByLabel("How important").FillAsync("4");
        await tab.Log.GetByLabel("Stage").SelectOptionAsync("S1");
        await tab.Log.GetByLabel("Her partner").CheckAsync();
        await tab.Log.GetByLabel("This is a guess").CheckAsync();
        await tab.Page.Locator("#language").SelectOptionAsync("de");
        await Assertions.Expect(tab.Log.GetByLabel("Goal")).ToHaveValueAsync("compare <i>");
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Log.GetByLabel("Goal")).ToHaveValueAsync("compare <i>");
        await tab.Press("Add to the map", tab.Log);
        await tab.Sees(tab.Log, "G1 is on the map");
        var sent = _stage.Turns.Last().Action!.Data;
        Assert.Equal(("compare <i>", "4", "S1", "P2", "yes"), (sent["f.text"], sent["f.weight"], sent["f.stage"], sent["f.who"], sent["f.guess"]));
        await tab.Takes("add goal", "A goal of Maya");
        await Assertions.Expect(tab.Log.GetByLabel("Goal")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Where_there_is_one_thing_to_type_Enter_sends_it()
    {
        const string One = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"f.title","label":"Title"}],"actions":[{"type":"Action.Execute","title":"Start","verb":"submit","data":{"verb":"submit"}},{"type":"Action.Execute","title":"Later","verb":"say","associatedInputs":"none","data":{"verb":"say","line":"later"}}]}
            """;
        _stage.Answer = turn => Task.FromResult(turn.Action is null ? Card("One", turn.Text == "one" ? One : Props.Form()) : new(StatusCodes.Status200OK, "heard"));
        await using var tab = await browser.Open(_stage.Address, "?person=Ann");
        await tab.Takes("many", "A goal of Maya");
        await tab.Log.GetByLabel("Goal").PressSequentiallyAsync("ride\n");
        await tab.Takes("one", "Title");
        await tab.Log.GetByLabel("Title").PressSequentiallyAsync("Bikes\n");
        await tab.Sees(tab.Log, "heard");
        Assert.Equal(("submit", "Bikes"), (_stage.Turns.Last().Action!.Verb, _stage.Turns.Last().Action!.Data["f.title"]));
        Assert.Equal(3, _stage.Turns.Count);
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("320")]
    public async Task Axe_finds_nothing_on_cards(string sight)
    {
        _stage.Answer = turn => Task.FromResult(turn.Text == "form" ? Card("A goal", Props.Form("Not added: write what she wants.")) : Card("G1", Props.Receipt));
        var board = await _stage.Post("board", Props.Board(4), "The board");
        await _stage.Post("step:stages", Props.Step, "Stages", under: board);
        await _stage.Post("choose:1", Props.Vote, "Vote", under: board);
        await _stage.Post("outcome:stages", Props.Outcome, "Six stages");
        await using var tab = await browser.Open(_stage.Address, "?person=Ann", Sight.Called(sight));
        await tab.Takes("Research: compare prices", "G1");
        await tab.Takes("form", "A goal of Maya");
        await tab.Sees(tab.Page.Locator("#map"), "confused 2");
        await tab.IsAccessible();
        await tab.Fits();
        await tab.Shoot("cards-" + sight);
        if (sight == "320")
            await tab.Page.Locator("#board").ScrollIntoViewIfNeededAsync();
        await tab.Shoot("cards-" + sight + "-room");
    }

    static TryAnswer Card(string text, string card, bool refused = false) => new(StatusCodes.Status200OK, text, Card: Encoding.UTF8.GetBytes(card), Refused: refused);
}
