using System.Net;
using System.Text;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>The real program with the settings of Microsoft Teams, right and wrong.</summary>
public sealed class SettingsTests : IDisposable
{
    const string App = "--Teams:AppId=22222222-2222-4222-8222-222222222222", Tenant = "--Teams:TenantId=11111111-1111-4111-8111-111111111111", Secret = "--Teams:ClientSecret=not-a-real-one", Local = "--Urls=http://127.0.0.1:0";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Teams:AppId must be a GUID", "--Teams:AppId=my-bot", Tenant, Secret)]
    [InlineData("Teams:AppId is missing", Tenant, Secret)]
    [InlineData("Teams:TenantId is missing", App, Secret)]
    [InlineData("Teams:TenantId must be a GUID", App, Secret, "--Teams:TenantId=contoso.com")]
    [InlineData("Teams:ClientSecret is missing", App, Tenant)]
    [InlineData("Teams:CertificatePath cannot be set together with Teams:ClientSecret", App, Tenant, Secret, "--Teams:CertificatePath=bot.pfx")]
    [InlineData("Teams:CertificatePath names no ", App, Tenant, "--Teams:CertificatePath=nowhere.pfx")]
    [InlineData("Teams:ManagedIdentity must be", App, Tenant, "--Teams:ManagedIdentity=perhaps")]
    [InlineData("Teams:Cloud must be one of", App, Tenant, Secret, "--Teams:Cloud=Mars")]
    [InlineData("Teams:ServiceHosts must be", App, Tenant, Secret, "--Teams:ServiceHosts=.com")]
    [InlineData("Teams:SsoResource must be", App, Tenant, Secret, "--Teams:SsoResource=https://bot.example.com")]
    [InlineData("Teams:Targeted must be true or false", App, Tenant, Secret, "--Teams:Targeted=perhaps")]
    [InlineData("Teams:AllowLoopback is for Development alone", App, Tenant, Secret, "--Teams:AllowLoopback=true")]
    [InlineData("Teams:AllowAnonymous is for Development alone", "--Teams:AllowAnonymous=true")]
    [InlineData("Teams:AllowAnonymous cannot be on together with Teams:AppId", App, Tenant, Secret, "--Teams:AllowAnonymous=true", "--environment=Development")]
    [InlineData("Teams:AllowAnonymous cannot be on while Urls is open", "--Teams:AllowAnonymous=true", "--environment=Development", "--Urls=http://0.0.0.0:0")]
    [InlineData("Web:TryIt cannot be on together with Web:PublicUrl", App, Tenant, Secret, "--Web:TryIt=true", "--Web:PublicUrl=https://bot.example.com")]
    public async Task A_wrong_setting_is_named_in_one_line_and_what_was_set_is_not_repeated(string words, params string[] settings)
    {
        using var bot = new BotProcess(_folder.Path, [Local, .. settings]);
        Assert.Equal(1, await bot.Exit());
        var line = Assert.Single(bot.Errors);
        Assert.StartsWith("WorkshopBot does not start: " + words, line, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-real-one", line, StringComparison.Ordinal);
        Assert.Empty(bot.Output);
    }

    [Fact]
    public async Task In_service_only_what_is_signed_comes_in_and_nobody_tries_it_as_anybody()
    {
        using var bot = new BotProcess(_folder.Path, Local, App, Tenant, Secret);
        var address = await bot.Address();
        Assert.DoesNotContain(bot.Output, line => line.Contains("Teams is off", StringComparison.Ordinal) || line.Contains("try it", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = address };
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(http));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/try/r?person=ann")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task Who_wants_it_tries_it_beside_Teams()
    {
        using var bot = new BotProcess(_folder.Path, Local, App, Tenant, Secret, "--Web:TryIt=true");
        using var http = new HttpClient { BaseAddress = await bot.Address() };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/try/r?person=ann")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(http));
    }

    [Fact]
    public async Task Off_there_is_no_door_and_it_is_said_once()
    {
        using var bot = new BotProcess(_folder.Path, Local);
        using var http = new HttpClient { BaseAddress = await bot.Address() };
        Assert.Single(bot.Output, line => line.Contains("Microsoft Teams is off", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await Post(http));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/tab")).StatusCode);
    }

    [Fact]
    public async Task In_development_on_this_machine_it_comes_in_without_a_token()
    {
        using var bot = new BotProcess(_folder.Path, Local, "--Teams:AllowAnonymous=true", "--environment=Development");
        using var http = new HttpClient { BaseAddress = await bot.Address() };
        Assert.Equal(HttpStatusCode.OK, await Post(http));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(http, "https://evil.example/"));
    }

    static async Task<HttpStatusCode> Post(HttpClient http, string service = "http://127.0.0.1:9/")
    {
        using var body = new StringContent($$"""{"type":"typing","channelId":"msteams","serviceUrl":"{{service}}"}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/api/messages", body);
        return response.StatusCode;
    }
}
