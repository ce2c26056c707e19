using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class SsoTokensTests : IAsyncLifetime, IDisposable
{
    const string Resource = "api://bot.example.com/" + Forge.App;

    readonly FakeTime _time = new();
    KeyServer _server = null!;
    SigningKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _server = await KeyServer.Start();
        _server.Keys[0] = Forge.Published("good", Forge.Good, issuer: "https://login.microsoftonline.com/{tenantid}/v2.0");
        _keys = new(_server.Set, _time, NullLogger.Instance);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task A_person_of_any_tenant_is_told_apart_by_tenant_and_id()
    {
        Assert.Equal(new PersonCheck.Valid(Forge.Tenant, Forge.Person, "Ann Lee"), await Verify(Token()));
        var other = Guid.NewGuid().ToString();
        Assert.Equal(new PersonCheck.Valid(other, Forge.Person, null), await Verify(Token(claims =>
        {
            (claims["tid"], claims["iss"]) = (other, $"https://login.microsoftonline.com/{other}/v2.0");
            claims.Remove("name");
        })));
    }

    [Fact]
    public async Task It_is_for_the_bot_or_for_the_address_of_its_tab()
    {
        Assert.IsType<PersonCheck.Valid>(await Verify(Token(claims => claims["aud"] = Resource)));
        Assert.Equal("audience", await Fault(Token(claims => claims["aud"] = Resource), resource: null));
        Assert.Equal("audience", await Fault(Token(claims => claims["aud"] = "api://evil.example.com/" + Forge.App)));
        Assert.Equal("audience", await Fault(Token(claims => claims["aud"] = new JsonArray(Forge.App, Resource))));
        Assert.Equal("audience", await Fault(Token(claims => claims["aud"] = "https://graph.microsoft.com")));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/44444444-4444-4444-8444-444444444444/v2.0")]
    [InlineData("https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111")]
    [InlineData("https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0/")]
    [InlineData("https://sts.windows.net/11111111-1111-4111-8111-111111111111/")]
    [InlineData("https://login.microsoftonline.us/11111111-1111-4111-8111-111111111111/v2.0")]
    [InlineData("https://api.botframework.com")]
    [InlineData("https://evil.example/11111111-1111-4111-8111-111111111111/v2.0")]
    public async Task The_issuer_is_the_clouds_for_the_very_tenant_the_token_names(string issuer)
    {
        Assert.Equal("issuer", await Fault(Token(claims => claims["iss"] = issuer)));
        Assert.Equal("tenant", await Fault(Token(claims => claims.Remove("tid"))));
        Assert.Equal("tenant", await Fault(Token(claims => claims["tid"] = "common")));
    }

    [Theory]
    [InlineData(null, "scope")]
    [InlineData("", "scope")]
    [InlineData("User.Read", "scope")]
    [InlineData("access_as_user2", "scope")]
    [InlineData("Access_As_User", "scope")]
    [InlineData("User.Read access_as_user", "")]
    public async Task It_was_asked_for_by_the_tab_for_its_person(string? scopes, string fault) =>
        Assert.Equal(fault, await Fault(Token(claims => claims["scp"] = scopes)));

    [Theory]
    [InlineData(null)]
    [InlineData("ann")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task It_names_a_person(string? person) => Assert.Equal("person", await Fault(Token(claims => claims["oid"] = person)));

    [Fact]
    public async Task It_is_signed_by_a_key_that_signs_for_the_tenant()
    {
        _server.Keys.Add(Forge.Published("one", Forge.Rolled, issuer: $"https://login.microsoftonline.com/{Forge.Tenant}/v2.0"));
        _server.Keys.Add(Forge.Published("foreign", Forge.Rolled, issuer: $"https://login.microsoftonline.com/{Forge.App}/v2.0"));
        _server.Keys.Add(Forge.Published("any", Forge.Rolled));
        Assert.Equal("", await Fault(Token(id: "one", key: Forge.Rolled)));
        Assert.Equal("", await Fault(Token(id: "any", key: Forge.Rolled)));
        Assert.Equal("key", await Fault(Token(id: "foreign", key: Forge.Rolled)));
        Assert.Equal("key", await Fault(Token(id: "unheard")));
        Assert.Equal("signature", await Fault(Token(key: Forge.Stranger)));
    }

    [Fact]
    public async Task It_lives_for_its_time_and_not_without_an_end()
    {
        var token = Token();
        Assert.Equal("lifetime", await Fault(Token(claims => claims.Remove("exp"))));
        Assert.Equal("lifetime", await Fault(Token(claims => claims["nbf"] = _time.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds())));
        _time.Advance(TimeSpan.FromMinutes(34));
        Assert.Equal("", await Fault(token));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("lifetime", await Fault(token));
    }

    [Fact]
    public async Task Other_headers_and_a_token_of_the_Connector_are_refused()
    {
        Assert.Equal("missing", await Fault(StringValues.Empty));
        Assert.Equal("scheme", await Fault("Basic YTpi"));
        Assert.Equal("algorithm", await Fault("Bearer " + Forge.Sign(Forge.Head(algorithm: "HS256"), Forge.OfPerson(_time.GetUtcNow()), Forge.Good)));
        Assert.Equal("tenant", await Fault("Bearer " + Forge.Sign(Forge.Head(), Forge.OfConnector(_time.GetUtcNow()), Forge.Good)));
        Assert.Equal(0, _server.Fetches);
    }

    [Fact]
    public async Task Without_keys_nobody_is_judged()
    {
        using var keys = new SigningKeys(new Uri(_server.Url, "/gone"), _time, NullLogger.Instance);
        var check = await new SsoTokens(TeamsCloud.Public, Forge.App, Resource, keys, _time).Verify(Token(), default);
        Assert.Equal(new PersonCheck.Refused("unavailable"), check);
    }

    [Fact]
    public async Task Every_cloud_has_its_own_people()
    {
        _server.Keys[0].Remove("issuer");
        foreach (var cloud in TeamsCloud.All)
            foreach (var other in TeamsCloud.All)
            {
                var check = await new SsoTokens(cloud, Forge.App, null, _keys, _time).Verify("Bearer " + Forge.Sign(Forge.Head(), Forge.OfPerson(_time.GetUtcNow(), other.Login), Forge.Good), default);
                Assert.Equal(cloud == other, check is PersonCheck.Valid);
            }
    }

    StringValues Token(Action<JsonObject>? claims = null, string id = "good", RSA? key = null)
    {
        var made = Forge.OfPerson(_time.GetUtcNow());
        claims?.Invoke(made);
        return "Bearer " + Forge.Sign(Forge.Head(id), made, key ?? Forge.Good);
    }

    ValueTask<PersonCheck> Verify(StringValues header, string? resource = Resource) => new SsoTokens(TeamsCloud.Public, Forge.App, resource, _keys, _time).Verify(header, default);

    async Task<string> Fault(StringValues header, string? resource = Resource) => await Verify(header, resource) is PersonCheck.Refused refused ? refused.Code : "";
}
