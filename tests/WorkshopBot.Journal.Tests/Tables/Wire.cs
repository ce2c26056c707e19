using System.Net;
using Azure.Core.Pipeline;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>The end of the wire, for tests of what is put onto it.</summary>
sealed class Wire(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    HttpClient? _http;

    /// <summary>Pauses are as short as they come, since nobody waits for anything.</summary>
    public TableClientOptions Options => new() { Transport = new HttpClientTransport(_http ??= new(this, disposeHandler: false)) };

    /// <summary>An entity that is not there.</summary>
    public static HttpResponseMessage NotFound() =>
        new(HttpStatusCode.NotFound) { Content = new StringContent("""{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"The specified resource does not exist."}}}""") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));

    protected override void Dispose(bool disposing)
    {
        _http?.Dispose();
        base.Dispose(disposing);
    }
}
