using System.Net;
using System.Web;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>The browser of somebody who installs the bot. The cookie is carried by hand: a real one sends it over TLS alone, and there is none here.</summary>
sealed class SlackBrowser(Uri bot) : IDisposable
{
    /// <summary>Where Slack sends people back to, as they reach the bot from outside.</summary>
    public static readonly Uri Back = new("https://bot.example/slack/oauth");

    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>What it holds of the bot; null for nothing.</summary>
    public string? Cookie { get; set; }

    /// <summary>Begins to install; the page of Slack that it is sent to.</summary>
    public async Task<Uri> Begins()
    {
        using var answer = await _http.GetAsync(new Uri(bot, SlackInstallDoor.Start));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var set = Assert.Single(answer.Headers.GetValues("Set-Cookie"), one => one.StartsWith("__Host-", StringComparison.Ordinal));
        foreach (var part in (string[])["path=/", "secure", "httponly", "samesite=lax"])
            Assert.Contains(part, set, StringComparison.OrdinalIgnoreCase);
        Cookie = set.Split(';')[0];
        return answer.Headers.Location!;
    }

    /// <summary>Goes where Slack sends it back to: status and page.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Returns(Uri to)
    {
        Assert.Equal(Back.GetLeftPart(UriPartial.Path), to.GetLeftPart(UriPartial.Path));
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(bot, to.PathAndQuery));
        if (Cookie is { } cookie)
            asked.Headers.Add("Cookie", cookie);
        using var answer = await _http.SendAsync(asked);
        return (answer.StatusCode, HttpUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>The whole way: to Slack, allowed there, and back.</summary>
    public async Task Installs(FakeSlackPerson by, bool forAll = false)
    {
        var (status, page) = await Returns(by.Allows(await Begins(), forAll));
        Assert.True(status == HttpStatusCode.OK, page);
    }

    public void Dispose() => _http.Dispose();
}
