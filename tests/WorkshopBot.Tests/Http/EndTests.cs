using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkshopBot.Tests.Http;

/// <summary>The real program, asked to end while nobody it knows answers.</summary>
public sealed class EndTests
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Asked_to_end_while_a_turn_a_chat_and_the_collector_hang_it_ends_before_it_is_killed()
    {
        using var folder = new TempFolder();
        // They take connections and say nothing.
        using var slack = new TcpListener(IPAddress.Loopback, 0);
        using var teams = new TcpListener(IPAddress.Loopback, 0);
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        slack.Start();
        teams.Start();
        collector.Start();
        using var bot = new BotProcess(
            folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", "--environment=Development", "--Web:TryIt=true", "--Teams:AllowAnonymous=true", $"--Telemetry:Endpoint=http://{collector.LocalEndpoint}",
            $"--Slack:ApiUrl=http://{slack.LocalEndpoint}/api/", "--Slack:BotToken=" + "xoxb-" + "nobody", "--Slack:AppToken=" + "xapp-" + "nobody");
        var address = await bot.Address();
        using var door = new Door(address);
        await door.Takes("ann", "start Bikes");
        using var called = await slack.AcceptTcpClientAsync().WaitAsync(Until.Bound);
        // What it comes to cannot be told, and the board not be posted.
        using var body = new StringContent($$$"""
            {"type":"message","id":"1","channelId":"msteams","serviceUrl":"http://{{{teams.LocalEndpoint}}}/","locale":"en-GB","from":{"id":"29:ann","name":"Ann","aadObjectId":"33333333-3333-4333-8333-333333333333"},
            "recipient":{"id":"28:bot","name":"WorkshopBot"},"conversation":{"id":"19:toys@thread.v2","conversationType":"groupChat","isGroup":true,"tenantId":"11111111-1111-4111-8111-111111111111"},
            "channelData":{"tenant":{"id":"11111111-1111-4111-8111-111111111111"}},"text":"<at>WorkshopBot</at> start Bikes",
            "entities":[{"type":"mention","text":"<at>WorkshopBot</at>","mentioned":{"id":"28:bot","name":"WorkshopBot"}}]}
            """, Encoding.UTF8, "application/json");
        _ = door.Http.PostAsync("/api/messages", body);
        using var told = await teams.AcceptTcpClientAsync().WaitAsync(Until.Bound);
        // A turn whose end never comes.
        using var half = new TcpClient();
        await half.ConnectAsync(IPAddress.Loopback, address.Port);
        await half.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/try/r/turns HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"));
        var watch = Stopwatch.StartNew();
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());
        Assert.True(watch.Elapsed < Most, $"{watch.Elapsed}");
    }
}
