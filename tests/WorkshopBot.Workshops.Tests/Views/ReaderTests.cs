using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What depends on who reads, and where: the board of one person, lines that need a mention, who is not reached, and guests.</summary>
public sealed class ReaderTests
{
    private readonly Team _team = Team.Started().Until("goals").Given("Ben: Research: compare", "Ben: Explore: see it", "Cleo: pass", "Dev: i speak for Support");

    [Theory]
    [InlineData("ben", "You have brought 2 items to this step.")]
    [InlineData("cleo", "You passed.")]
    [InlineData("dev", "You have not answered yet.")]
    [InlineData("nobody", "You have not answered yet.")]
    public void Given_a_board_when_somebody_looks_at_it_themselves_it_says_what_concerns_them(string person, string said)
    {
        var board = Personal(person, Readers.English);
        Assert.Equal((said, true), (board.Mine, board.HasMine));
    }

    [Fact]
    public void A_personal_board_is_in_the_language_of_its_reader_and_everybodys_says_nothing_of_anybody()
    {
        Assert.Equal("Eigene Einträge in diesem Schritt: 2", Personal("ben", Readers.German).Mine);
        Assert.False(((BoardView)Reactions.Show("board", _team.Workshop, Readers.English)!.Pages[0]).HasMine);
    }

    [Fact]
    public void Only_who_leads_sees_facilitate_on_their_own_board()
    {
        Assert.Contains(Personal("ann", Readers.English).Buttons, button => button.Verb == Press.Facilitate);
        Assert.DoesNotContain(Personal("ben", Readers.English).Buttons, button => button.Verb == Press.Facilitate);
        Assert.Equal("positive", Personal("ben", Readers.English).Buttons[0].Style);
    }

    [Fact]
    public void Only_the_board_has_a_personal_view()
    {
        foreach (var key in Reactions.All(_team.Workshop).Where(key => key != "board")) Assert.Null(Reactions.Personal(key, _team.Workshop, "test:local:ben", Readers.English));
        Assert.Null(Reactions.Personal("board", new Team().Workshop, "test:local:ben", Readers.English));
    }

    [Fact]
    public void Where_only_mentions_arrive_board_step_and_help_say_what_a_line_begins_with()
    {
        var reader = Readers.English with { Mention = "@WorkshopBot" };
        var board = (BoardView)Reactions.Show("board", _team.Workshop, reader)!.Pages[0];
        var step = (StepView)Reactions.Show("step:goals", _team.Workshop, reader)!.Pages[0];
        var help = HelpView.Of(_team.Says("Ben", "help").Lines, reader);

        Assert.StartsWith("Press Add mine, or write a line that begins with @WorkshopBot, for example: @WorkshopBot ", board.How, StringComparison.Ordinal);
        Assert.StartsWith("For example: @WorkshopBot ", step.Example, StringComparison.Ordinal);
        Assert.Contains(help.Intro, line => line.Contains("@WorkshopBot", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("test:local:ben", "blocked", "Ben cannot be reached: has blocked the bot")]
    [InlineData(null, "archived", "A room of this workshop cannot be reached: the team is archived")]
    [InlineData("test:local:zoe", "gone", "Somebody cannot be reached: the chat does not exist any more")]
    [InlineData("test:local:ben", "something new", "Ben cannot be reached: the chat refused the message")]
    public void The_facilitator_reads_who_is_not_reached_and_why(string? person, string reason, string said)
    {
        var view = FacilitateView.Of(_team.Workshop, Readers.English with { Unreached = [new(person, reason)] });
        Assert.Equal([said], Readers.Lines(view, "Not reached"));
        Assert.True(new Query.Facilitate().TellsUnreached);
    }

    [Fact]
    public void A_guest_contributes_and_exports_nothing()
    {
        var guest = _team.Heard("g1", "Gus", "Research: mine, too") with { Guest = true };
        Assert.False(Conversation.Hear(guest, _team.Workshop).Refused);

        var answer = Conversation.Hear(guest with { Turn = "g2", Text = "export json" }, _team.Workshop);

        Assert.Equal((true, (string?)null), (answer.Refused, answer.Handover));
        Assert.StartsWith("Guests take part in everything", Team.Text(answer), StringComparison.Ordinal);
        var pressed = guest with { Turn = "g3", Text = "", Press = Desk.Press(Press.Say, Press.Line, "export json") };
        Assert.Null(Conversation.Hear(pressed, _team.Workshop).Handover);
    }

    [Fact]
    public void A_guest_is_not_offered_the_export()
    {
        _team.Given("Ann: throw away");
        Assert.Contains(Personal("ben", Readers.English).Buttons, Exports);
        Assert.DoesNotContain(Personal("ben", Readers.English with { Guest = true }).Buttons, Exports);
    }

    private static bool Exports(Button button) => button.Data.GetValueOrDefault(Press.Line) == "export json";

    private BoardView Personal(string person, Reader reader) => Assert.IsType<BoardView>(Reactions.Personal("board", _team.Workshop, $"test:local:{person}", reader));
}
