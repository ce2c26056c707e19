using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Takes what happens to the app, over HTTP or a web socket, and once more where it was not taken.</summary>
sealed class SlackDeliverer(FakeSlack fake) : IAsyncDisposable
{
    static readonly TimeSpan[] Again1 = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 64 }) { Timeout = Timeout.InfiniteTimeSpan };
    readonly List<FakeSlackDelivery> _all = [];
    readonly List<Task> _running = [];
    readonly CancellationTokenSource _stop = new();

    public IReadOnlyList<FakeSlackDelivery> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    /// <summary>An event, if the app wants it; the first try is awaited.</summary>
    public async Task Event(FakeSlackInstall bot, FakeSlackTeam team, FakeSlackChannel? channel, JsonObject inner)
    {
        if (!fake.Events.Contains(SlackEvents.Subscription(inner)))
            return;
        var delivery = New(FakeSlackKind.Event, SlackEvents.Envelope(fake, bot, team, channel, inner));
        var first = await Try(delivery, 0, "");
        if (!first.IsOk && !first.IsFinal && fake.Retries)
            Run(Retry(delivery, first), isAwaited: false);
    }

    /// <summary>An event nobody waits for.</summary>
    public void Background(FakeSlackInstall bot, FakeSlackTeam team, FakeSlackChannel channel, JsonObject inner) => Run(Task.Run(() => Event(bot, team, channel, inner)), isAwaited: true);

    /// <summary>Anything but an event: it comes once.</summary>
    public Task<FakeSlackAnswer> Send(FakeSlackKind kind, JsonObject payload) => Try(New(kind, payload), 0, "");

    public Task<FakeSlackAnswer> Again(FakeSlackDelivery delivery) => Try(delivery, 1, "http_timeout");

    public async Task Settled()
    {
        for (Task[] all; (all = Running()).Length > 0;)
            await Task.WhenAll(all);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    Task[] Running()
    {
        lock (_running)
        {
            _running.RemoveAll(task => task.IsCompleted);
            return [.. _running];
        }
    }

    void Run(Task task, bool isAwaited)
    {
        if (isAwaited)
            lock (_running)
                _running.Add(task);
    }

    FakeSlackDelivery New(FakeSlackKind kind, JsonObject payload)
    {
        var delivery = new FakeSlackDelivery(kind, payload);
        lock (_all)
            _all.Add(delivery);
        return delivery;
    }

    async Task Retry(FakeSlackDelivery delivery, FakeSlackAnswer last)
    {
        try
        {
            for (var i = 0; i < Again1.Length && !last.IsOk && !last.IsFinal; i++)
            {
                if (Again1[i] > TimeSpan.Zero)
                    await Task.Delay(Again1[i], fake.Time, _stop.Token);
                last = await Try(delivery, i + 1, last.Status == 0 ? "http_timeout" : "http_error");
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    async Task<FakeSlackAnswer> Try(FakeSlackDelivery delivery, int retry, string reason)
    {
        var answer = fake.IsSocketMode ? await fake.Sockets.Send(delivery, retry, reason) : fake.Doors is { } doors ? await Post(doors.Of(delivery.Kind), Body(delivery), delivery.Kind, retry, reason) : FakeSlackAnswer.None;
        delivery.Add(answer);
        return answer;
    }

    async Task<FakeSlackAnswer> Post(Uri door, string body, FakeSlackKind kind, int retry, string reason)
    {
        using var patience = new CancellationTokenSource(fake.Patience, fake.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(kind == FakeSlackKind.Event ? "application/json" : "application/x-www-form-urlencoded");
        var now = SlackIds.Unix(fake.Time.GetUtcNow());
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        request.Headers.Add("X-Slack-Signature", SlackSigner.Sign(fake.SigningSecret, now, body));
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason);
        }
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return new((int)response.StatusCode, text) { IsFinal = response.Headers.Contains("X-Slack-No-Retry") };
        }
        catch (Exception wrong) when (wrong is HttpRequestException or OperationCanceledException or IOException)
        {
            return FakeSlackAnswer.None;
        }
    }

    static string Body(FakeSlackDelivery delivery) => delivery.Kind switch
    {
        FakeSlackKind.Event => delivery.Payload.ToJsonString(),
        FakeSlackKind.Command => string.Join('&', delivery.Payload.Select(pair => $"{pair.Key}={Form(pair.Value!.GetValue<string>())}")),
        _ => "payload=" + Form(delivery.Payload.ToJsonString()),
    };

    static string Form(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
