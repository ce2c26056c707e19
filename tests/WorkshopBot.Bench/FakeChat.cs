using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Bench;

/// <summary>As much of Slack's Web API as the bot calls, answered without a look at what it says: what it costs is not measured, but it takes from the same machine.</summary>
sealed class FakeChat : IAsyncDisposable
{
    static readonly byte[] Done = Encoding.UTF8.GetBytes("""{"ok":true}""");
    static readonly byte[] Somebody = Encoding.UTF8.GetBytes("""{"ok":true,"user":{"name":"ann","real_name":"Ann","tz":"Europe/Berlin","locale":"en-GB","profile":{"display_name":"Ann","real_name":"Ann"}}}""");
    static readonly byte[] Somewhere = Encoding.UTF8.GetBytes("""{"ok":true,"channel":{"name":"journeys","is_channel":true,"is_member":true}}""");

    /// <summary>What the token of a workspace begins with.</summary>
    public static readonly string TokenFront = string.Concat("xox", "b-");

    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    long _ts;
    long _posts, _edits, _others;

    FakeChat(WebApplication app) => _app = app;

    /// <summary>Ends with a slash.</summary>
    public string Url => _app.Urls.Single() + "/api/";

    /// <summary>New messages, edits of messages, and all other calls so far.</summary>
    public (long Posts, long Edits, long Others) Calls => (Interlocked.Read(ref _posts), Interlocked.Read(ref _edits), Interlocked.Read(ref _others));

    public static async Task<FakeChat> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var chat = new FakeChat(app);
        app.Run(chat.Answer);
        await app.StartAsync();
        return chat;
    }

    /// <summary>Done when the next message comes into a conversation.</summary>
    public Task Next(string channel) => (_awaited[channel] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var body = new byte[(int)(context.Request.ContentLength ?? 0)];
        await context.Request.Body.ReadExactlyAsync(body);
        var answer = path[(path.LastIndexOf('/') + 1)..] switch
        {
            "chat.postMessage" => Post(body),
            "chat.postEphemeral" => Post(body),
            "chat.update" => Count(ref _edits, Done),
            // A token is "xoxb-" and the workspace, and so is a code.
            "auth.test" => Count(ref _others, Encoding.UTF8.GetBytes($$"""{"ok":true,"team_id":"{{context.Request.Headers.Authorization.ToString()[(TokenFront.Length + "Bearer ".Length)..]}}","user_id":"{{SlackWire.BotUser}}","bot_id":"B0BENCH","app_id":"{{SlackWire.App}}"}""")),
            "oauth.v2.access" => Count(ref _others, Installed(Field(body, "code="u8))),
            "users.info" => Count(ref _others, Somebody),
            "conversations.info" => Count(ref _others, Somewhere),
            _ => Count(ref _others, Done),
        };
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    byte[] Post(byte[] body)
    {
        Interlocked.Increment(ref _posts);
        var channel = Field(body, "channel="u8);
        if (_awaited.TryRemove(channel, out var awaited))
            awaited.TrySetResult();
        return Encoding.UTF8.GetBytes($$"""{"ok":true,"channel":"{{channel}}","ts":"1700000000.{{Interlocked.Increment(ref _ts):D9}}"}""");
    }

    static byte[] Installed(string team) => Encoding.UTF8.GetBytes(
        $$"""{"ok":true,"access_token":"{{TokenFront}}{{team}}","token_type":"bot","scope":"chat:write","bot_user_id":"{{SlackWire.BotUser}}","app_id":"{{SlackWire.App}}","team":{"id":"{{team}}","name":"{{team}}"},"enterprise":null,"is_enterprise_install":false}""");

    // Ids need no escaping.
    static string Field(ReadOnlySpan<byte> form, ReadOnlySpan<byte> name)
    {
        var rest = form[(form.IndexOf(name) + name.Length)..];
        return Encoding.ASCII.GetString(rest[..(rest.IndexOf((byte)'&') is var end and >= 0 ? end : rest.Length)]);
    }

    static byte[] Count(ref long counter, byte[] answer)
    {
        Interlocked.Increment(ref counter);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
