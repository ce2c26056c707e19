using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Tests.Slack.Socket;

/// <summary>The other end of web sockets on this machine: each address is good for one connection, and only what may be acknowledged may be.</summary>
sealed class SocketServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, bool> _tickets = [];
    readonly CancellationTokenSource _over = new();
    int _asked;

    SocketServer(WebApplication app) => _app = app;

    /// <summary>Connections in the order they came.</summary>
    public ConcurrentQueue<SocketSession> Sessions { get; } = [];

    /// <summary>What was wrong with what the client did.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Said first on every connection.</summary>
    public string? Hello { get; set; } = """{"type":"hello","num_connections":1,"debug_info":{"approximate_connection_time":18060},"connection_info":{"app_id":"A0MAPPER01"}}""";

    /// <summary>Nothing is read on a connection, not even a ping.</summary>
    public bool Deaf { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Instead of a good address.</summary>
    public Func<Uri?>? Instead { get; set; }

    public static async Task<SocketServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new SocketServer(builder.Build());
        server._app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        server._app.Run(server.Accept);
        await server._app.StartAsync();
        return server;
    }

    public Task<Uri?> Address(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _asked);
        if (Instead is { } instead)
            return Task.FromResult(instead());
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return Task.FromResult<Uri?>(new UriBuilder(_app.Urls.Single()) { Scheme = "ws", Path = "/link", Query = $"ticket={ticket}" }.Uri);
    }

    public async Task<SocketSession> Session(int index)
    {
        await WorkshopBot.Tests.Until.True(() => Sessions.Count > index);
        return Sessions.ElementAt(index);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    async Task Accept(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            Faults.Enqueue("no ticket");
            context.Response.StatusCode = 401;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var session = new SocketSession(socket, Faults);
        if (Hello is { } hello)
            await session.Send(hello);
        Sessions.Enqueue(session);
        await session.Listen(Deaf, _over.Token);
    }
}

/// <summary>One connection, from its server's side.</summary>
sealed class SocketSession(WebSocket socket, ConcurrentQueue<string> faults)
{
    readonly ConcurrentDictionary<string, bool> _sent = [];
    int _count;

    /// <summary>What was acknowledged: the payload of each, null for none.</summary>
    public ConcurrentDictionary<string, JsonNode?> Acks { get; } = [];

    public bool IsClosed { get; private set; }

    /// <summary>How the client closed; null where it did not say.</summary>
    public WebSocketCloseStatus? Goodbye { get; private set; }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes)
    {
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, default);
        }
        catch (WebSocketException)
        {
            // The client has gone.
        }
    }

    /// <summary>Delivers something; the id by which it is acknowledged.</summary>
    public async Task<string> Deliver(string type, string payload, bool answerable = true)
    {
        var id = $"e{Interlocked.Increment(ref _count)}";
        _sent[id] = answerable;
        await Send($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":{{(answerable ? "true" : "false")}},"retry_attempt":0,"retry_reason":"","payload":{{payload}}}""");
        return id;
    }

    public async Task<JsonNode?> Ack(string id)
    {
        await WorkshopBot.Tests.Until.True(() => Acks.ContainsKey(id));
        return Acks[id];
    }

    public void Cut() => socket.Abort();

    public async Task Listen(bool deaf, CancellationToken over)
    {
        var part = new byte[64 * 1024];
        try
        {
            if (deaf)
                await Task.Delay(Timeout.Infinite, over);
            while (await socket.ReceiveAsync(part.AsMemory(), over) is { MessageType: not WebSocketMessageType.Close } frame)
                Check(frame, part.AsSpan(0, frame.Count));
            Goodbye = socket.CloseStatus;
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, over);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or the test is over.
        }
        IsClosed = true;
    }

    void Check(ValueWebSocketReceiveResult frame, ReadOnlySpan<byte> bytes)
    {
        if (frame.MessageType != WebSocketMessageType.Text || !frame.EndOfMessage || Parsed(bytes) is not { } ack || ack["envelope_id"]?.GetValue<string>() is not { } id)
            faults.Enqueue("no acknowledgement");
        else if (!_sent.TryGetValue(id, out var answerable) || ack.Any(member => member.Key is not ("envelope_id" or "payload")) || (ack.ContainsKey("payload") && !answerable) || !Acks.TryAdd(id, ack["payload"]))
            faults.Enqueue($"a wrong acknowledgement: {ack.ToJsonString()}");
    }

    static JsonObject? Parsed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
