using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Tests.Replicas;

/// <summary>Stands before several replicas and gives each request to any one that is up, as load balancers do: without affinity. One that does not answer is a bad gateway.</summary>
sealed class Balancer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };
    readonly ConcurrentDictionary<int, Uri> _up = new();

    Balancer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Balancer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var balancer = new Balancer(builder.Build());
        balancer._app.Run(balancer.Pass);
        await balancer._app.StartAsync();
        return balancer;
    }

    public void Up(int replica, Uri address) => _up[replica] = address;

    public void Down(int replica) => _up.TryRemove(replica, out _);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    async Task Pass(HttpContext context)
    {
        var up = _up.Values.ToList();
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
        if (up.Count == 0)
            return;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(up[Random.Shared.Next(up.Count)], context.Request.Path.Value)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key.StartsWith("X-Slack", StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(name, values.ToArray());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        try
        {
            using var response = await _http.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            if (response.StatusCode != HttpStatusCode.NoContent)
                await context.Response.Body.WriteAsync(answer);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was killed meanwhile, or is not up yet.
        }
    }
}
