using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Socket Mode: the app's connections, and what is sent over whichever of them.</summary>
sealed class SlackSockets(FakeSlack fake)
{
    const int MostOpen = 10;

    readonly HashSet<string> _tickets = new(StringComparer.Ordinal);
    readonly List<Link> _links = [];
    readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _acks = new(StringComparer.Ordinal);
    int _next;

    public int Count
    {
        get
        {
            lock (_links)
                return _links.Count;
        }
    }

    public JsonObject Open(string verb, string? authorization)
    {
        if (verb != "POST")
            return SlackAsked.No("insecure_request");
        if (authorization is null)
            return SlackAsked.No("not_authed");
        if (authorization != "Bearer " + fake.AppToken)
            return SlackAsked.No(fake.OAuth.Find(authorization[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Install is null ? "invalid_auth" : "not_allowed_token_type");
        var ticket = SlackIds.Secret("ticket" + fake.NewNumber());
        lock (_links)
            _tickets.Add(ticket);
        return SlackAsked.Ok(new() { ["url"] = $"ws://{fake.Host.Authority}/link?ticket={ticket}&app_id={fake.AppId}" });
    }

    public async Task Serve(HttpContext http)
    {
        bool isNew;
        lock (_links)
            isNew = _tickets.Remove(http.Request.Query["ticket"].ToString()) && _links.Count < MostOpen;
        if (!http.WebSockets.IsWebSocketRequest || !isNew)
        {
            http.Response.StatusCode = 401;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var link = new Link(socket);
        lock (_links)
            _links.Add(link);
        try
        {
            await link.Send(new()
            {
                ["type"] = "hello", ["num_connections"] = Count, ["debug_info"] = new JsonObject { ["host"] = "applink-00000000-abcde", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
                ["connection_info"] = new JsonObject { ["app_id"] = fake.AppId },
            });
            while (await link.Receive() is { } text)
                Take(text);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
        finally
        {
            lock (_links)
                _links.Remove(link);
        }
    }

    /// <summary>Over one connection, and over others until one acknowledges; an event waits for its next try like over HTTP.</summary>
    public async Task<FakeSlackAnswer> Send(FakeSlackDelivery delivery, int retry, string reason)
    {
        Link link;
        lock (_links)
        {
            if (_links.Count == 0)
                return FakeSlackAnswer.None;
            link = _links[_next++ % _links.Count];
        }
        var id = Ids.Guid("envelope" + fake.NewNumber());
        var acked = _acks[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var envelope = new JsonObject
        {
            ["envelope_id"] = id, ["type"] = delivery.Kind switch { FakeSlackKind.Event => "events_api", FakeSlackKind.Command => "slash_commands", _ => "interactive" },
            ["accepts_response_payload"] = delivery.Kind != FakeSlackKind.Event, ["payload"] = delivery.Payload.DeepClone(),
        };
        if (delivery.Kind == FakeSlackKind.Event)
            (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, retry > 0 ? reason : "");
        try
        {
            await link.Send(envelope);
            return new(200, await acked.Task.WaitAsync(fake.Patience, fake.Time));
        }
        catch (Exception gone) when (gone is TimeoutException or WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return FakeSlackAnswer.None;
        }
        finally
        {
            _acks.TryRemove(id, out _);
        }
    }

    public async Task Disconnect(string reason, bool closes)
    {
        foreach (var link in Links())
        {
            await link.Send(new() { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-00000000-abcde" } });
            if (closes)
                await link.Close();
        }
    }

    /// <summary>Cuts every connection without a word.</summary>
    public void Abort()
    {
        foreach (var link in Links())
            link.Abort();
    }

    Link[] Links()
    {
        lock (_links)
            return [.. _links];
    }

    void Take(string text)
    {
        try
        {
            var ack = JsonNode.Parse(text) as JsonObject ?? [];
            // An empty payload is as good as none.
            if (_acks.TryGetValue(Strict.Text(ack, "envelope_id") ?? "", out var waits))
                waits.TrySetResult(ack["payload"] is JsonObject { Count: > 0 } payload ? payload.ToJsonString() : "");
            else
                fake.Slip("socket: an envelope nobody waits for was acknowledged");
        }
        catch (JsonException)
        {
            fake.Slip("socket: what came was no JSON");
        }
    }

    sealed class Link(WebSocket socket) : IDisposable
    {
        readonly SemaphoreSlim _one = new(1);

        public async Task Send(JsonObject what)
        {
            await _one.WaitAsync();
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(what.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            finally
            {
                _one.Release();
            }
        }

        /// <summary>Null: the other side is gone.</summary>
        public async Task<string?> Receive()
        {
            var buffer = new byte[16_384];
            using var all = new MemoryStream();
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    return null;
                all.Write(buffer, 0, got.Count);
                if (got.EndOfMessage)
                    return Encoding.UTF8.GetString(all.ToArray());
            }
        }

        public Task Close() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        public void Abort() => socket.Abort();

        public void Dispose() => _one.Dispose();
    }
}
