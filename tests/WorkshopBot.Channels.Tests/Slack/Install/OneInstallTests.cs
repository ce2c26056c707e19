using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>The bot in one workspace, by the token that was set.</summary>
public sealed class OneInstallTests
{
    const string Token = "xox" + "b-one";

    static readonly SlackReply Team = Asked.Done("""{"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"bot","team_id":"T1","user_id":"U0BOT","bot_id":"B1","is_enterprise_install":false}""");
    static readonly SlackReply Grid = Asked.Done("""{"ok":true,"team_id":"T1","enterprise_id":"E1","user_id":"U0BOT","bot_id":"B1","app_id":"A1","is_enterprise_install":false}""");
    static readonly SlackReply Org = Asked.Done("""{"ok":true,"team_id":"E1","enterprise_id":"E1","user_id":"W0BOT","bot_id":"B1","is_enterprise_install":true}""");

    readonly Asked _slack = new();
    readonly FakeTime _time = new();
    readonly OneInstall _installs;

    public OneInstallTests() => _installs = new(Token, _slack.Ask, _time, NullLogger.Instance);

    [Fact]
    public async Task Slack_is_asked_once_whose_the_token_is()
    {
        _slack.Says(Team);
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _installs.Find(new(null, "T1"), default).AsTask()));
        Assert.All(found, one => Assert.Equal(new Installed(new(null, "T1"), Token, "U0BOT", ""), one));
        Assert.Null(await _installs.Find(new(null, "T2"), default));
        Assert.Null(await _installs.Find(new("E1", null), default));
        var (call, proof) = Assert.Single(_slack.Calls);
        Assert.Equal(("auth.test", "Bearer " + Token), (call.Method, proof));
    }

    [Fact]
    public async Task A_workspace_of_an_organisation_is_known_by_itself()
    {
        _slack.Says(Grid);
        Assert.Equal(new(new("E1", "T1"), Token, "U0BOT", "A1"), await _installs.Find(new("E1", "T1"), default));
        Assert.Equal(new InstallId("E1", "T1"), (await _installs.Find(new(null, "T1"), default))!.Id);
        Assert.Null(await _installs.Find(new("E1", "T2"), default));
    }

    [Fact]
    public async Task Installed_in_the_organisation_it_answers_for_all_of_its_workspaces()
    {
        _slack.Says(Org);
        var all = await _installs.Find(new("E1", null), default);
        Assert.Equal(new(new("E1", null), Token, "W0BOT", ""), all);
        Assert.Equal(all, await _installs.Find(new("E1", "T1"), default));
        Assert.Null(await _installs.Find(new("E2", "T1"), default));
        Assert.Null(await _installs.Find(new(null, "T1"), default));
    }

    [Fact]
    public async Task While_Slack_does_not_answer_it_is_not_known_and_Slack_is_left_alone_for_a_while()
    {
        _slack.Says(new SlackReply.Unknown(), new SlackReply.Later(TimeSpan.FromSeconds(30)), Asked.No("org_login_required"), Team);
        await Nothing();
        await Nothing();
        Assert.Single(_slack.Calls);
        _time.Advance(TimeSpan.FromSeconds(2));
        await Nothing();
        _time.Advance(TimeSpan.FromSeconds(29));
        await Nothing();
        Assert.Equal(2, _slack.Calls.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Nothing();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await _installs.Find(new(null, "T1"), default));

        async Task Nothing() => await Assert.ThrowsAsync<HttpRequestException>(async () => await _installs.Find(new(null, "T1"), default));
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_not_waited_for()
    {
        _slack.Say = (_, _) => new TaskCompletionSource<SlackReply>().Task;
        var find = _installs.Find(new(null, "T1"), default).AsTask();
        await WorkshopBot.Tests.Until.True(() => _slack.Calls.Count == 1 && _time.Waiting > 0);
        _time.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<HttpRequestException>(() => find);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    public async Task A_token_that_is_refused_is_never_used_again(string error)
    {
        _slack.Says(Asked.No(error));
        Assert.Null(await _installs.Find(new(null, "T1"), default));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _installs.Find(new(null, "T1"), default));
        Assert.Single(_slack.Calls);
    }

    [Fact]
    public async Task When_a_call_is_refused_for_the_token_nothing_is_called_any_more()
    {
        _slack.Says(Team);
        var used = (await _installs.Find(new(null, "T1"), default))!;
        Assert.False(await _installs.Refused(used, "missing_scope", default));
        Assert.NotNull(await _installs.Find(new(null, "T1"), default));
        Assert.False(await _installs.Refused(used, "token_revoked", default));
        Assert.Null(await _installs.Find(new(null, "T1"), default));
    }

    [Fact]
    public async Task Uninstalled_from_this_workspace_it_is_over_and_from_another_it_is_not()
    {
        _slack.Says(Grid);
        Assert.True(await _installs.Revoke(new("E1", "T2"), "app_uninstalled", null, default));
        Assert.True(await _installs.Revoke(new("E1", null), "app_uninstalled", null, default));
        Assert.NotNull(await _installs.Find(new("E1", "T1"), default));
        Assert.True(await _installs.Revoke(new("E1", "T1"), "app_uninstalled", null, default));
        Assert.Null(await _installs.Find(new("E1", "T1"), default));
    }

    [Fact]
    public async Task An_end_from_before_its_token_was_good_is_that_of_an_earlier_one()
    {
        _slack.Says(Team);
        Assert.NotNull(await _installs.Find(new(null, "T1"), default));
        var seen = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await _installs.Revoke(new(null, "T1"), "app_uninstalled", seen.AddSeconds(-1), default));
        Assert.NotNull(await _installs.Find(new(null, "T1"), default));
        Assert.True(await _installs.Revoke(new(null, "T1"), "app_uninstalled", seen.AddSeconds(1), default));
        Assert.Null(await _installs.Find(new(null, "T1"), default));
        Assert.Single(_slack.Calls);
    }

    [Fact]
    public async Task For_the_organisation_it_ends_with_the_organisation_alone()
    {
        _slack.Says(Org);
        Assert.True(await _installs.Revoke(new("E1", "T1"), "app_uninstalled", null, default));
        Assert.True(await _installs.Revoke(new("E2", null), "app_uninstalled", null, default));
        Assert.NotNull(await _installs.Find(new("E1", "T1"), default));
        Assert.Equal(new InstallId("E1", null), await _installs.Id(default));
        Assert.True(await _installs.Revoke(new("E1", null), "app_uninstalled", null, default));
        Assert.Null(await _installs.Find(new("E1", "T1"), default));
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"team_id":"T1"}""")]
    [InlineData("""{"ok":true,"user_id":"U1","enterprise_id":"E1"}""")]
    [InlineData("""{"ok":true,"user_id":7,"team_id":["T1"]}""")]
    public async Task Who_is_not_told_whole_is_not_known(string json)
    {
        _slack.Says(Asked.Done(json));
        await Assert.ThrowsAsync<HttpRequestException>(async () => await _installs.Find(new(null, "T1"), default));
    }
}
