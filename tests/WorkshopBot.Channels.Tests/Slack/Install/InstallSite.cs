using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>The door of installs on a port of its own, and a browser that keeps only the cookie it is told to.</summary>
sealed class InstallSite : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    InstallSite(WebApplication app, Kept kept, KeptInstalls installs, Lines log) => (_app, Kept, Installs, Log) = (app, kept, installs, log);

    public Kept Kept { get; }

    public KeptInstalls Installs { get; }

    public Lines Log { get; }

    public static async Task<InstallSite> Open(string botName = "WorkshopBot")
    {
        var (kept, log) = (new Kept(), new Lines());
        var installs = kept.Node(log: log);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var settings = new SlackSettings(SlackCloud.Public, null, Kept.Client, [], null, botName);
        new SlackInstallDoor(settings, installs, kept.Slack.Ask, Kept.Seal(7), kept.Time, log, ["en", "de"]).Map(app);
        await app.StartAsync();
        return new(app, kept, installs, log);
    }

    public async Task<(HttpResponseMessage Response, string Page)> Get(string path, string? cookie = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _app.Urls.First() + path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        var response = await _browser.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Begins an install: where Slack is, the state that went there, and the cookie that stays.</summary>
    public async Task<(Uri Slack, string State, string Cookie)> Begin()
    {
        var (response, _) = await Get(SlackInstallDoor.Start);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var to = response.Headers.Location!;
        return (to, Uri.UnescapeDataString(to.Query.Split("&state=")[1]), Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
    }

    public Task<(HttpResponseMessage Response, string Page)> Return(string state, string? cookie, string code = "a-code", string? language = null) =>
        Get($"{SlackInstallDoor.Back}?code={Uri.EscapeDataString(code)}&state={Uri.EscapeDataString(state)}", cookie, language);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }
}
