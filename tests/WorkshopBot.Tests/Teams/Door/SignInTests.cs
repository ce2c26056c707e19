using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Tests.Teams.Auth;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>The tab with the tokens Teams gives it, as the program puts it together: who signed in sees their own workshops.</summary>
public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    Secured _bot = null!;
    FakePerson _anna = null!;

    public async Task InitializeAsync()
    {
        _bot = await Secured.Start(_folder.File());
        _anna = _bot.Teams.Person("Anna");
        await _bot.Served.Does(_anna.Writes(_bot.Teams.Channel("Journeys", members: [_anna]), "start Zanzibar by bike"));
        await _bot.Served.Rests();
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_signed_in_sees_their_workshop_and_a_link_to_its_map()
    {
        var (status, body) = await Ask(Token(), map: "m-1");
        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!;
        Assert.Equal("Zanzibar by bike", (string)answer["workshops"]![0]!["workshop"]!["title"]!);
        Assert.Contains("/maps/", (string)answer["open"]!, StringComparison.Ordinal);
        Assert.Contains(_bot.Teams.AppId, (string)answer["chat"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_and_somebody_else_of_this_one_see_nothing()
    {
        var elsewhere = Guid.NewGuid().ToString();
        foreach (var token in new[]
                 {
                     Token(claims => (claims["tid"], claims["iss"]) = (elsewhere, $"{Login}/{elsewhere}/v2.0")),
                     Token(claims => claims["oid"] = Guid.NewGuid().ToString()),
                     Token(claims => claims["oid"] = _bot.Teams.TenantId),
                 })
        {
            var (status, body) = await Ask(token, map: "m-1");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain("Zanzibar", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/maps/", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_wrong_token_is_nobodys_and_answered_alike()
    {
        var logged = _bot.Log.Lines.Count;
        foreach (var token in new[]
                 {
                     "", "nonsense", _bot.Signed(), Token(claims => claims["aud"] = Forge.App), Token(claims => claims["aud"] = "https://graph.microsoft.com"), Token(claims => claims["scp"] = "User.Read"), Token(claims => claims.Remove("scp")),
                     Token(claims => claims["tid"] = Forge.Tenant), Token(claims => claims.Remove("tid")), Token(claims => claims["tid"] = "common"), Token(claims => claims["iss"] = $"{Login}/{Forge.Tenant}/v2.0"), Token(claims => claims["iss"] = $"https://login.microsoftonline.com/{_bot.Teams.TenantId}/v2.0"),
                     Token(claims => claims.Remove("oid")), Token(claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds()), Token(stranger: true),
                 })
            Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"sign-in"}"""), await Ask(token, map: "m-1"));
        Assert.DoesNotContain(_bot.Log.Lines.Skip(logged), line => line.Contains("eyJ", StringComparison.Ordinal) || line.Contains("Zanzibar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_was_taken_out_sees_it_no_more()
    {
        var ben = _bot.Teams.Person("Ben");
        var room = _bot.Teams.Channel("Journeys", members: [_anna, ben]);
        await _bot.Served.Does(ben.Writes(room, "park a bell"));
        var token = Token(claims => claims["oid"] = ben.AadObjectId);
        Assert.Contains("Zanzibar", (await Ask(token)).Body, StringComparison.Ordinal);
        await _bot.Served.Does(_anna.Removes(room, ben));
        await _bot.Served.Rests();
        Assert.DoesNotContain("Zanzibar", (await Ask(token)).Body, StringComparison.Ordinal);
    }

    string Login => _bot.Keys.Url.AbsoluteUri.TrimEnd('/');

    string Token(Action<JsonObject>? claims = null, bool stranger = false)
    {
        var made = Forge.OfPerson(DateTimeOffset.UtcNow, Login);
        (made["aud"], made["tid"], made["oid"], made["iss"]) = (_bot.Teams.AppId, _bot.Teams.TenantId, _anna.AadObjectId, $"{Login}/{_bot.Teams.TenantId}/v2.0");
        claims?.Invoke(made);
        return Forge.Sign(Forge.Head(), made, stranger ? Forge.Stranger : Forge.Good);
    }

    async Task<(HttpStatusCode Status, string Body)> Ask(string token, string? map = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot.Served.Url, "/api/tab")) { Content = new StringContent(new JsonObject { ["locale"] = "en-GB", ["map"] = map }.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
