using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>What becomes of a request on its way through the <see cref="FaultProxy"/>.</summary>
public enum Fault
{
    None,

    /// <summary>The service says that it is busy, and does nothing.</summary>
    Busy,

    /// <summary>It never gets there, and nobody says so.</summary>
    Silent,

    /// <summary>The connection is closed before it gets there.</summary>
    Closed,

    /// <summary>It is carried out, and the connection closed without an answer.</summary>
    Lost,

    /// <summary>It is carried out, and the answer ends in the middle.</summary>
    Cut,

    /// <summary>It is carried out, and answered bit by bit.</summary>
    Dribble,

    /// <summary>It is carried out, and answered when the test says so.</summary>
    Late,

    /// <summary>It is carried out, and answered once more when the next request comes over the same connection.</summary>
    Twice,

    /// <summary>Somebody else answers in the service's place, with a page.</summary>
    Page,

    /// <summary>What comes back is no HTTP.</summary>
    Noise,

    /// <summary>It is carried out, and what comes back is right but for the content.</summary>
    Scribble,
}

/// <summary>Stands between a client and the emulator and spoils what passes, as told for each request.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "What ends it is asked after it has ended.")]
public sealed class FaultProxy : IAsyncDisposable
{
    static readonly byte[] BusyAnswer = Plain("503 Service Unavailable", "application/json", """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
    static readonly byte[] PageAnswer = Plain("200 OK", "text/html", "<html><body>Please log in</body></html>");

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly CancellationTokenSource _ending = new();
    readonly int _behind;
    readonly Task _running;

    public FaultProxy(int behind)
    {
        _behind = behind;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = Run();
    }

    public int Port { get; }

    /// <summary>Faults of the next requests, in their order; after them <see cref="Choose"/> says.</summary>
    public ConcurrentQueue<Fault> Next { get; } = [];

    public Func<ProxiedRequest, Fault> Choose { get; set; } = _ => Fault.None;

    /// <summary>Answers in the service's place when it likes to.</summary>
    public Func<ProxiedRequest, byte[]?> Instead { get; set; } = _ => null;

    /// <summary>What the content of an answer becomes.</summary>
    public Func<ProxiedRequest, byte[], byte[]> Rewrite { get; set; } = (_, body) => body;

    /// <summary>Set to let late answers go.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All that came, in the order in which they came.</summary>
    public ConcurrentQueue<ProxiedRequest> Asked { get; } = [];

    public static byte[] Plain(string status, string type, string body, string headers = "") =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
            return;
        await _ending.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
    }

    async Task Run()
    {
        while (!_ending.IsCancellationRequested)
            _ = Serve(await _listener.AcceptTcpClientAsync(_ending.Token));
    }

    async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var lying = new MemoryStream();
            while (await ProxiedRequest.Read(stream, _ending.Token) is { } request)
            {
                Asked.Enqueue(request);
                await stream.WriteAsync(lying.ToArray(), _ending.Token);
                lying.SetLength(0);
                if (!await Answer(request, Next.TryDequeue(out var fault) ? fault : Choose(request), stream, lying))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or HttpRequestException or ObjectDisposedException)
        {
            // The client has gone, or the test has ended.
        }
    }

    // False: the connection is closed.
    async Task<bool> Answer(ProxiedRequest request, Fault fault, NetworkStream stream, MemoryStream lying)
    {
        var ct = _ending.Token;
        if (Instead(request) is { } other)
        {
            await stream.WriteAsync(other, ct);
            return true;
        }
        switch (fault)
        {
            case Fault.Busy: await stream.WriteAsync(BusyAnswer, ct); return true;
            case Fault.Page: await stream.WriteAsync(PageAnswer, ct); return true;
            case Fault.Noise: await stream.WriteAsync(new byte[] { 0, 255, 7, 13, 10, 13, 10, 42 }, ct); return false;
            case Fault.Closed: return false;
            case Fault.Silent:
                _ = await stream.ReadAsync(new byte[1], ct);       // until the client gives up
                return false;
        }
        var answer = await Forward(request, fault == Fault.Scribble, ct);
        switch (fault)
        {
            case Fault.Lost: return false;
            case Fault.Cut: await stream.WriteAsync(answer.AsMemory(0, answer.Length / 2), ct); return false;
            case Fault.Late: await Release.Task.WaitAsync(ct); break;
            case Fault.Dribble:
                foreach (var bit in answer.Chunk(answer.Length / 16 + 1))
                {
                    await stream.WriteAsync(bit, ct);
                    await Task.Delay(150, ct);
                }
                return true;
            case Fault.Twice: lying.Write(answer); break;
        }
        await stream.WriteAsync(answer, ct);
        return true;
    }

    async Task<byte[]> Forward(ProxiedRequest request, bool scribbled, CancellationToken ct)
    {
        using var message = request.Message(_behind);
        using var response = await _http.SendAsync(message, ct);
        var body = Rewrite(request, await response.Content.ReadAsByteArrayAsync(ct));
        if (scribbled)
            body.AsSpan().Fill((byte)'x');
        var head = new StringBuilder($"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\r\n");
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive" or "Content-Length"))
                foreach (var value in values)
                    head.Append(name).Append(": ").Append(value).Append("\r\n");
        if ((int)response.StatusCode != 204)
            head.Append("Content-Length: ").Append(body.Length).Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
