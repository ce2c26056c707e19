using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

/// <summary>Publishes keys over HTTP on this machine, rightly or wrongly.</summary>
sealed class KeyServer : IAsyncDisposable
{
    readonly WebApplication _app;
    int _fetches;

    KeyServer(WebApplication app) => _app = app;

    public List<JsonObject> Keys { get; } = [Forge.Published("good", Forge.Good, Forge.Teams)];

    /// <summary>How often a document was asked for; of two that belong together the first counts.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>Answers instead of the first document.</summary>
    public RequestDelegate? Instead { get; set; }

    public Uri Url => new(_app.Urls.Single());

    public Uri Metadata => new(Url, "/v1/.well-known/openidconfiguration");

    /// <summary>Where people's keys are looked for when this is where they sign in.</summary>
    public Uri People => new(Url, "/common/discovery/v2.0/keys");

    public Uri Set => new(Url, "/keys");

    public static async Task<KeyServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new KeyServer(builder.Build());
        server._app.Run(server.Serve);
        await server._app.StartAsync();
        return server;
    }

    public SigningKeys Client(FakeTime time, ILogger? log = null) => new(Metadata, time, log ?? NullLogger.Instance);

    Task Serve(HttpContext context)
    {
        if (context.Request.Path == Metadata.AbsolutePath)
        {
            Interlocked.Increment(ref _fetches);
            return Instead is { } instead ? instead(context)
                : context.Response.WriteAsync(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = Set.ToString(), ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") }.ToJsonString());
        }
        if (context.Request.Path == Set.AbsolutePath || context.Request.Path == People.AbsolutePath)
            return context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }.ToJsonString());
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
