using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Tests.Telemetry;

/// <summary>Takes what an OTLP exporter sends, as bytes: names and words stand in them as they are.</summary>
sealed class FakeCollector : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<(string Path, string Header, string Body)> _taken = [];

    FakeCollector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<FakeCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new FakeCollector(builder.Build());
        collector._app.MapPost("/{**path}", (RequestDelegate)collector.Take);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came at a path.</summary>
    public string Taken(string path) => string.Join('\n', _taken.Where(one => one.Path == path).Select(one => one.Body));

    public string Everything => string.Join('\n', _taken.Select(one => one.Body));

    public IEnumerable<string> Headers => _taken.Select(one => one.Header);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _taken.Enqueue((context.Request.Path, context.Request.Headers["x-key"].ToString(), Encoding.Latin1.GetString(body.ToArray())));
        context.Response.ContentType = "application/x-protobuf";
    }
}
