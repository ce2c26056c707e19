using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Tests.Deciding;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What takes something away, or ends what others are still at, looks like it wherever it stands, and is never what most people want.</summary>
public sealed class TakingAwayTests
{
    private readonly Team _team = Team.Started();

    [Fact]
    public void A_button_that_takes_away_keeps_its_look_where_the_first_stands_out()
    {
        var (kept, gone) = (Readers.English.Help(), Readers.English.Map().TakingAway());
        Assert.Equal(["destructive", "default"], Styles(Button.Row(gone, kept)));
        Assert.Equal(["positive", "destructive"], Styles(Button.Row(kept, gone)));
    }

    [Fact]
    public void A_room_is_taken_out_by_one_and_admitting_one_is_not()
    {
        RoomRef far = new("far:org:general", "general");
        _team.Happened(new WorkshopEvent.RoomAsked(far, "far:org:fay", "Fay", "c1", External: true));
        Assert.Equal(["positive", "default"], Styles(Assert.Single(Readers.Part(Menu(), "Rooms that ask to take part")!.Lines).Buttons));
        _team.Happened(new WorkshopEvent.RoomAdmitted(far));
        Assert.Equal([("Take out", "destructive")], Assert.Single(Readers.Part(Menu(), "Other rooms that take part")!.Lines).Buttons.Select(button => (button.Title, button.Style)));
    }

    [Fact]
    public void An_item_is_withdrawn_by_one_on_its_card_and_among_mine()
    {
        _team.Until("goals").Given("Ben: Research: see it");
        var item = (ItemView)Seen(new Query.ShowItem(new('G', 1)));
        Assert.Equal([("Edit", "positive"), ("Withdraw", "destructive")], item.Buttons.Take(2).Select(button => (button.Title, button.Style)));
        var mine = (MineView)Seen(new Query.Mine());
        Assert.Equal([("Edit", "default"), ("Withdraw", "destructive")], mine.Items[0].Buttons.Select(button => (button.Title, button.Style)));
    }

    [Fact]
    public void Ending_it_before_its_time_is_one_and_closing_it_at_the_last_step_is_what_is_to_be_done()
    {
        _team.Given("Ann: goto close", "Ann: owner @Ann", "Ann: review in 3 months");
        Assert.Equal(("Close the workshop", "positive"), (Menu().Buttons[0].Title, Menu().Buttons[0].Style));
        _team.Given("Ann: goto kickoff");
        Assert.Equal("destructive", Menu().Buttons.Single(button => button.Title == "Close the workshop").Style);
    }

    [Fact]
    public void Throwing_it_away_is_one_also_where_it_stands_first()
    {
        Assert.Equal("destructive", Refused("close").Buttons.Single(button => button.Title == "Throw away").Style);
        RoomRef far = new("far:org:general", "general");
        _team.Happened(new WorkshopEvent.RoomAsked(far, "far:org:fay", "Fay", "c1", External: true)).Happened(new WorkshopEvent.RoomAdmitted(far));
        Assert.Equal(("Throw away anyway", "destructive"), Refused("throw away").Buttons[0] is var first ? (first.Title, first.Style) : default);
        _team.Given("Ann: goto close", "Ann: owner @Ann", "Ann: review in 3 months");
        Assert.Equal(("Close anyway", "destructive"), Refused("close").Buttons[0] is var ends ? (ends.Title, ends.Style) : default);
    }

    private static IEnumerable<string> Styles(IEnumerable<Button> buttons) => buttons.Select(button => button.Style);

    private FacilitateView Menu() => (FacilitateView)Seen(new Query.Facilitate(), "ann");

    private View Seen(Query query, string person = "ben") => Screens.Of(new Screen.See(query), [], false, null, _team.Workshop, $"test:local:{person}", "t", Readers.English);

    private RefusalView Refused(string line) => _team.Turn($"no {line}", "Ann", line) is { Refused: true } answer
        ? (RefusalView)Screens.Of(answer.Screen, answer.Lines, answer.Refused, answer.Instead, _team.Workshop, "test:local:ann", "t", Readers.English) : throw new InvalidOperationException(line);
}
