using WorkshopBot.Tests.Http;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What is told once and may not have arrived, from the chat that does not answer to the button that posts it again.</summary>
public sealed class PostAgainTests : IAsyncDisposable
{
    readonly Wired _wired = new();

    public ValueTask DisposeAsync() => _wired.DisposeAsync();

    [Fact]
    public async Task Who_leads_is_told_what_may_not_have_arrived_and_posts_it_again()
    {
        await Unsure();
        var card = _wired.Card(await _wired.Press("ann", "facilitate"));
        Assert.Contains("May not have arrived", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Kick-off: what came of it", card.ToJsonString(), StringComparison.Ordinal);
        var again = card.Button("Post again");

        _wired.Chat.IsMuted = false;
        var reply = await _wired.Press("ann", again.Verb(), again.Data());
        Assert.Equal((ReplyKind.Answered, "Posted again: Kick-off: what came of it."), (reply.Kind, reply.Text));
        await _wired.Kept(() => _wired.Platform.Of("outcome:kickoff").Count() == 1);

        // A second click finds nothing that waits.
        Assert.Equal(ReplyKind.Refused, (await _wired.Press("ann", again.Verb(), again.Data())).Kind);
        Assert.DoesNotContain("May not have arrived", _wired.Card(await _wired.Press("ann", "facilitate")).ToJsonString(), StringComparison.Ordinal);
        await _wired.Kept();
        Assert.Single(_wired.Platform.Of("outcome:kickoff"));
    }

    [Fact]
    public async Task Nobody_else_can_and_nothing_that_is_over_is_posted_again()
    {
        await Unsure();
        await _wired.Says("ben: park a bell");
        _wired.Chat.IsMuted = false;
        foreach (var (person, key) in ((string, string)[])[("ben", "outcome:kickoff"), ("ann", "outcome:goals"), ("ann", "board"), ("ann", "no such"), ("ann", "")])
            Assert.Equal(ReplyKind.Refused, (await _wired.Press(person, "again", new() { ["verb"] = "again", ["key"] = key })).Kind);
        // Open again, what came of it is not to be told now.
        await _wired.Says("ann: back");
        Assert.Equal(ReplyKind.Refused, (await _wired.Press("ann", "again", new() { ["verb"] = "again", ["key"] = "outcome:kickoff" })).Kind);
        Assert.DoesNotContain("May not have arrived", _wired.Card(await _wired.Press("ann", "facilitate")).ToJsonString(), StringComparison.Ordinal);
        await _wired.Kept();
        Assert.Empty(_wired.Platform.Of("outcome:kickoff"));
    }

    async Task Unsure()
    {
        await _wired.Says("ann: start Bikes");
        await _wired.Kept(() => _wired.Platform.Of("board").Any());
        _wired.Chat.IsMuted = true;
        await _wired.Says("ann: next anyway");
        await _wired.Kept(() => _wired.Chat.Unheard > 0);
        await _wired.Kept(later: TimeSpan.FromSeconds(60));
        Assert.Empty(_wired.Platform.Of("outcome:kickoff"));
    }
}
