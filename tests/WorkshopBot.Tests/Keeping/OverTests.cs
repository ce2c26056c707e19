using System.Text.Json.Nodes;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What was true and is over, as people see it: put right where it is, and posted to nobody.</summary>
public sealed class OverTests : IAsyncDisposable
{
    readonly Wired _wired = new();

    public ValueTask DisposeAsync() => _wired.DisposeAsync();

    [Fact]
    public async Task Invitations_of_a_step_that_was_left_thank_or_say_that_it_is_over_and_have_no_buttons()
    {
        await _wired.Says("ann: start Bikes", "ben: park a bell", "cleo: park a lamp", "ann: mode: async", "ann: goto stages", "ann: Research, Choose", "ann: goto goals");
        await _wired.Kept(() => _wired.Platform.Of(Invite("goals", "cleo")).Any());
        await _wired.Says("ben: Research: compare", "dev: Choose: be sure", "ann: goto touchpoints");
        await _wired.Kept(() => _wired.Platform.Of(Invite("touchpoints", "ben")).Any());

        Assert.Equal(("Thank you. On the map: G1.", 0), Said("goals", "ben"));
        Assert.Equal(("This step is over.", 0), Said("goals", "cleo"));
        // Nobody is written to of what is over: Dev came while it was open, and Ann opened it.
        Assert.Empty(_wired.Platform.Of(Invite("goals", "dev")));
        Assert.Empty(_wired.Platform.Of(Invite("goals", "ann")));
        Assert.Equal(("", 2), Said("touchpoints", "cleo"));

        // Long after, what somebody takes off the map is no longer thanked for; and what is open again asks again.
        await _wired.Says("ben: withdraw G1", "ann: goto data", "ann: goto goals");
        await _wired.Kept(() => Said("goals", "cleo") == ("", 2));
        Assert.Equal(("", 2), Said("goals", "ben"));
        Assert.Equal(("This step is still to come. You will be asked then.", 0), Said("touchpoints", "cleo"));
        await _wired.Says("ann: throw away");
        await _wired.Kept(() => Said("goals", "cleo") == ("This step is over.", 0));
        Assert.All(_wired.Platform.All.Where(shown => shown.Key != "digest").GroupBy(shown => (shown.Key, shown.To)), same => Assert.Single(same));
    }

    [Fact]
    public async Task What_was_told_of_a_step_and_of_the_end_is_put_right_when_both_are_opened_again_and_true_when_they_are_over_again()
    {
        await _wired.Says("ann: start Bikes", "ann: owner @ann", "ann: review in 3 months", "ann: goto stages", "ann: Research, Choose", "ann: goto goals");
        await _wired.Kept(() => _wired.Platform.Of("outcome:stages").Any());
        await _wired.Says("ann: back");
        await _wired.Kept(() => Text("outcome:stages", "headline").StartsWith("This step is open again.", StringComparison.Ordinal));
        await _wired.Says("ann: stage: Use", "ann: next anyway");
        await _wired.Kept(() => Text("outcome:stages", "headline") == "3 stages, from Research to Use");

        await _wired.Says("ann: close");
        await _wired.Kept(() => _wired.Platform.Of("digest").Count() == 2);
        var pages = _wired.Platform.Of("digest").ToList();
        Assert.Equal("Closed with open points.", (string?)JsonNode.Parse(pages[0].Text)!["ending"]);
        foreach (var (line, ending) in ((string, string)[])[("reopen", "The workshop goes on: Goals is open again."), ("undo", "Closed with open points."), ("undo", "The workshop goes on: Goals is open again.")])
        {
            await _wired.Says($"ann: {line}");
            await _wired.Kept();
            Assert.StartsWith(ending, (string?)JsonNode.Parse(pages[0].Text)!["ending"], StringComparison.Ordinal);
            Assert.Equal(ending[0] == 'C', pages[1].Text.Contains("Research", StringComparison.Ordinal));
        }
        Assert.Equal([3, 3], pages.Select(page => page.Edits));
        Assert.Equal(2, _wired.Platform.Of("digest").Count());
    }

    static string Invite(string step, string person) => $"invite:{step}:toy:t:@{person}";

    (string Said, int Buttons) Said(string step, string person) => (Text(Invite(step, person), "said"), _wired.Shown(Invite(step, person))["buttons"]!.AsArray().Count);

    string Text(string key, string name) => (string)_wired.Shown(key)[name]!;
}
