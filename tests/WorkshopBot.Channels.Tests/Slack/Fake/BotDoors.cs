using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

/// <summary>The doors of an app that does what a test says.</summary>
sealed class BotDoors : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly List<BotHeard> _heard = [];

    BotDoors(WebApplication app) => _app = app;

    public Uri Root => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()), "/in/");

    /// <summary>What is answered: a status and a body.</summary>
    public Func<BotHeard, Task<(int Status, string Body)>> Answers { get; set; } = _ => Task.FromResult((200, ""));

    public IReadOnlyList<BotHeard> Heard
    {
        get
        {
            lock (_heard)
                return [.. _heard];
        }
    }

    public void Says(object? body, int status = 200) => Answers = _ => Task.FromResult((status, body is null ? "" : System.Text.Json.JsonSerializer.Serialize(body)));

    public static async Task<BotDoors> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var doors = new BotDoors(builder.Build());
        doors._app.Run(doors.Hear);
        await doors._app.StartAsync();
        return doors;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task Hear(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var raw = await reader.ReadToEndAsync();
        var door = http.Request.Path.Value!.Split('/')[^1];
        var form = door == "events" ? [] : QueryHelpers.ParseQuery(raw);
        var json = door == "events" ? JsonNode.Parse(raw) : form.TryGetValue("payload", out var payload) ? JsonNode.Parse(payload.ToString()) : new JsonObject(form.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString())));
        var heard = new BotHeard(door, json!.AsObject(), raw, http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        lock (_heard)
            _heard.Add(heard);
        var (status, body) = await Answers(heard);
        http.Response.StatusCode = status;
        http.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/plain";
        await http.Response.WriteAsync(body);
    }
}

/// <summary>One delivery as it came.</summary>
sealed record BotHeard(string Door, JsonObject Json, string Raw, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The event, its subtype behind a dot; or the type of the interaction.</summary>
    public string Type => Json["event"] is { } inner ? string.Join('.', new[] { (string?)inner["type"], (string?)inner["subtype"] }.OfType<string>()) : (string?)Json["type"] ?? (string?)Json["command"] ?? "";
}
