using System.Text.Json;
using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What a person is shown in answer, and what can be pressed there.</summary>
public sealed class ScreenTests
{
    [Fact]
    public void A_receipt_says_what_was_added_where_and_the_next_thing_and_offers_one_more_edit_and_undo()
    {
        var receipt = (ReceiptView)Shown(Team.Started().Until("goals"), "Ben", "Research: compare the cost", out var turn);

        Assert.Equal(("G1 is on Research.", "Next: a goal for Discover."), (receipt.Said, receipt.Next));
        Assert.Equal(["Add another", "Edit", "Undo"], receipt.Buttons.Select(button => button.Title));
        Assert.Equal(("goal", "S2"), (receipt.Buttons[0].Data["of"], receipt.Buttons[0].Data["f.stage"]));
        Assert.Equal(("G1", "rev:G1:0"), (receipt.Buttons[1].Data["item"], receipt.Buttons[1].Data["shown"]));
        Assert.Equal(("undo", $"act:{turn}", "m-1"), (receipt.Buttons[2].Data["line"], receipt.Buttons[2].Data["shown"], receipt.Buttons[2].Data["w"]));
    }

    [Fact]
    public void A_message_of_which_only_a_part_was_taken_says_so_and_can_still_be_undone()
    {
        var receipt = (ReceiptView)Shown(Team.Started().Until("goals"), "Ben", "Research: compare\nthis is nothing", out _);

        Assert.True(receipt.IsPart);
        Assert.Equal("Undo", receipt.Buttons[^1].Title);
    }

    [Theory]
    [InlineData("Reserch: compare", "Research: compare")]
    [InlineData("goal Reserch: compare | importence: 4", null)]
    [InlineData("goal Research: compare | importence: 4", "goal Research: compare | importance: 4")]
    [InlineData("Reserch feels lost 2", "Research feels lost 2")]
    [InlineData("what is this", null)]
    public void A_refusal_that_knows_a_near_name_offers_the_line_that_would_work(string line, string? instead)
    {
        var team = Team.Started().Until("goals");
        var answer = team.Says("Ben", line);
        var refusal = (RefusalView)Screens.Of(null, answer.Lines, answer.Refused, answer.Instead, team.Workshop, "test:local:ben", "t", Readers.English);

        Assert.Equal(instead, answer.Instead);
        Assert.Equal(instead is null ? ["Help"] : ["Yes", "Help"], refusal.Buttons.Select(button => button.Title));
        if (instead is not null) Assert.False(team.Says("Ben", refusal.Buttons[0].Data["line"]).Refused);
    }

    [Fact]
    public void An_item_is_its_authors_and_the_facilitators_to_edit_anybodys_to_complete_and_a_gap_everybodys()
    {
        var team = Team.Started().Until("goals").Given("Ben: Research: compare the cost").Until("teams").Given("Ben: gap Research: nothing to compare with");
        string[] On(string person, Ref item) => [.. ((ItemView)Asked(team, person, new Query.ShowItem(item))).Buttons.Select(button => button.Title)];

        Assert.Equal(["Edit", "Withdraw", "Add evidence"], On("ben", new('G', 1)));
        Assert.Equal(["Edit", "Withdraw", "Add evidence"], On("ann", new('G', 1)));
        Assert.Equal(["Add details", "Add evidence"], On("cleo", new('G', 1)));
        Assert.False(team.Sends("Cleo", team.Opens("Cleo", "goal", "G1").Filled("importance", "4")).Refused);
        var gap = team.Workshop.Map.LiveOn('X').Last().Name;
        Assert.Equal(["Edit", "Add evidence"], On("cleo", gap));
        Assert.False(team.Sends("Cleo", team.Opens("Cleo", "gap", gap.ToString()).Filled("riskOfLoss", "they leave")).Refused);
    }

