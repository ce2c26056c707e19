using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>Tokens that end are renewed in time, once, by whichever node; and what is got is saved before it is used.</summary>
public sealed class TokenRenewalTests
{
    static readonly InstallId Team = Kept.Team;

    readonly Kept _kept = new();

    [Fact]
    public async Task Two_hours_before_its_end_a_token_is_renewed_and_until_that_is_saved_the_old_one_is_used()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        var answer = new TaskCompletionSource<SlackReply>();
        _kept.Slack.Say = (_, _) => answer.Task;

        _kept.Time.Advance(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1));
        Assert.Equal("old", await Token(node));
        Assert.Empty(_kept.Slack.Calls);
        _kept.Time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 10; i++)
            Assert.Equal("old", await Token(node));
        await Until.True(() => _kept.Slack.Calls.Count > 0);
        var (call, proof) = Assert.Single(_kept.Slack.Calls);
        Assert.Equal(("oauth.v2.access", "refresh_token", "refresh-1", Kept.Client.Proof.ToString()), (call.Method, call.Find("grant_type"), call.Find("refresh_token"), proof));

        answer.SetResult(Asked.Done(Kept.Answer("new", "refresh-2")));
        await Until.True(async () => await Token(node) == "new");
        Assert.Equal("new", await Token(_kept.Node()));
        // And the next one is got with what came with this one.
        _kept.Slack.Says(Asked.Done(Kept.Answer("newer", "refresh-3")));
        _kept.Time.Advance(TimeSpan.FromHours(10));
        await Until.True(async () => await Token(node) == "newer");
        Assert.Equal("refresh-2", _kept.Slack.Calls[^1].Call.Find("refresh_token"));
        Assert.Equal(2, _kept.Slack.Calls.Count);
    }

    [Fact]
    public async Task A_token_of_a_workspace_that_has_joined_an_organisation_since_is_renewed_like_any_other()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(Asked.Done(Kept.Answer("new", "refresh-2").Replace("\"enterprise\":null", "\"enterprise\":{\"id\":\"E1\",\"name\":\"Grand\"}", StringComparison.Ordinal)));
        _kept.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("new", await Token(node));
        Assert.Equal("new", (await _kept.Node().Find(new("E1", "T1"), default))!.Token);
    }

    [Fact]
    public async Task After_its_end_whoever_asks_waits_for_the_next_one()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(Asked.Done(Kept.Answer("new", "refresh-2")));
        _kept.Time.Advance(TimeSpan.FromDays(3));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Token(node))), token => Assert.Equal("new", token));
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task Of_two_nodes_one_renews_and_the_other_waits_for_what_it_got()
    {
        var (one, other) = (_kept.Node(), _kept.Node());
        await _kept.Rotating(one);
        await other.Find(Team, default);
        var answer = new TaskCompletionSource<SlackReply>();
        _kept.Slack.Say = (_, _) => answer.Task;
        _kept.Time.Advance(TimeSpan.FromHours(13));
        var both = Task.WhenAll(Token(one), Token(other));
        await Until.True(() => _kept.Slack.Calls.Count > 0);
        answer.SetResult(Asked.Done(Kept.Answer("new", "refresh-2")));
        await Until.True(() =>
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            return both.IsCompleted;
        });
        Assert.All(await both, token => Assert.Equal("new", token));
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task A_node_that_dies_while_it_renews_holds_up_the_others_for_a_short_while()
    {
        var (dying, other) = (_kept.Node(), _kept.Node());
        await _kept.Rotating(dying);
        _kept.Time.Advance(TimeSpan.FromHours(10));
        _kept.Slack.Say = (_, _) => new TaskCompletionSource<SlackReply>().Task;
        await Token(dying);
        await Until.True(() => _kept.Slack.Calls.Count == 1);

        // Its clock stands still from here on; the other's goes.
        _kept.Slack.Says(Asked.Done(Kept.Answer("new", "refresh-2")));
        _kept.Time.Set(_kept.Now + TokenRenewal.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal("old", await Token(other));
        Assert.Single(_kept.Slack.Calls);
        _kept.Time.Set(_kept.Now + TimeSpan.FromSeconds(2));
        await Until.True(async () =>
        {
            _kept.Time.Set(_kept.Now + TimeSpan.FromSeconds(1));
            return await Token(other) == "new";
        });
        Assert.Equal(2, _kept.Slack.Calls.Count);
    }

    [Fact]
    public async Task What_was_got_and_not_saved_before_a_crash_is_lost_and_the_install_must_be_repeated()
    {
        var log = new Lines();
        var crashed = _kept.Node();
        await _kept.Rotating(crashed);
        _kept.Time.Advance(TimeSpan.FromHours(10));
        _kept.Slack.Say = (_, _) =>
        {
            // The call went through; the row was never written again.
            _kept.Book.IsBroken = _kept.Book.TakesNothing = true;
            return Task.FromResult(Asked.Done(Kept.Answer("lost", "refresh-2")));
        };
        await Token(crashed);
        await Until.True(() => _kept.Book.IsBroken && _kept.Slack.Calls.Count == 1);

        _kept.Book.IsBroken = _kept.Book.TakesNothing = false;
        _kept.Time.Set(_kept.Now + TokenRenewal.Lease);
        _kept.Slack.Says(Asked.No("invalid_refresh_token"));
        var after = _kept.Node(log: log);
        await Until.True(async () => await Token(after) == "old" && log.All.Count > 0);
        Assert.Contains("install the app there again", Assert.Single(log.All), StringComparison.Ordinal);
        // The old one goes on until it ends, and nobody asks in vain meanwhile.
        _kept.Time.Set(_kept.Now + TimeSpan.FromHours(1));
        Assert.Equal("old", await Token(after));
        _kept.Time.Set(_kept.Now + TimeSpan.FromHours(1));
        Assert.Null(await Token(after));
        Assert.Equal(2, _kept.Slack.Calls.Count);
        // Installed again it goes on.
        await _kept.Rotating(after, "fresh", "refresh-9");
        Assert.Equal("fresh", await Token(after));
    }

    [Fact]
    public async Task What_was_got_while_the_storage_took_nothing_is_saved_later_and_not_used_before()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Time.Advance(TimeSpan.FromHours(10));
        _kept.Slack.Say = (_, _) =>
        {
            _kept.Book.TakesNothing = true;
            return Task.FromResult(Asked.Done(Kept.Answer("new", "refresh-2")));
        };
        Assert.Equal("old", await Token(node));
        await Until.True(() => _kept.Book.TakesNothing);
        _kept.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("old", await Token(node));
        _kept.Book.TakesNothing = false;
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            return await Token(node) == "new";
        });
        Assert.Equal("new", await Token(_kept.Node()));
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task A_token_that_has_ended_too_early_is_renewed_and_the_call_made_again()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(Asked.Done(Kept.Answer("new", "refresh-2")));
        var used = (await node.Find(Team, default))!;
        Assert.True(await node.Refused(used, "token_expired", default));
        Assert.Equal("new", await Token(node));
        Assert.True(await node.Refused(used, "token_expired", default));
        Assert.Single(_kept.Slack.Calls);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_asked_for_again_at_once()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(new SlackReply.Unknown(), Asked.Done(Kept.Answer("new", "refresh-2")));
        _kept.Time.Advance(TimeSpan.FromHours(10));
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            return await Token(node) == "new";
        });
        Assert.Equal(["refresh-1", "refresh-1"], _kept.Slack.Calls.Select(call => call.Call.Find("refresh_token")));
    }

    [Fact]
    public async Task Slack_is_left_alone_as_long_as_it_says_and_another_node_may_try_then()
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(new SlackReply.Later(TimeSpan.FromMinutes(5)), Asked.Done(Kept.Answer("new", "refresh-2")));
        _kept.Time.Advance(TimeSpan.FromHours(13));
        // It has ended, and there is no other: the call will say so.
        Assert.Equal("old", await Token(node));
        _kept.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("old", await Token(node));
        Assert.Single(_kept.Slack.Calls);
        _kept.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("new", await Token(node));
    }

    [Theory]
    [InlineData("bad_client_secret")]
    [InlineData("invalid_client_id")]
    public async Task What_is_wrong_with_the_app_itself_ends_no_install(string error)
    {
        var log = new Lines();
        var node = _kept.Node(log: log);
        await _kept.Rotating(node);
        _kept.Slack.Says(Asked.No(error), Asked.Done(Kept.Answer("new", "refresh-2")));
        _kept.Time.Advance(TimeSpan.FromHours(10));
        await Until.True(async () => await Token(node) == "old" && log.All.Count == 1);
        Assert.Contains("Slack:ClientSecret", log.All[0], StringComparison.Ordinal);
        await Until.True(async () =>
        {
            _kept.Time.Advance(TimeSpan.FromMinutes(1));
            return await Token(node) == "new";
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ok":true,"access_token":"new","token_type":"bot","bot_user_id":"U0BOT","team":{"id":"T1"},"expires_in":43200}""")]
    [InlineData("""{"ok":true,"access_token":"new","token_type":"user","bot_user_id":"U0BOT","team":{"id":"T1"}}""")]
    [InlineData("""{"ok":true,"access_token":"new","token_type":"bot","bot_user_id":"U0BOT","team":{"id":"T2"},"refresh_token":"r","expires_in":43200}""")]
    public async Task An_answer_that_is_not_whole_or_anothers_is_not_used(string json)
    {
        var node = _kept.Node();
        await _kept.Rotating(node);
        _kept.Slack.Says(Asked.Done(json));
        _kept.Time.Advance(TimeSpan.FromHours(13));
        Assert.Equal("old", await Token(node));
    }

    [Fact]
    public async Task Installed_again_or_taken_away_while_it_was_renewed_what_was_renewed_is_dropped()
    {
        var (node, other) = (_kept.Node(), _kept.Node());
        await _kept.Rotating(node);
        var answer = new TaskCompletionSource<SlackReply>();
        _kept.Slack.Say = (_, _) => answer.Task;
        _kept.Time.Advance(TimeSpan.FromHours(10));
        await Token(node);
        await Until.True(() => _kept.Slack.Calls.Count == 1);
        await other.Revoke(Team, "app_uninstalled", null, default);
        answer.SetResult(Asked.Done(Kept.Answer("new", "refresh-2")));
        await Until.True(async () => await Token(node) is null);
        Assert.Contains("app_uninstalled", _kept.Book["slack-install:T1"], StringComparison.Ordinal);
    }

    static async Task<string?> Token(KeptInstalls node) => (await node.Find(Team, default))?.Token;
}
