using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>What who leads is shown is made of parts, each of which speaks for itself.</summary>
public sealed class FacilitateTests
{
    private readonly Team team = Team.Started().Given("Ben: park a bell").Until("goals");

    private FacilitateView Shown => FacilitateView.Of(team.Workshop, Readers.English);

    [Fact]
    public void Parts_stand_in_their_order_and_what_has_nothing_to_say_is_not_there()
    {
        Assert.Equal(["Still needed", "Would help", "No answer yet from"], Shown.Parts.Select(part => part.Title));
        Ask(1);
        team.Given("Ben: pass", "Ann: pass");
        Assert.Equal(["Rooms that ask to take part", "Still needed", "Would help"], Shown.Parts.Select(part => part.Title));
        team.Given("Ann: admit");
        Assert.Equal(["Still needed", "Would help", "Other rooms that take part", ""], Shown.Parts.Select(part => part.Title));
        Assert.StartsWith("Two people in two chats", Shown.Parts[^1].More, StringComparison.Ordinal);
        Assert.All(Shown.Parts, part => Assert.True(part.HasText || part.HasMore || part.Lines.Count > 0, part.Title));
    }

    [Fact]
    public void What_a_part_leaves_out_is_counted_in_it()
    {
        team.Given("Ann: stage: Return");
        for (var i = 1; i <= 6; i++) Ask(i);
        var (asks, hard) = (Shown.Parts[0], Shown.Parts[1]);
        Assert.Equal((4, "+ 2 more"), (asks.Lines.Count, asks.More));
        Assert.All(asks.Lines, line => Assert.Equal(["Admit", "Refuse"], line.Buttons.Select(button => button.Title)));
        Assert.Equal((6, "+ 1 more"), (hard.Lines.Count, hard.More));
        Assert.All(hard.Lines, line => Assert.True(line.IsListed && !line.HasButtons));
    }

    [Fact]
    public void Where_all_would_be_too_long_what_is_needed_is_said_and_nobody_is_named()
    {
        var needed = Shown.Parts.Single(part => part.Title == "Still needed");
        Assert.EndsWith(string.Join('\n', needed.Lines.Select(line => line.Text)), Shown.Brief, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", Shown.Brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_closed_workshop_nothing_is_asked_and_a_room_that_asked_can_only_be_read_of()
    {
        Ask(1);
        team.Given("Ann: throw away");
        var asks = Assert.Single(Shown.Parts);
        Assert.Equal((false, true), (Assert.Single(asks.Lines).HasButtons, asks.Lines[0].IsListed));
        Assert.False(Shown.IsReady);
    }

    private void Ask(int number) => team.Happened(new WorkshopEvent.RoomAsked(new($"far:org:r{number}", $"room {number}"), "far:org:fay", "Fay", $"c{number}", false), "nobody");
}
