using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>The way from Teams to the bot: posts activities to its endpoint.</summary>
/// <param name="bot">The messaging endpoint.</param>
/// <param name="token">The bearer token of each; none when null.</param>
public sealed class FakeDoor(Uri bot, Func<string?>? token = null) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 64 });

    public async Task<FakeReply> Deliver(FakeActivity activity, CancellationToken ct = default) => await Post(activity.Json.ToJsonString(), ct);

    /// <summary>Posts anything, as JSON.</summary>
    public async Task<FakeReply> Post(string body, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token?.Invoke() is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new(response.StatusCode, text, Stopwatch.GetElapsedTime(start));
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What the bot answered over HTTP.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The body.</param>
/// <param name="Took">From the request to the whole answer.</param>
public sealed record FakeReply(HttpStatusCode Status, string Text, TimeSpan Took)
{
    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonNode? Body
    {
        get
        {
            try
            {
                return JsonNode.Parse(Text);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
