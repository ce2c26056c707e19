using WorkshopBot.Workshops.Lines;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Who is only kind is answered in a word; what says something is read as it always was.</summary>
public sealed class CourtesyTests
{
    [Theory]
    [InlineData("thanks", "You are welcome.")]
    [InlineData("Thank you!", "You are welcome.")]
    [InlineData("danke", "You are welcome.")]
    [InlineData("Vielen Dank.", "You are welcome.")]
    [InlineData("ok", "All right.")]
    [InlineData("Okay", "All right.")]
    [InlineData("alles klar", "All right.")]
    [InlineData("👍", "All right.")]
    [InlineData("👍🏽 🎉", "All right.")]
    [InlineData("❤️", "All right.")]
    [InlineData("👩‍👧", "All right.")]
    public void It_is_answered_in_a_word_at_every_step_and_changes_nothing(string text, string said)
    {
        foreach (var team in new[] { new Team(), Team.Started(), Team.Started().Given("Ann: goto stages"), Team.Started().Given("Ann: throw away") })
        {
            var before = team.Workshop;
            var answer = team.Says("Ben", text);
            Assert.Equal((said, false, 0), (Team.Text(answer), answer.Refused, answer.Events.Length));
            Assert.Same(before, answer.After);
        }
    }

    [Theory]
    [InlineData("thanks, ok")]
    [InlineData("ok then")]
    [InlineData("12")]
    [InlineData("-")]
    [InlineData("a 👍")]
    [InlineData("?")]
    [InlineData("+")]
    public void Everything_else_is_not(string text)
    {
        Assert.Null(Courtesy.Answer(text));
        Assert.False(Conversation.IsCourtesy(text));
    }

    [Fact]
    public void A_stage_may_still_be_called_so()
    {
        var team = Team.Started().Given("Ann: goto stages", "Ann: stage: Thanks", "Ann: Ok, Buy");
        Assert.Equal(3, team.Workshop.Map.Count('S'));
    }
}
