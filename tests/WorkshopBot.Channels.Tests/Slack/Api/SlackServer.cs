using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Tests.Slack.Api;

/// <summary>Stands in Slack's place on this machine: takes what is a call of Slack's as it is written down, and answers as told.</summary>
sealed class SlackServer : IAsyncDisposable
{
    /// <summary>A call that came.</summary>
    public sealed record Came(string Method, string Token, IReadOnlyDictionary<string, string> Arguments)
    {
        public string this[string name] => Arguments[name];
    }

    readonly WebApplication _app;
    readonly ConcurrentQueue<Came> _came = new();
    readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> _next = new();
    readonly ConcurrentDictionary<string, Func<Came, string>> _always = new();

    SlackServer(WebApplication app) => _app = app;

    public Uri Host => new(_app.Urls.Single());

    public Uri Address => new(Host, "/api/");

    public IReadOnlyList<Came> Calls => [.. _came];

    /// <summary>Files that were brought, by the path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public static async Task<SlackServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new SlackServer(builder.Build());
        server._app.Run(server.Serve);
        await server._app.StartAsync();
        return server;
    }

    public IEnumerable<Came> Of(string method) => Calls.Where(call => call.Method == method);

    /// <summary>What the next call of a method is answered.</summary>
    public void Next(string method, RequestDelegate answer) => _next.GetOrAdd(method, _ => new()).Enqueue(answer);

    public void Next(string method, string json, int status = 200, params (string Name, string Value)[] headers) => Next(method, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    });

    public void Fails(string method, string error) => Next(method, new JsonObject { ["ok"] = false, ["error"] = error }.ToJsonString());

    /// <summary>What a method is answered where nothing was said of the next call.</summary>
    public void Always(string method, Func<Came, string> answer) => _always[method] = answer;

    public static RequestDelegate Drops { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Says that more will come, and then is gone.</summary>
    public static RequestDelegate Cuts { get; } = async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"ok\":true,\"ts\":\"17");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    async Task Serve(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/upload", out var file))
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Assert.False(context.Request.Headers.ContainsKey("Authorization"));
            Files[file] = body.ToArray();
            if (_next.TryGetValue("upload", out var waiting) && waiting.TryDequeue(out var other))
                await other(context);
            else
                await context.Response.WriteAsync($"OK - {body.Length}");
            return;
        }
        Assert.Equal(("POST", "application/x-www-form-urlencoded"), (context.Request.Method, context.Request.ContentType));
        Assert.StartsWith("/api/", context.Request.Path.Value, StringComparison.Ordinal);
        var form = await context.Request.ReadFormAsync();
        Assert.DoesNotContain(form.Keys, name => name is "token" or "link_names");
        var call = new Came(context.Request.Path.Value![5..], context.Request.Headers.Authorization.ToString(), form.ToDictionary(field => field.Key, field => field.Value.Single()!));
        _came.Enqueue(call);
        if (_next.TryGetValue(call.Method, out var queue) && queue.TryDequeue(out var next))
            await next(context);
        else
            await context.Response.WriteAsync(_always.TryGetValue(call.Method, out var always) ? always(call) : """{"ok":true}""");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
