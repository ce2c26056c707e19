using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

/// <summary>The doors for Slack on this machine, with nothing behind them but a list of what came in.</summary>
sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "not-a-secret", Older = "not-one-either";

    readonly WebApplication _app;

    SlackHost(WebApplication app)
    {
        _app = app;
        Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = null };
    }

    public FakeTime Time { get; } = new();

    public ConcurrentQueue<SlackInput> Heard { get; } = [];

    public LogLines Log { get; } = new();

    /// <summary>What whatever came is answered.</summary>
    public Func<SlackInput, Task<SlackAck>> Serve { get; set; } = _ => Task.FromResult(SlackAck.Ok);

    /// <summary>Nobody can tell now who the bot is.</summary>
    public bool IsAway { get; set; }

    public HttpClient Http { get; }

    public Uri Url => new(_app.Urls.Single());

    public static async Task<SlackHost> Start(params string[] secrets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = new SlackHost(builder.Build());
        var reader = new SlackReader((install, _) => host.IsAway ? throw new HttpRequestException("away") : ValueTask.FromResult(install.Tenant is Payload.Team or Payload.Org ? Payload.Bot : null), (install, _) => ValueTask.FromResult(install));
        host._app.MapSlack(new SlackSignature([.. secrets.Length > 0 ? secrets : [Secret, Older]], host.Time), reader, host.Take, host.Log);
        await host._app.StartAsync();
        return host;
    }

    public Task<HttpResponseMessage> Event(string body, string type = "application/json") => Post(SlackDoor.Events, body, type);

    public Task<HttpResponseMessage> Form(string path, string body, string type = "application/x-www-form-urlencoded") => Post(path, body, type);

    public Task<HttpResponseMessage> Post(string path, string body, string type) => Send(Signed(path, Encoding.UTF8.GetBytes(body), type));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => Http.SendAsync(request);

    public HttpRequestMessage Signed(string path, byte[] body, string type, string secret = Secret, TimeSpan off = default)
    {
        var at = (Time.GetUtcNow() + off).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = Unsigned(path, body, type);
        request.Headers.Add(SlackSignature.TimeHeader, at);
        request.Headers.Add(SlackSignature.SignatureHeader, Sign(secret, at, body));
        return request;
    }

    public HttpRequestMessage Unsigned(string path, byte[] body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return request;
    }

    public static string Sign(string secret, string at, byte[] body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{at}:"), .. body]));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    Task<SlackAck> Take(SlackInput input, CancellationToken ct)
    {
        Heard.Enqueue(input);
        return Serve(input);
    }
}

/// <summary>Keeps what is logged.</summary>
sealed class LogLines : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");
}
