using System.Net;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>Somebody installs the app: to Slack and back, in one browser, once.</summary>
public sealed class SlackInstallDoorTests
{
    const string Token = "xox" + "b-given";

    static readonly string Given = """{"ok":true,"access_token":"{{Token}}","token_type":"bot","scope":"commands,chat:write","bot_user_id":"U0BOT","app_id":"A1","team":{"name":"Acme & <b>Sons</b>","id":"T1"},"enterprise":null,"is_enterprise_install":false,"authed_user":{"id":"U1"}}""".Replace("{{Token}}", Token, StringComparison.Ordinal);
    const string Tested = """{"ok":true,"team_id":"T1","user_id":"U0BOT","bot_id":"B1","is_enterprise_install":false}""";

    [Fact]
    public async Task Who_begins_is_sent_to_Slack_with_a_state_and_keeps_a_secret()
    {
        await using var site = await InstallSite.Open();
        var (response, _) = await site.Get(SlackInstallDoor.Start);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var to = response.Headers.Location!.AbsoluteUri;
        Assert.StartsWith($"https://slack.com/oauth/v2/authorize?client_id=12.34&scope={Uri.EscapeDataString(string.Join(',', SlackScopes.Bot))}&redirect_uri=https%3A%2F%2Fbot.example.com%2Fslack%2Foauth&state=", to, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        foreach (var word in (string[])["secure", "httponly", "samesite=lax", "max-age=600", "path=/"])
            Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual((await site.Begin()).State, (await site.Begin()).State);
        Assert.DoesNotContain(cookie.Split('=', ';')[1], to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_with_both_has_it_installed_and_is_told_what_to_do_next()
    {
        await using var site = await InstallSite.Open("Maps & more");
        site.Kept.Slack.Says(Asked.Done(Given), Asked.Done(Tested));
        var (_, state, cookie) = await site.Begin();
        var (response, page) = await site.Return(state, cookie);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<h1>Maps &amp; more is installed</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Acme &amp; &lt;b&gt;Sons&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://slack.com/app_redirect?app=A1&amp;team=T1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, page, StringComparison.Ordinal);
        Assert.Equal(new(new(null, "T1"), Token, "U0BOT", "A1"), await site.Installs.Find(new(null, "T1"), default));

        var (exchange, test) = (site.Kept.Slack.Calls[0], site.Kept.Slack.Calls[1]);
        Assert.Equal(("oauth.v2.access", "a-code", "https://bot.example.com/slack/oauth", Kept.Client.Proof.ToString()), (exchange.Call.Method, exchange.Call.Find("code"), exchange.Call.Find("redirect_uri"), exchange.Proof));
        Assert.Equal(("auth.test", $"Bearer {Token}"), (test.Call.Method, test.Proof));
        // Who installed it is not kept, and the token is not readable.
        Assert.DoesNotContain("U1\"", site.Kept.Book["slack-install:T1"], StringComparison.Ordinal);
        Assert.DoesNotContain(Token, site.Kept.Book["slack-install:T1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_is_closed_to_scripts_frames_and_caches()
    {
        await using var site = await InstallSite.Open();
        site.Kept.Slack.Says(Asked.Done(Given), Asked.Done(Tested));
        var (_, state, cookie) = await site.Begin();
        foreach (var (response, _) in new[] { await site.Return(state, cookie), await site.Return(state, cookie), await site.Get(SlackInstallDoor.Back + "?error=access_denied") })
        {
            Assert.StartsWith("default-src 'none';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_whole_organisation_installs_it_at_once()
    {
        await using var site = await InstallSite.Open();
        site.Kept.Slack.Says(
            Asked.Done(Given.Replace("\"team\":{\"name\":\"Acme & <b>Sons</b>\",\"id\":\"T1\"},\"enterprise\":null,\"is_enterprise_install\":false", "\"team\":null,\"enterprise\":{\"name\":\"Acme Org\",\"id\":\"E1\"},\"is_enterprise_install\":true", StringComparison.Ordinal)),
            Asked.Done("""{"ok":true,"team_id":"E1","enterprise_id":"E1","user_id":"U0BOT","is_enterprise_install":true}"""));
        var (_, state, cookie) = await site.Begin();
        var (response, page) = await site.Return(state, cookie, language: "de-AT, en;q=0.5");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Organisation Acme Org", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://slack.com/app_redirect?app=A1\"", page, StringComparison.Ordinal);
        Assert.Equal(new InstallId("E1", null), (await site.Installs.Find(new("E1", "T9"), default))!.Id);
    }

    [Fact]
    public async Task Who_says_no_is_told_that_nothing_happened()
    {
        await using var site = await InstallSite.Open();
        var (_, state, cookie) = await site.Begin();
        var (response, page) = await site.Get($"{SlackInstallDoor.Back}?error=access_denied&state={state}", cookie);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Nothing was installed", page, StringComparison.Ordinal);
        Assert.Contains("href=\"install\"", page, StringComparison.Ordinal);
        Assert.Contains("Es wurde nichts installiert", (await site.Get(SlackInstallDoor.Back + "?error=access_denied", language: "de")).Page, StringComparison.Ordinal);
        var (other, odd) = await site.Get(SlackInstallDoor.Back + "?error=%3Cscript%3E");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.DoesNotContain("script", odd, StringComparison.Ordinal);
        Assert.Empty(site.Kept.Slack.Calls);
    }

    [Fact]
    public async Task A_state_that_is_missing_wrong_anothers_old_or_used_goes_nowhere()
    {
        await using var site = await InstallSite.Open();
        site.Kept.Slack.Says(Asked.Done(Given), Asked.Done(Tested));
        var (_, state, cookie) = await site.Begin();
        var (_, otherState, otherCookie) = await site.Begin();
        foreach (var (path, with) in new (string, string?)[]
        {
            (SlackInstallDoor.Back, cookie),
            ($"{SlackInstallDoor.Back}?code=a-code", cookie),
            ($"{SlackInstallDoor.Back}?state={state}", cookie),
            ($"{SlackInstallDoor.Back}?code=&state={state}", cookie),
            ($"{SlackInstallDoor.Back}?code=a&code=b&state={state}", cookie),
            ($"{SlackInstallDoor.Back}?code={new string('a', 1_025)}&state={state}", cookie),
            ($"{SlackInstallDoor.Back}?code=a-code&state={state}", null),
            ($"{SlackInstallDoor.Back}?code=a-code&state={state}", otherCookie),
            ($"{SlackInstallDoor.Back}?code=a-code&state={state}", SlackInstallDoor.Cookie + "="),
            ($"{SlackInstallDoor.Back}?code=a-code&state={state}", SlackInstallDoor.Cookie + "=AAAA"),
            ($"{SlackInstallDoor.Back}?code=a-code&state={otherState}", cookie),
            ($"{SlackInstallDoor.Back}?code=a-code&state={state[..^2]}", cookie),
            ($"{SlackInstallDoor.Back}?code=a-code&state=%00%FF", cookie),
            ($"{SlackInstallDoor.Back}?code=a-code&state={new string('A', 2_000)}", cookie),
        })
        {
            var (response, page) = await site.Get(path, with);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, response.StatusCode));
            Assert.Contains("This cannot go on here", page, StringComparison.Ordinal);
        }
        Assert.Empty(site.Kept.Slack.Calls);

        // Nothing of that has used it up; being used does.
        Assert.Equal(HttpStatusCode.OK, (await site.Return(state, cookie)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Return(state, cookie)).Response.StatusCode);
        Assert.Equal(2, site.Kept.Slack.Calls.Count);

        site.Kept.Time.Advance(InstallState.GoodFor);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Return(otherState, otherCookie)).Response.StatusCode);
        Assert.Equal(2, site.Kept.Slack.Calls.Count);
        Assert.All(site.Log.All, line => Assert.DoesNotContain("a-code", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("invalid_code", HttpStatusCode.BadRequest)]
    [InlineData("bad_redirect_uri", HttpStatusCode.BadRequest)]
    public async Task What_Slack_refuses_is_said_in_its_word(string error, HttpStatusCode status)
    {
        await using var site = await InstallSite.Open();
        site.Kept.Slack.Says(Asked.No(error));
        var (_, state, cookie) = await site.Begin();
        var (response, page) = await site.Return(state, cookie);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(error, page, StringComparison.Ordinal);
        Assert.Null(await site.Installs.Find(new(null, "T1"), default));
    }

    [Fact]
    public async Task What_does_not_come_back_whole_is_not_installed()
    {
        await using var site = await InstallSite.Open();
        foreach (var replies in new SlackReply[][]
        {
            [new SlackReply.Unknown()],
            [new SlackReply.Later(TimeSpan.FromSeconds(9))],
            [Asked.Done("{}")],
            [Asked.Done(Given.Replace("\"bot\"", "\"user\"", StringComparison.Ordinal))],
            [Asked.Done(Given), new SlackReply.Unknown()],
            // The token is another's than it came as.
            [Asked.Done(Given), Asked.Done(Tested.Replace("U0BOT", "U9", StringComparison.Ordinal))],
            [Asked.Done(Given), Asked.Done(Tested.Replace("T1", "T2", StringComparison.Ordinal))],
        })
        {
            site.Kept.Slack.Says(replies);
            var (_, state, cookie) = await site.Begin();
            var (response, page) = await site.Return(state, cookie);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("Wait a moment", page, StringComparison.Ordinal);
        }
        site.Kept.Slack.Says(Asked.Done(Given), Asked.Done(Tested));
        site.Kept.Book.TakesNothing = true;
        var last = await site.Begin();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Return(last.State, last.Cookie)).Response.StatusCode);
        Assert.Null(await site.Installs.Find(new(null, "T1"), default));
    }

    [Fact]
    public async Task Nobody_looks_at_an_empty_page_for_long()
    {
        await using var site = await InstallSite.Open();
        site.Kept.Slack.Say = (_, _) => new TaskCompletionSource<SlackReply>().Task;
        var (_, state, cookie) = await site.Begin();
        var coming = site.Return(state, cookie);
        await WorkshopBot.Tests.Until.True(() => site.Kept.Slack.Calls.Count == 1 && site.Kept.Time.Waiting > 0);
        site.Kept.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await coming).Response.StatusCode);
    }

    [Fact]
    public async Task Installing_it_again_takes_the_place_of_what_was_there()
    {
        await using var site = await InstallSite.Open();
        var back = new List<InstallId>();
        await site.Installs.Save(Kept.Installed("old"), new("old"), "", default);
        site.Installs.Returned = back.Add;
        await site.Installs.Revoke(new(null, "T1"), "app_uninstalled", null, default);
        site.Kept.Slack.Says(Asked.Done(Given), Asked.Done(Tested));
        var (_, state, cookie) = await site.Begin();
        await site.Return(state, cookie);
        Assert.Equal(Token, (await site.Installs.Find(new(null, "T1"), default))!.Token);
        Assert.Equal([new InstallId(null, "T1")], back);
    }
}
