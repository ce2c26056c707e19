using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Posts to the address Slack sends with what somebody did. It is a secret, good for half an hour and five times, and believed only where it is one of Slack's own.</summary>
/// <param name="http">Follows no redirects.</param>
/// <param name="allows">Whether an address is one of Slack's own.</param>
/// <param name="log">Refusals; never an address.</param>
sealed class ResponseUrls(HttpClient http, Func<Uri, bool> allows, ILogger log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>False: it was not taken, or is no address to post to.</summary>
    public async ValueTask<bool> Post(string url, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !allows(address))
        {
            log.LogWarning("An answer was not sent: its address is not Slack's");
            return false;
        }
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            using var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
            using var answer = await http.PostAsync(address, content, patience.Token).ConfigureAwait(false);
            // What failed on the way may have been taken: a second one would be one too many.
            return answer.IsSuccessStatusCode || (int)answer.StatusCode is 408 or >= 500;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // It may have arrived: a second one would be one too many.
            return e is OperationCanceledException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded };
        }
    }
}
