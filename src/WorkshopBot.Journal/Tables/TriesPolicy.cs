using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WorkshopBot.Journal.Tables;

/// <summary>
/// Tries a request again where that cannot do harm. A read may always be repeated. A write only when it certainly was not carried out, because it never got there or the service says itself that it is busy:
/// after any other failure it may have been, and its second try would meet its own first one as a conflict. Those above know how to recognise themselves; the pipeline does not.
/// </summary>
sealed class TriesPolicy(StorageClock clock, TableTimes times) : HttpPipelinePolicy
{
    const int Most = 4;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    // Less than the quarter of an hour by which a date may be wrong, more than what is noise.
    static readonly TimeSpan Astray = TimeSpan.FromSeconds(30);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var start = clock.GetTimestamp();
        var isRead = message.Request.Method == RequestMethod.Get;
        for (var tries = 1; ; tries++)
        {
            var left = times.Call - clock.GetElapsedTime(start);
            message.NetworkTimeout = isRead && left > times.Try ? times.Try : left > Least ? left : Least;
            var (offset, pause) = (clock.Offset, Pause(tries));
            try
            {
                await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
                if (message.Response.Status == 403 && tries == 1 && (clock.Offset - offset).Duration() > Astray)
                    pause = TimeSpan.Zero;      // It was dated by a wrong clock, and the refusal has put the clock right.
                else if (!(isRead ? IsPassing(message.Response.Status) : IsBusy(message.Response)))
                    return;
                else if (message.Response.Headers.TryGetValue("Retry-After", out var told) && int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > pause.TotalSeconds)
                    pause = TimeSpan.FromSeconds(seconds);
                if (!May(tries, start, pause))
                    return;
                message.Response.Dispose();
            }
            catch (Exception e) when (!message.CancellationToken.IsCancellationRequested && (isRead ? IsFailure(e) : NeverArrived(e)) && May(tries, start, pause))
            {
            }
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, message.CancellationToken).ConfigureAwait(false);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    bool May(int tries, long start, TimeSpan pause) => tries < Most && clock.GetElapsedTime(start) + pause + Least < times.Call;

    // Twice as long each time, and not all at once.
    static TimeSpan Pause(int tries) => FirstPause * (1 << (tries - 1)) * (0.5 + Random.Shared.NextDouble());

    static bool IsPassing(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    static bool IsBusy(Response response) => response.Status == 429 || (response.Status == 503 && TableError.CodeOf(response) == TableErrorCode.ServerBusy);

    static bool IsFailure(Exception e) => e is RequestFailedException { Status: 0 } or IOException or HttpRequestException or OperationCanceledException or InvalidDataException;

    static bool NeverArrived(Exception e) =>
        e is RequestFailedException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } };
}
