using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

/// <summary>The check of what Teams posts, on a clock and a server of its own.</summary>
sealed class Gate : IAsyncDisposable
{
    readonly SigningKeys _keys;
    readonly InboundTokens _tokens;

    Gate(KeyServer server, TeamsCloud cloud)
    {
        (Server, Cloud, _keys) = (server, cloud, server.Client(Time));
        _tokens = new(cloud, Forge.App, _keys, Time);
    }

    public FakeTime Time { get; } = new();

    public KeyServer Server { get; }

    public TeamsCloud Cloud { get; }

    public static async Task<Gate> Open(TeamsCloud? cloud = null) => new(await KeyServer.Start(), cloud ?? TeamsCloud.Public);

    /// <summary>A right token, but for what is done to it.</summary>
    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? head = null, RSA? key = null)
    {
        var (made, on) = (Forge.OfConnector(Time.GetUtcNow()), Forge.Head());
        claims?.Invoke(made);
        head?.Invoke(on);
        return Forge.Sign(on, made, key ?? Forge.Good);
    }

    public async Task<string> Say(StringValues header, string? channel = "msteams", string? serviceUrl = Forge.ServiceUrl, CancellationToken ct = default) =>
        await _tokens.Verify(header, ct) switch
        {
            TokenCheck.Refused refused => Said(refused),
            TokenCheck.Valid valid => _tokens.Fits(valid, channel, serviceUrl) is { } refused ? Said(refused) : "valid",
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    static string Said(TokenCheck.Refused refused) => $"{refused.Status} {refused.Code}";

    public Task<string> Show(string token, string? channel = "msteams", string? serviceUrl = Forge.ServiceUrl) => Say("Bearer " + token, channel, serviceUrl);

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await Server.DisposeAsync();
    }
}
