using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace WorkshopBot.Tests.Http;

/// <summary>Whose word is taken for where a request came from.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("10.0.0.4", "10.0.0.4", true)]
    [InlineData("10.0.0.0/24", "10.0.0.77", true)]
    [InlineData(" 192.168.1.1 , 10.0.0.0/8 ", "10.9.9.9", true)]
    [InlineData("fd00::/8", "fd00::1", true)]
    [InlineData("10.0.0.0/24", "10.0.1.1", false)]
    [InlineData("10.0.0.4", "127.0.0.1", false)]
    [InlineData("10.0.0.4", "::1", false)]
    public async Task A_known_proxy_is_believed_and_nobody_else(string known, string from, bool believed)
    {
        var seen = await Through(known, from, "203.0.113.9");
        Assert.Equal(believed ? ("203.0.113.9", "https", "bot.example") : (from, "http", "inside"), seen);
    }

    [Fact]
    public async Task What_a_stranger_wrote_before_the_proxy_is_not_believed() =>
        Assert.Equal("203.0.113.9", (await Through("10.0.0.4", "10.0.0.4", "10.66.66.66, 203.0.113.9")).Address);

    [Theory]
    [InlineData("everybody")]
    [InlineData("10.0.0.4, nonsense")]
    [InlineData("10.0.0.0/99")]
    public void What_is_no_address_stops_the_start(string known) =>
        Assert.Contains("Web:KnownProxies", Assert.Throws<SettingException>(() => KnownProxies.Read(known)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_to_try_it_is_not_there_behind_a_proxy()
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", "--Web:TryIt=true", "--Web:KnownProxies=10.0.0.4");
        Assert.Equal(1, await bot.Exit());
        Assert.Contains("Web:TryIt", Assert.Single(bot.Errors), StringComparison.Ordinal);
    }

    static async Task<(string Address, string Scheme, string Host)> Through(string known, string from, string forwardedFor)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (context.Request.Scheme, context.Request.Host) = ("http", new("inside"));
        context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        context.Request.Headers["X-Forwarded-Host"] = "bot.example";
        var reads = new ForwardedHeadersMiddleware(_ => Task.CompletedTask, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, Microsoft.Extensions.Options.Options.Create(KnownProxies.Read(known)!.Options()));
        await reads.Invoke(context);
        return (context.Connection.RemoteIpAddress!.ToString(), context.Request.Scheme, context.Request.Host.Value!);
    }
}