    [Fact]
    public void Before_the_start_people_are_welcomed_and_after_it_only_the_facilitator_sees_who_has_not_answered()
    {
        Assert.IsType<WelcomeView>(Shown(new Team(), "Ann", "Research: compare", out _));

        var team = Team.Started().Given("Ben: park a bell", "Cleo: park a lamp").Until("goals").Given("Cleo: pass");
        var facilitate = (FacilitateView)Asked(team, "ann", new Query.Facilitate());
        Assert.Equal(("1 of 3 has answered", "Ann, Ben"), (facilitate.Answered, Readers.Awaited(facilitate)));
        Assert.Equal("next anyway", facilitate.Buttons[1].Data["line"]);
        Assert.IsType<RefusalView>(Asked(team, "ben", new Query.Facilitate()));
        foreach (var key in Reactions.All(team.Workshop)) Assert.DoesNotContain("Ben", Readers.Shown(key, team.Workshop, Readers.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_board_counts_who_has_answered_the_open_step_and_undo_takes_that_back()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("goals").Given("Ben: Research: compare", "Cleo: pass");
        Assert.Equal("2 of 3 have answered", Board(team).Answered);
        team.Given("Ben: undo");
        Assert.Equal("1 of 3 has answered", Board(team).Answered);
        team.Given("Ann: next anyway");
        Assert.Equal("0 of 3 have answered", Board(team).Answered);
    }

    [Fact]
    public void The_stepper_says_in_words_what_is_done_open_and_to_come() =>
        Assert.Equal(["Done: Kick-off, Personas, Stages", "Open now: Goals, step 3 of 7", "To come: Touchpoints, Data, Teams, Close"], Board(Team.Started().Until("goals")).Steps.Select(fact => $"{fact.Title}: {fact.Value}"));

    [Fact]
    public void Whoever_reads_German_reads_German_and_titles_of_buttons_fit_on_a_phone_in_every_language()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare");
        Assert.Equal("0 von 1 haben geantwortet", ((BoardView)Reactions.Show("board", team.Workshop, Readers.German)!.Pages[0]).Answered);
        foreach (var reader in (Reader[])[Readers.English, Readers.German])
            foreach (var kind in team.Workshop.Map.Kinds.All)
                Assert.InRange(Speech.Say(new Arg.Word($"button.add.{kind.Id}", $"Add {kind.Label.ToLowerInvariant()}"), reader.Culture).Length, 1, Button.MostLetters);
    }

    [Fact]
    public void What_everybody_can_press_on_a_kept_message_works()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare");
        var lines = Reactions.All(team.Workshop).SelectMany(key => Buttons(JsonDocument.Parse(Readers.Json(Reactions.Show(key, team.Workshop, Readers.English)!.Pages[0])).RootElement))
            .Where(data => data.TryGetProperty("line", out _)).Select(data => data.GetProperty("line").GetString()!).Distinct().ToList();

        Assert.Equal(["show map", "pass", "gap X1"], lines);
        Assert.All(lines, line => Assert.False(team.Says("Ann", line).Refused, line));
    }

