using System.Net;
using System.Text.Json.Nodes;

namespace WorkshopBot.Tests.Http;

/// <summary>Buttons pressed twice or too late and forms filled with anything: the right status, clear words, and nothing changed.</summary>
public sealed class BadPressTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    Served _server = null!;

    Door Door => _server.Door;

    string Id => _server.Ids[0];

    public async Task InitializeAsync()
    {
        _server = await Served.Start(_folder.File());
        await Door.StartGoals();
        await Door.Takes("bob", "Research: compare prices");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_double_click_on_a_form_adds_one_item_with_one_id_and_with_two()
    {
        var form = await Form("bob", "goal");
        var sent = form.Filled("Add", ("f.stage", "S1"), ("f.text", "know the cost"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Door.Press("bob", "submit", sent, id: i < 2 ? "same" : $"other{i}")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(["compare prices", "know the cost"], await Door.Goals());
    }

    [Fact]
    public async Task Undo_pressed_twice_takes_one_thing_back()
    {
        await Door.Takes("bob", "Purchase: pay by month");
        var undo = (await Door.Say("bob", "Purchase: pay at once")).Body["card"]!.Button("Undo");
        Assert.False(Refused(await Press("bob", undo)));
        Assert.Equal(["compare prices", "pay by month"], await Door.Goals());
        await Unchanged("bob", undo.Verb(), undo.Data(), "taken back already");
    }

    [Fact]
    public async Task A_button_of_a_step_that_is_closed_says_which_one_is_open()
    {
        var facilitate = (await Door.Press("ann", "facilitate", new { w = Id })).Body["card"]!;
        var next = facilitate.All("Next").First();
        await Door.Takes("ann", "next anyway");
        await Unchanged("ann", next.Verb(), next.Data(), "closed");
        await Unchanged("bob", "say", new Dictionary<string, string> { ["w"] = Id, ["line"] = "pass", ["shown"] = "step:goals" }, "Touchpoints");
    }

    [Fact]
    public async Task A_form_for_an_item_that_is_withdrawn_and_one_that_was_changed_meanwhile()
    {
        var form = (await Door.Press("bob", "form", new { w = Id, item = "G1" })).Body["card"]!;
        await Door.Takes("bob", "edit G1 compare all prices");
        var sent = form.Filled("Save", ("f.text", "compare nothing"));
        await Unchanged("bob", "submit", sent, "compare all prices");
        await Door.Takes("bob", "withdraw G1");
        await Unchanged("bob", "submit", sent, "withdrawn");
    }

    [Fact]
    public async Task A_choice_that_was_renamed_meanwhile_is_still_meant_and_one_that_is_none_is_refused()
    {
        var form = await Form("bob", "goal");
        await Door.Takes("ann", "rename S2 Buying");
        await Unchanged("bob", "submit", form.Filled("Add", ("f.stage", "S9"), ("f.text", "pay")), "Stage");
        await Door.Press("bob", "submit", form.Filled("Add", ("f.stage", "S2"), ("f.text", "pay by month")));
        Assert.Equal(["compare prices", "pay by month"], await Door.Goals());
    }

    [Fact]
    public async Task What_is_needed_and_missing_or_too_long_is_said_at_its_field()
    {
        var form = await Form("bob", "goal");
        var empty = await Unchanged("bob", "submit", form.Filled("Add", ("f.stage", ""), ("f.text", " ")), "This is needed.");
        Assert.Equal(2, empty["card"]!.ToJsonString().Split("This is needed.").Length - 1 - empty["card"]!.Inputs().Count(input => ((string?)input["errorMessage"])?.Contains("This is needed.", StringComparison.Ordinal) == true));
        await Unchanged("bob", "submit", form.Filled("Add", ("f.stage", "S1"), ("f.text", new string('x', 10_000))), "500");
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("**bold** [a](https://example.com) <at>Ann</at> &amp;")]
    [InlineData("{\"type\":\"Action.OpenUrl\",\"url\":\"https://example.com\"}")]
    [InlineData("${text} ${$root} {{DATE(2026-01-01)}}")]
    public async Task Markup_and_card_code_come_back_as_the_text_they_are(string text)
    {
        var form = await Form("bob", "goal");
        var (status, body) = await Door.Press("bob", "submit", form.Filled("Add", ("f.stage", "S1"), ("f.text", text)));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(text, await Door.Goals());
        var shown = (await Door.Say("bob", "show G2")).Body["card"]!;
        foreach (var card in new[] { body["card"]!, shown })
            // What is read as markup or opened is never what somebody wrote.
            Assert.DoesNotContain(card.All(null), node => (string?)node["url"] is { } url && url.Contains("example.com", StringComparison.Ordinal)
                || ((string?)node["type"] == "TextBlock" && ((string?)node["text"])?.Contains(text, StringComparison.Ordinal) == true));
        Assert.Contains(shown.All(null), node => (string?)node["type"] == "TextRun" && ((string?)node["text"])?.Contains(text, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_button_of_another_workshop_does_nothing_in_this_one_nor_in_its_own()
    {
        await Door.StartGoals("other");
        var other = _server.Ids[1];
        var theirs = (await Door.Map("other")).ToJsonString();
        await Unchanged("bob", "say", new Dictionary<string, string> { ["w"] = other, ["line"] = "Research: mine" }, "another workshop");
        await Unchanged("bob", "submit", new Dictionary<string, string> { ["w"] = other, ["of"] = "goal", ["form"] = "x", ["f.stage"] = "S1", ["f.text"] = "mine" }, "another workshop");
        Assert.Equal(theirs, (await Door.Map("other")).ToJsonString());
    }

    [Fact]
    public async Task What_no_button_of_ours_would_send_is_answered_in_words()
    {
        await Unchanged("bob", "explode", new { w = Id }, "another version");
        await Unchanged("bob", "say", new { w = Id, line = "withdraw G1", shown = "nonsense" }, "another version");
        await Unchanged("bob", "submit", new { w = Id }, "open it again");
        await Unchanged("bob", "submit", new { w = Id, of = "goal", form = new string('x', 300), f = "1" }, "open it again");
        await Unchanged("bob", "form", new { w = Id, of = "nothing" }, "");
        await Unchanged("bob", "form", new { w = Id, item = "../../G1" }, "");
        await Unchanged("bob", "answer", new { w = Id, dialog = "x", field = "y", text = "z" }, "no longer open");
        await Unchanged("bob", "say", new { w = Id }, "");
        Assert.Equal(HttpStatusCode.BadRequest, (await Door.Press("bob", "Say It", new { w = Id })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Door.Press("bob", "say", new { w = new[] { 1 } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Door.Press("bob", "say", "data")).Status);
    }

    [Fact]
    public async Task Without_its_workshop_a_button_means_that_of_the_room()
    {
        var (status, body) = await Door.Press("bob", "say", new { line = "Purchase: pay by month" });
        Assert.Equal((HttpStatusCode.OK, false), (status, (bool?)body["refused"] ?? false));
        Assert.Equal(["compare prices", "pay by month"], await Door.Goals());
    }

    [Fact]
    public async Task A_shown_map_says_where_its_page_is()
    {
        var text = await Door.Takes("bob", "show map");
        Assert.Contains("The map as a page: http://127.0.0.1:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("as a page", await Door.Takes("bob", "show goals"), StringComparison.Ordinal);
    }

    async Task<JsonNode> Form(string person, string of) => (await Door.Press(person, "form", new { w = Id, of })).Body["card"]!;

    Task<(HttpStatusCode Status, JsonNode Body)> Press(string person, JsonObject button) => Door.Press(person, button.Verb(), button.Data());

    static bool Refused((HttpStatusCode Status, JsonNode Body) answer) => (bool?)answer.Body["refused"] ?? false;

    async Task<JsonNode> Unchanged(string person, string verb, object data, string words)
    {
        var before = await Door.Map();
        var answer = await Door.Press(person, verb, data);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(Refused(answer), answer.Body.ToJsonString());
        Assert.Contains(words, (string)answer.Body["text"]!, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await Door.Map()).ToJsonString());
        return answer.Body;
    }
}
