using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Bench;

/// <summary>
/// The least a bot in Slack can do for a turn: check the signature, parse the event, make one durable append together with others that wait, answer, and then post one reply. It knows nothing and decides nothing;
/// the reply is as long as a question of the bot's, and lies there ready made.
/// </summary>
static class Floor
{
    /// <summary>About what a question in a dialog has on the wire.</summary>
    const int ReplyBytes = 2_600;

    static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");

    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(builder.Configuration["Urls"]!);
        await using var app = builder.Build();
        await using var rows = SqliteRowStore.Open(builder.Configuration["Journal:Path"]!, TimeProvider.System);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });
        var post = new Uri(new Uri(builder.Configuration["Slack:ApiUrl"]!), "chat.postMessage");
        var proof = new AuthenticationHeaderValue("Bearer", "bench");
        var filling = new string('x', ReplyBytes);
        app.MapGet("/bytes", (RequestDelegate)(context => context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture))));
        app.MapPost(SlackWire.Path, (RequestDelegate)Serve);
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return 0;

        async Task Serve(HttpContext context)
        {
            var body = new byte[(int)context.Request.ContentLength!.Value];
            await context.Request.Body.ReadExactlyAsync(body);
            if (!IsSlacks(context.Request, body) || Read(body) is not var (person, channel, ts))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            if (await rows.Write("p-" + person, [new RowChange.Insert("c-" + ts, body)]) is not WriteResult.Written)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            _ = Reply(channel);
        }

        async Task Reply(string channel)
        {
            await Task.Yield();
            using var request = new HttpRequestMessage(HttpMethod.Post, post) { Content = new StringContent($"channel={channel}&text={filling}", Form) };
            request.Headers.Authorization = proof;
            using var response = await http.SendAsync(request);
            using var told = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
            if (!told.RootElement.GetProperty("ok").GetBoolean())
                throw new InvalidOperationException("The reply was refused.");
        }
    }

    static bool IsSlacks(HttpRequest request, byte[] body) =>
        request.Headers[SlackWire.SignatureHeader].ToString() is { Length: 67 } signature
        && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature.AsSpan(3)), SlackWire.Proof(request.Headers[SlackWire.TimeHeader].ToString(), body));

    static (string Person, string Channel, string Ts)? Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var happened = json.RootElement.GetProperty("event");
        return (happened.GetProperty("user").GetString()!, happened.GetProperty("channel").GetString()!, happened.GetProperty("ts").GetString()!);
    }
}
