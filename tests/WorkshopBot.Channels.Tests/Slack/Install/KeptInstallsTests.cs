using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>Installs by OAuth come, are found by other nodes, and go.</summary>
public sealed class KeptInstallsTests
{
    static readonly InstallId Team = Kept.Team, Org = new("E1", null);

    readonly Kept _kept = new();

    [Fact]
    public async Task What_was_saved_is_found_by_every_node_and_nothing_else_is()
    {
        var (one, other) = (_kept.Node(), _kept.Node());
        Assert.Null(await other.Find(Team, default));
        Assert.True(await one.Save(Kept.Installed("token"), new("token"), "commands", default));
        Assert.Equal(Kept.Installed("token"), await one.Find(Team, default));
        // That there is none counts for a moment only.
        Assert.Null(await other.Find(Team, default));
        _kept.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Kept.Installed("token"), await other.Find(Team, default));
        Assert.Null(await other.Find(new(null, "T2"), default));
        Assert.Null(await other.Find(new(null, null), default));
        Assert.Empty(_kept.Slack.Calls);
    }

    [Fact]
    public async Task What_is_known_is_not_read_again_for_a_while()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        var reads = _kept.Book.Reads;
        for (var i = 0; i < 100; i++)
            await node.Find(Team, default);
        Assert.Equal(reads, _kept.Book.Reads);
        _kept.Time.Advance(KeptInstalls.Fresh);
        await node.Find(Team, default);
        Assert.Equal(reads + 1, _kept.Book.Reads);
    }

    [Fact]
    public async Task An_organisation_answers_for_its_workspaces_unless_one_has_an_install_of_its_own()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("org", Org), new("org"), "", default);
        await node.Save(Kept.Installed("own", new("E1", "T1")), new("own"), "", default);
        Assert.Equal(("own", "org", "org"), ((await node.Find(new("E1", "T1"), default))!.Token, (await node.Find(new("E1", "T2"), default))!.Token, (await node.Find(Org, default))!.Token));
        Assert.Equal(Org, (await node.Find(new("E1", "T2"), default))!.Id);
        Assert.Null(await node.Find(new("E2", "T2"), default));

        // Out of that workspace, the organisation's is still there; and the other way round.
        Assert.True(await node.Revoke(new("E1", "T1"), "app_uninstalled", null, default));
        Assert.Equal("org", (await node.Find(new("E1", "T1"), default))!.Token);
        Assert.True(await node.Revoke(new("E1", "T2"), "app_uninstalled", null, default));
        Assert.Equal("org", (await node.Find(new("E1", "T2"), default))!.Token);
        Assert.True(await node.Revoke(Org, "app_uninstalled", null, default));
        Assert.Null(await node.Find(new("E1", "T1"), default));
    }

    [Fact]
    public async Task Uninstalled_nothing_is_called_and_the_token_is_gone_and_installed_again_it_goes_on()
    {
        var (node, other) = (_kept.Node(), _kept.Node());
        var returned = new List<InstallId>();
        node.Returned = returned.Add;
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        Assert.NotNull(await other.Find(Team, default));
        Assert.True(await node.Revoke(Team, "app_uninstalled", _kept.Now.AddSeconds(1), default));
        Assert.True(await node.Revoke(Team, "tokens_revoked", null, default));
        Assert.Null(await node.Find(Team, default));
        Assert.Contains("app_uninstalled", _kept.Book["slack-install:T1"], StringComparison.Ordinal);
        Assert.DoesNotContain("sealed", _kept.Book["slack-install:T1"], StringComparison.Ordinal);
        _kept.Time.Advance(KeptInstalls.Fresh);
        Assert.Null(await other.Find(Team, default));
        Assert.Equal([Team], returned);

        await node.Save(Kept.Installed("new"), new("new"), "", default);
        Assert.Equal("new", (await node.Find(Team, default))!.Token);
        Assert.Equal([Team, Team], returned);
        Assert.Empty(_kept.Slack.Calls);
    }

    [Fact]
    public async Task An_end_that_is_told_late_does_not_end_a_newer_install()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("new"), new("new"), "", default);
        Assert.True(await node.Revoke(Team, "app_uninstalled", _kept.Now.AddSeconds(-1), default));
        Assert.Equal("new", (await node.Find(Team, default))!.Token);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task Slack_tells_whole_seconds_so_an_end_in_that_of_the_install_is_one_of_it(int seconds, bool stays)
    {
        _kept.Time.Advance(TimeSpan.FromMilliseconds(600));
        var node = _kept.Node();
        await node.Save(Kept.Installed("new"), new("new"), "", default);
        Assert.True(await node.Revoke(Team, "app_uninstalled", DateTimeOffset.FromUnixTimeSeconds(_kept.Now.ToUnixTimeSeconds() + seconds), default));
        Assert.Equal(stays, await node.Find(Team, default) is not null);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    [InlineData("token_expired")]
    public async Task A_call_refused_for_its_token_ends_the_install(string error)
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        Assert.False(await node.Refused(Kept.Installed("token"), error, default));
        Assert.Null(await node.Find(Team, default));
        Assert.Contains(error, _kept.Book["slack-install:T1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_refused_for_anything_else_ends_nothing()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        Assert.False(await node.Refused(Kept.Installed("token"), "missing_scope", default));
        Assert.NotNull(await node.Find(Team, default));
    }

    [Fact]
    public async Task A_call_with_the_token_of_before_is_made_again_with_the_one_of_now()
    {
        var (node, other) = (_kept.Node(), _kept.Node());
        await node.Save(Kept.Installed("old"), new("old"), "", default);
        var used = (await node.Find(Team, default))!;
        await other.Save(Kept.Installed("new"), new("new"), "", default);
        Assert.True(await node.Refused(used, "token_revoked", default));
        Assert.Equal("new", (await node.Find(Team, default))!.Token);
        await other.Revoke(Team, "app_uninstalled", null, default);
        Assert.False(await node.Refused(used, "token_revoked", default));
    }

    [Fact]
    public async Task A_storage_that_takes_nothing_is_told_of()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("token"), new("token"), "", default);
        _kept.Book.TakesNothing = true;
        Assert.False(await node.Save(Kept.Installed("new"), new("new"), "", default));
        Assert.False(await node.Revoke(Team, "app_uninstalled", null, default));
        Assert.Equal("token", (await node.Find(Team, default))!.Token);
        _kept.Book.IsBroken = true;
        await Assert.ThrowsAsync<IOException>(async () => await _kept.Node().Find(Team, default));
    }

    [Theory]
    [InlineData("scribble")]
    [InlineData("{}")]
    [InlineData("""{"team":"T2","botUser":"U1","app":"A1","scopes":"","at":"2026-03-02T09:00:00Z","sealed":"AQ=="}""")]
    public async Task A_note_nobody_can_read_is_as_good_as_none(string note)
    {
        _kept.Book["slack-install:T1"] = note;
        var node = _kept.Node();
        Assert.Null(await node.Find(Team, default));
        Assert.True(await node.Revoke(Team, "app_uninstalled", null, default));
        Assert.True(await node.Save(Kept.Installed("token"), new("token"), "", default));
        Assert.NotNull(await node.Find(Team, default));
    }

    [Fact]
    public async Task Under_another_key_it_is_said_once_that_nothing_opens_and_a_new_install_goes()
    {
        var log = new Lines();
        await _kept.Node().Save(Kept.Installed("token"), new("token"), "", default);
        var stranger = _kept.Node(key: 2, log);
        for (var i = 0; i < 3; i++, _kept.Time.Advance(KeptInstalls.Fresh))
            Assert.Null(await stranger.Find(Team, default));
        Assert.Contains("Security:MasterKey", Assert.Single(log.All), StringComparison.Ordinal);
        // Nothing was thrown away meanwhile.
        Assert.NotNull(await _kept.Node().Find(Team, default));
        await stranger.Save(Kept.Installed("new"), new("new"), "", default);
        Assert.Equal("new", (await stranger.Find(Team, default))!.Token);
    }

    [Fact]
    public async Task Sealed_tokens_open_nothing_beside_another_install()
    {
        var node = _kept.Node();
        await node.Save(Kept.Installed("mine"), new("mine"), "", default);
        await node.Save(Kept.Installed("theirs", new(null, "T2")), new("theirs"), "", default);
        // Somebody who can write rows puts their tokens where ours were.
        _kept.Book["slack-install:T1"] = _kept.Book["slack-install:T2"].Replace("T2", "T1", StringComparison.Ordinal);
        Assert.Null(await _kept.Node().Find(Team, default));
    }
}
