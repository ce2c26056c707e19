using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What the house does by itself is seen where people are, like anything else.</summary>
public sealed class OwnTurnTests
{
    [Fact]
    public async Task A_step_that_opens_at_its_hour_is_posted_though_nobody_says_anything()
    {
        await using var wired = new Wired(playbook: Bell.Playbook(Bell.Opens("goals", "touchpoints", TimeSpan.FromDays(1))));
        await wired.Says("Ann: start Bikes", "Ann: goto stages", "Ann: Research, Purchase", "Ann: goto goals");
        await wired.Kept(() => wired.Platform.Of("step:goals").Any());
        Assert.Empty(wired.Platform.Of("step:touchpoints"));
        await wired.Kept(() => wired.Platform.Of("step:touchpoints").Any(), later: TimeSpan.FromDays(1));
        Assert.Single(wired.Platform.Of("step:touchpoints"));
    }
}
