using System.Buffers.Text;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>What seldom happens to installs: a storage that is away in the middle, answers that never come, and two who find out the same.</summary>
public sealed class InstallEdgeTests
{
    static readonly InstallId Team = Kept.Team;

    readonly Kept _kept = new();

    [Fact]
    public async Task While_the_storage_takes_nothing_Slack_is_asked_for_no_token_since_it_could_not_be_kept()
    {
        var node = await Due();
        _kept.Book.TakesNothing = true;
        var reads = _kept.Book.Reads;
        await Settles(node, "old");
        // Whoever would renew it has looked, and could not mark it.
        await Until.True(() => _kept.Book.Reads >= reads + 3);
        Assert.Empty(_kept.Slack.Calls);
        _kept.Book.TakesNothing = false;
        _kept.Slack.Says(New);
        await Settles(node, "new");
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task That_there_is_no_further_token_is_found_out_again_where_it_could_not_be_saved()
    {
        var node = await Due();
        _kept.Slack.Say = (_, _) =>
        {
            _kept.Book.TakesNothing = true;
            return Task.FromResult(Asked.No("invalid_refresh_token"));
        };
        await Until.True(async () => await Token(node) == "old" && _kept.Book.TakesNothing);
        _kept.Book.TakesNothing = false;
        _kept.Slack.Says(Asked.No("invalid_refresh_token"));
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromMinutes(1));
            return await Token(node) is null;
        });
        // Once before, once after; and then Slack is left alone.
        Assert.Equal(2, _kept.Slack.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_is_lost_three_times_is_asked_for_later()
    {
        var node = await Due();
        _kept.Slack.Says(new SlackReply.Unknown());
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            return await Token(node) == "old" && _kept.Slack.Calls.Count == 3;
        });
        _kept.Slack.Says(New);
        await Settles(node, "new");
        Assert.Equal(4, _kept.Slack.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_waited_for_twenty_seconds_and_counts_as_lost()
    {
        var node = await Due();
        _kept.Slack.Say = (_, _) => new TaskCompletionSource<SlackReply>().Task;
        await Token(node);
        await Until.True(() => _kept.Slack.Calls.Count == 1 && _kept.Time.Waiting > 0);
        _kept.Slack.Says(New);
        _kept.Time.Advance(TokenRenewal.Patience - TimeSpan.FromSeconds(1));
        Assert.Single(_kept.Slack.Calls);
        await Settles(node, "new");
        Assert.Equal(["refresh-1", "refresh-1"], _kept.Slack.Calls.Select(call => call.Call.Find("refresh_token")));
    }

    [Fact]
    public async Task What_another_node_has_renewed_is_taken_and_Slack_not_asked_again()
    {
        var (one, other) = (_kept.Node(), _kept.Node());
        await _kept.Rotating(one);
        _kept.Time.Advance(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(5));
        Assert.Equal(("old", "old"), (await Token(one), await Token(other)));
        _kept.Time.Advance(TimeSpan.FromSeconds(5));
        _kept.Slack.Says(New);
        await Until.True(async () => await Token(one) == "new");
        // This one still holds what it read a moment ago.
        await Until.True(async () => await Token(other) == "new");
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task While_another_node_asks_the_old_token_goes_on_being_used()
    {
        var (one, other) = (_kept.Node(), _kept.Node());
        await _kept.Rotating(one);
        _kept.Time.Advance(TimeSpan.FromHours(10));
        var answer = new TaskCompletionSource<SlackReply>();
        _kept.Slack.Say = (_, _) => answer.Task;
        await Token(one);
        await Until.True(() => _kept.Slack.Calls.Count == 1);
        for (var i = 0; i < 5; i++, _kept.Time.Advance(TimeSpan.FromSeconds(2)))
        {
            var reads = _kept.Book.Reads;
            Assert.Equal("old", await Token(other));
            await Until.True(() => _kept.Book.Reads > reads);
        }
        Assert.Single(_kept.Slack.Calls);
        answer.SetResult(New);
        await Settles(other, "new");
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task Refused_where_nothing_is_installed_or_for_a_token_that_is_over_already_there_is_no_other()
    {
        var node = _kept.Node();
        Assert.False(await node.Refused(Kept.Installed("token"), "token_revoked", default));
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        foreach (var refused in await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => node.Refused(Kept.Installed("token"), "token_revoked", default).AsTask())))
            Assert.False(refused);
        Assert.Null(await node.Find(Team, default));
    }

    [Fact]
    public async Task An_end_that_comes_while_the_app_is_installed_anew_ends_only_what_was_there_before()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("old"), new("old"), "", default);
        var at = _kept.Now.AddSeconds(10);
        _kept.Time.Advance(TimeSpan.FromSeconds(20));
        await Task.WhenAll(Task.Run(async () => await node.Revoke(Team, "app_uninstalled", at, default)), Task.Run(async () => await node.Save(Kept.Installed("new"), new("new"), "", default)));
        Assert.Equal("new", (await _kept.Node().Find(Team, default))!.Token);
    }

    [Fact]
    public async Task That_the_token_of_the_one_workspace_is_over_is_said_once()
    {
        var log = new Lines();
        var one = new OneInstall("token", _kept.Slack.Ask, _kept.Time, log);
        _kept.Slack.Says(Asked.Done("""{"ok":true,"team_id":"T1","user_id":"U0BOT"}"""));
        var used = (await one.Find(Team, default))!;
        for (var i = 0; i < 3; i++)
            Assert.False(await one.Refused(used, "token_revoked", default));
        Assert.True(await one.Revoke(Team, "app_uninstalled", null, default));
        Assert.Single(log.All);
        Assert.Null(await one.Find(Team, default));
    }

    [Fact]
    public async Task An_organisation_may_be_told_as_a_team()
    {
        _kept.Slack.Says(Asked.Done("""{"ok":true,"team_id":"E1","user_id":"W0BOT","is_enterprise_install":true}"""));
        Assert.Equal(new("E1", null), (await new OneInstall("token", _kept.Slack.Ask, _kept.Time, new Lines()).Find(new("E1", "T1"), default))!.Id);
    }

    [Fact]
    public void What_an_install_calls_with_is_never_printed()
    {
        Assert.DoesNotContain("hunter2", $"{Kept.Installed("hunter2")} {new InstallTokens("hunter2", "hunter2")}", StringComparison.Ordinal);
        Assert.Equal("E1/- -/T1 E1/T1", $"{new InstallId("E1", null)} {Team} {new InstallId("E1", "T1")}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(41)]
    public void Something_else_that_is_sealed_is_no_state(int length)
    {
        var states = new InstallState(Kept.Seal(), _kept.Time);
        var (state, secret) = states.Make();
        Assert.False(states.Take(Base64Url.EncodeToString(Kept.Seal().Close(new byte[length])), secret));
        Assert.True(states.Take(state, secret));
    }

    [Theory]
    [InlineData("de-AT, en", "de")]
    [InlineData("de;q=0, en;q=0.1", "en")]
    [InlineData("fr, *", "en")]
    [InlineData("???", "en")]
    [InlineData("en;q=0.5, de;q=0.9", "de")]
    public async Task Who_installs_reads_a_language_of_theirs_where_there_is_one(string accepts, string language)
    {
        await using var site = await InstallSite.Open();
        Assert.Contains($"lang=\"{language}\"", (await site.Get("/slack/oauth?error=access_denied", language: accepts)).Page, StringComparison.Ordinal);
    }

    static SlackReply New => Asked.Done(Kept.Answer("new", "refresh-2"));

    // A token that is to be renewed, and has not ended.
    async Task<KeptInstalls> Due()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Time.Advance(TimeSpan.FromHours(10));
        return node;
    }

    async Task Settles(KeptInstalls node, string token)
    {
        for (var i = 0; i < 3; i++, _kept.Time.Advance(TimeSpan.FromSeconds(1)))
            await Token(node);
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            return await Token(node) == token;
        });
    }

    static async Task<string?> Token(KeptInstalls node) => (await node.Find(Team, default))?.Token;
}