    [Theory]
    [InlineData("e-bike.txt")]
    [InlineData("quick.txt")]
    public void No_button_of_a_kept_message_is_refused_to_who_leads_along_a_workshop_when_it_is_closed_and_when_it_is_opened_again(string sample)
    {
        var (team, said, pressed) = (new Team(), 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Docs.Root, "samples", sample)).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
        {
            var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
            var (step, phase) = (team.Workshop.StepId, team.Workshop.Phase);
            team.Says(parts[0], parts[1]);
            // Each move, and now and then what happens between.
            if (++said % 10 == 0 || (step, phase) != (team.Workshop.StepId, team.Workshop.Phase)) pressed += PressAll(team);
        }
        if (team.Workshop.Phase == Phase.Running) team.Given("Ann: throw away");
        pressed += PressAll(team);
        Assert.DoesNotContain(Reactions.All(team.Workshop), key => OnKept(key, team).Any(button => button["verb"] == Press.Form));
        foreach (var step in team.Workshop.Playbook.Steps)
        {
            team.Given($"Ann: reopen {step.Id}");
            Assert.Contains(OnKept("board", team), button => button["verb"] == Press.Form);
            pressed += PressAll(team);
        }
        Assert.InRange(pressed, 200, int.MaxValue);
    }

    /// <summary>Presses every button of every page as the facilitator, each as if it were the first; how many there were.</summary>
    private static int PressAll(Team team)
    {
        List<(string Key, Dictionary<string, string> Data)> buttons = [.. Reactions.All(team.Workshop).SelectMany(key => OnKept(key, team).Select(data => (key, data)))];
        foreach (var (key, data) in buttons)
        {
            var heard = team.Heard("pressed", "Ann", "") with { Press = Desk.Press(data["verb"], [.. data.SelectMany(pair => (string[])[pair.Key, pair.Value])]) };
            var answer = Conversation.Hear(heard, team.Workshop);
            if (answer.Refused) Assert.Fail($"{team.Workshop.Phase} {team.Workshop.StepId}, {key}: {string.Join(' ', data)}\n{Team.Text(answer)}");
        }
        return buttons.Count;
    }

    private static IEnumerable<Dictionary<string, string>> OnKept(string key, Team team) => (Reactions.Show(key, team.Workshop, Readers.English)?.Pages ?? [])
        .SelectMany(page => Buttons(JsonDocument.Parse(Readers.Json(page)).RootElement)).Select(data => data.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!));

    [Fact]
    public void Who_cannot_press_reads_on_German_cards_what_to_type_in_German_and_it_works()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare", "Ann: language de");
        var typed = Reactions.All(team.Workshop).SelectMany(key => Buttons(JsonDocument.Parse(Readers.Json(Reactions.Show(key, team.Workshop, Readers.German)!.Pages[0])).RootElement))
            .Concat(Buttons(JsonDocument.Parse(Readers.Json(FacilitateView.Of(team.Workshop, Readers.German))).RootElement))
            .Where(data => data.TryGetProperty("line", out _)).Select(data => data.TryGetProperty("typed", out var own) ? own.GetString()! : data.GetProperty("line").GetString()!).Distinct().ToList();

        Assert.Equal(["zeige Karte", "auslassen", "lücke X1", "trotzdem weiter", "zurück", "zeige Lücken"], typed);
        Assert.All(typed, line => Assert.False(team.Says("Ann", line).Refused, line));
        Assert.Equal(("exportiere json", "say more than that", "zeige X2", "show"), (Tongue.Line("export json", Speech.Culture("de")), Tongue.Line("say more than that", Speech.Culture("de")), Tongue.Line("show X2", Speech.Culture("de")), Tongue.Line("show", Speech.Culture("en"))));
    }

    [Fact]
    public void A_card_of_a_large_map_looks_at_a_few_items_and_counts_the_rest()
    {
        var team = Team.Started().Until("goals");
        for (var i = 0; i < 40; i++) team.Given(string.Join('\n', Enumerable.Range(0, 50).Select(n => $"goal Research: want {i} {n}")).Insert(0, "Ben: "));
        var step = (StepView)Reactions.Show("step:goals", team.Workshop, Readers.English)!.Pages[0];

        Assert.Equal(("Research (2,000)", 5, "+ 1,995 more", "G2000"), (step.Groups[0].Heading, step.Groups[0].Lines.Count, step.Groups[0].More, step.Groups[0].Lines[^1].Ref));
    }

    private static BoardView Board(Team team) => (BoardView)Reactions.Show("board", team.Workshop, Readers.English)!.Pages[0];

    private static View Asked(Team team, string person, Query query) => Screens.Of(new Screen.See(query), [], false, null, team.Workshop, $"test:local:{person}", "t", Readers.English);

    private static View Shown(Team team, string person, string text, out string turn)
    {
        turn = "shown";
        var answer = team.Turn(turn, person, text);
        return Screens.Of(answer.Screen, answer.Lines, answer.Refused, answer.Instead, team.Workshop, $"test:local:{person.ToLowerInvariant()}", turn, Readers.English);
    }

    private static IEnumerable<JsonElement> Buttons(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name == "data" ? [property.Value] : Buttons(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Buttons),
        _ => [],
    };
}
