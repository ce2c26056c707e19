using Azure.Core;
using Azure.Core.Pipeline;

namespace WorkshopBot.Journal.Tables;

/// <summary>
/// Looks at every answer before anybody believes it: whether it is the one to this request, since a server or proxy that answers twice leaves an answer lying for the next one; and what time it is there.
/// </summary>
/// <param name="clock">Hears the time.</param>
/// <param name="numbers">The service numbers its answers; one of those that speak like it does not.</param>
sealed class AnswerPolicy(StorageClock clock, bool numbers) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sent = clock.Machine.GetUtcNow();
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        var headers = message.Response.Headers;
        // Whatever stands between, and answers in the service's place, knows nothing of its numbers.
        if (numbers && !headers.TryGetValue("x-ms-request-id", out _))
            return;
        if (headers.TryGetValue("x-ms-client-request-id", out var id) && id != message.Request.ClientRequestId)
        {
            message.Response.Dispose();
            throw new InvalidDataException("The table service answers another request than this one.");
        }
        if (headers.Date is { } date)
            clock.Observe(date, sent, clock.Machine.GetUtcNow());
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
