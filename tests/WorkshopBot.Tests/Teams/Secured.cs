using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Channels.Tests.Teams.Auth;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Teams;

/// <summary>The whole bot as it is in service, with an app id: only what the Connector signed comes in. The keys are published on this machine.</summary>
sealed class Secured : IAsyncDisposable
{
    const string Proof = "the bot's own token";

    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    Secured(TeamsServed served, KeyServer keys, RecordedLog log) => (Served, Keys, Log) = (served, keys, log);

    public TeamsServed Served { get; }

    public FakeConnector Teams => Served.Teams;

    public KeyServer Keys { get; }

    public RecordedLog Log { get; }

    public static async Task<Secured> Start(string file)
    {
        var (keys, teams, log) = (await KeyServer.Start(), await FakeConnector.Start(), new RecordedLog());
        teams.Token = Proof;
        var cloud = TeamsCloud.Public with { Metadata = keys.Metadata, Login = keys.Url.AbsoluteUri.TrimEnd('/') };
        var settings = new TeamsSettings(cloud, teams.AppId, teams.TenantId, new TeamsProof.Secret("never used"), AllowLoopback: true);
        var served = await TeamsServed.Start(file, teams, logs: new Logs(log), settings: settings, credential: new Given());
        var secured = new Secured(served, keys, log);
        served.Token = () => secured.Signed();
        return secured;
    }

    /// <summary>A right token of the Connector, but for what is done to it.</summary>
    public string Signed(Action<JsonObject>? claims = null, Action<JsonObject>? head = null, RSA? key = null)
    {
        var (made, on) = (Forge.OfConnector(DateTimeOffset.UtcNow), Forge.Head());
        (made["aud"], made["serviceurl"]) = (Teams.AppId, Teams.ServiceUrl.AbsoluteUri);
        claims?.Invoke(made);
        head?.Invoke(on);
        return Forge.Sign(on, made, key ?? Forge.Good);
    }

    /// <summary>Posts anything with these Authorization headers.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Post(string body, string[] authorization, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Served.Url, "/api/messages")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var header in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What must not change when something is refused: what is written, what is asked of the Connector.</summary>
    public (int Written, int Asked) Now => (Served.Rows.Written, Teams.Requests.Count);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Served.DisposeAsync();
        await Keys.DisposeAsync();
    }

    sealed class Given : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Proof, DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    sealed class Logs(RecordedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
