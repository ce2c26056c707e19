using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using WorkshopBot.Channels.Teams.Auth;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class InboundTokensTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_token_of_the_Connector_is_let_in(string algorithm)
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token(head: head => head["alg"] = algorithm)));
    }

    [Theory]
    [InlineData("none", "401 malformed")]       // nothing stands behind the second dot
    [InlineData("HS256", "401 algorithm")]
    [InlineData("PS256", "401 algorithm")]
    [InlineData("ES256", "401 algorithm")]
    [InlineData("rs256", "401 algorithm")]
    [InlineData("", "401 algorithm")]
    public async Task Any_other_algorithm_is_refused_also_when_the_published_key_is_taken_for_a_secret(string algorithm, string said)
    {
        await using var gate = await Gate.Open();
        Assert.Equal(said, await gate.Show(gate.Token(head: head => head["alg"] = algorithm)));
        Assert.Equal(0, gate.Server.Fetches);
    }

    [Fact]
    public async Task No_algorithm_with_a_signature_is_refused()
    {
        await using var gate = await Gate.Open();
        var (head, body) = (Forge.Head(algorithm: "none"), Forge.OfConnector(gate.Time.GetUtcNow()).ToJsonString());
        Assert.Equal("401 algorithm", await gate.Show(Forge.Sign(head, body, _ => [1, 2, 3])));
        Assert.Equal("401 algorithm", await gate.Show(gate.Token(head: head => head.Remove("alg"))));
    }

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://API.botframework.com")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_issuer_is_refused_the_emulator_and_other_bots_too_before_any_key_is_fetched(string? issuer)
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 issuer", await gate.Show(gate.Token(claims => claims["iss"] = issuer)));
        Assert.Equal(0, gate.Server.Fetches);
    }

    [Fact]
    public async Task A_strangers_key_under_a_known_name_is_refused()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 signature", await gate.Show(gate.Token(key: Forge.Stranger)));
    }

    [Fact]
    public async Task A_key_nobody_published_and_a_token_that_names_none_are_refused()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 key", await gate.Show(gate.Token(head: head => head["kid"] = "other", key: Forge.Stranger)));
        Assert.Equal("401 key", await gate.Show(gate.Token(head: head => head["kid"] = "GOOD")));
        Assert.Equal("401 key", await gate.Show(gate.Token(head: head => head.Remove("kid"))));
    }

    [Theory]
    [InlineData(-30, -4, "valid")]              // clocks may be five minutes apart
    [InlineData(-30, -6, "401 lifetime")]
    [InlineData(4, 60, "valid")]
    [InlineData(6, 60, "401 lifetime")]
    [InlineData(null, 60, "valid")]
    [InlineData(-30, null, "401 lifetime")]
    [InlineData(60, -60, "401 lifetime")]
    public async Task A_token_is_good_in_its_time_on_our_clock(int? from, int? until, string said)
    {
        await using var gate = await Gate.Open();
        Assert.Equal(said, await gate.Show(gate.Token(claims =>
        {
            Set("nbf", from);
            Set("exp", until);
            void Set(string name, int? minutes)
            {
                claims.Remove(name);
                if (minutes is { } m)
                    claims[name] = gate.Time.GetUtcNow().AddMinutes(m).ToUnixTimeSeconds();
            }
        })));
    }

    [Fact]
    public async Task A_token_runs_out_as_time_goes_by()
    {
        await using var gate = await Gate.Open();
        var token = gate.Token();
        gate.Time.Advance(TimeSpan.FromMinutes(34));
        Assert.Equal("valid", await gate.Show(token));
        gate.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("401 lifetime", await gate.Show(token));
    }

    [Theory]
    [InlineData("\"44444444-4444-4444-8444-444444444444\"")]
    [InlineData("\"api://22222222-2222-4222-8222-222222222222\"")]
    [InlineData("\"22222222-2222-4222-8222-222222222222 \"")]
    [InlineData("[\"22222222-2222-4222-8222-222222222222\",\"44444444-4444-4444-8444-444444444444\"]")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task A_token_for_another_or_for_several_is_refused(string audience)
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 audience", await gate.Show(gate.Token(claims => claims["aud"] = JsonNode.Parse(audience))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("[\"webchat\"]")]
    [InlineData("[\"MSTEAMS\",\"msteams2\"]")]
    [InlineData("\"msteams\"")]
    [InlineData("{\"msteams\":true}")]
    [InlineData("[[\"msteams\"]]")]
    public async Task A_key_that_may_not_speak_for_Teams_is_refused(string? endorsements)
    {
        await using var gate = await Gate.Open();
        gate.Server.Keys.Add(Forge.Published("chat", Forge.Rolled, endorsements is null ? null : JsonNode.Parse(endorsements)));
        Assert.Equal("403 endorsement", await gate.Show(gate.Token(head: head => head["kid"] = "chat", key: Forge.Rolled)));
        Assert.Equal("valid", await gate.Show(gate.Token()));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_activity_of_another_channel_is_refused_even_with_a_key_for_that_one(string? channel)
    {
        await using var gate = await Gate.Open();
        Assert.Equal("403 channel", await gate.Show(gate.Token(), channel));
    }

    [Fact]
    public async Task The_activity_must_name_the_service_url_of_the_token_but_for_its_case()
    {
        await using var gate = await Gate.Open();
        var token = gate.Token();
        Assert.Equal("valid", await gate.Show(token, serviceUrl: Forge.ServiceUrl.ToUpperInvariant().Replace("HTTPS", "https", StringComparison.Ordinal)));
        foreach (var other in new[] { "https://evil.example/", "https://smba.trafficmanager.net/amer/", Forge.ServiceUrl.TrimEnd('/'), Forge.ServiceUrl + " ", "", null })
            Assert.Equal("403 serviceurl", await gate.Show(token, serviceUrl: other));
        Assert.Equal("403 serviceurl", await gate.Show(gate.Token(claims => claims.Remove("serviceurl"))));
        Assert.Equal("403 serviceurl", await gate.Show(gate.Token(claims => claims.Remove("serviceurl")), serviceUrl: null));
        Assert.Equal("403 serviceurl", await gate.Show(gate.Token(claims => claims["serviceurl"] = ""), serviceUrl: ""));
        Assert.Equal("403 serviceurl", await gate.Show(gate.Token(claims => claims["serviceurl"] = new JsonArray(Forge.ServiceUrl))));
    }

    [Fact]
    public async Task A_service_url_we_would_not_answer_to_is_refused_though_the_token_says_it()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("403 servicehost", await gate.Show(gate.Token(claims => claims["serviceurl"] = "https://evil.example/"), serviceUrl: "https://evil.example/"));
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("Bearer", "scheme")]
    [InlineData("Bearer ", "scheme")]
    [InlineData("Basic {0}", "scheme")]
    [InlineData("{0}", "scheme")]
    [InlineData("Bearer{0}", "scheme")]
    [InlineData(" Bearer {0}", "scheme")]
    [InlineData("Bearer\t{0}", "scheme")]
    [InlineData("Bearer  {0}", "malformed")]
    [InlineData("Bearer {0} ", "malformed")]
    [InlineData("Bearer {0},Bearer {0}", "malformed")]
    [InlineData("Bearer {0}=", "malformed")]
    [InlineData("Bearer {0}.", "malformed")]
    [InlineData("Bearer .{0}", "malformed")]
    [InlineData("Bearer {0}.{0}", "malformed")]
    [InlineData("Bearer a.b.c", "malformed")]
    [InlineData("Bearer ..", "malformed")]
    [InlineData("Bearer null", "malformed")]
    public async Task A_header_in_another_form_is_refused(string? header, string code)
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 " + code, await gate.Say(header?.Replace("{0}", gate.Token(), StringComparison.Ordinal)));
        Assert.Equal(0, gate.Server.Fetches);
    }

    [Fact]
    public async Task Two_headers_are_refused_and_the_scheme_may_be_written_small()
    {
        await using var gate = await Gate.Open();
        var good = "Bearer " + gate.Token();
        Assert.Equal("401 scheme", await gate.Say(new StringValues([good, good])));
        Assert.Equal("401 scheme", await gate.Say(new StringValues([good, ""])));
        Assert.Equal("401 missing", await gate.Say(StringValues.Empty));
        Assert.Equal("valid", await gate.Say("bearer " + gate.Token()));
    }

    [Fact]
    public async Task A_token_of_100_KB_is_refused_unread()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("401 size", await gate.Show(gate.Token(claims => claims["more"] = new string('x', 75 * 1024))));
        Assert.Equal("valid", await gate.Show(gate.Token(claims => claims["more"] = new string('x', 8 * 1024))));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"iss\":5}")]
    [InlineData("{\"iss\":{}}")]
    [InlineData("{\"iss\":\"https://api.botframework.com\",\"exp\":\"soon\"}")]
    [InlineData("{\"iss\":\"https://api.botframework.com\",\"exp\":{}}")]
    [InlineData("{\"iss\":\"https://api.botframework.com\",\"exp\":1e400,\"aud\":5}")]
    [InlineData("{\"iss\":\"https://api.botframework.com\",\"exp\":-99999999999999999,\"aud\":{}}")]
    [InlineData("{\"iss\":\"\\ud800\"}")]
    public async Task Claims_in_another_form_are_refused_and_nothing_is_thrown(string claims)
    {
        await using var gate = await Gate.Open();
        var token = Forge.Sign(Forge.Head(), claims, text => Forge.Good.SignData(text, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1));
        Assert.StartsWith("401 ", await gate.Show(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_one_character_of_a_token_is_changed_to_it_is_refused()
    {
        await using var gate = await Gate.Open();
        var token = gate.Token();
        Assert.Equal("valid", await gate.Show(token));
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. \0é";
        for (var i = 0; i < token.Length; i++)
        {
            // Every letter where text and bytes part ways, some elsewhere.
            var last = i == token.Length - 1 || token[i + 1] == '.';
            foreach (var letter in last ? letters : string.Concat(letters[i % letters.Length], letters[i * 7 % letters.Length], (char)(token[i] ^ 1)))
                if (letter != token[i])
                    Assert.StartsWith("401 ", await gate.Show($"{token[..i]}{letter}{token[(i + 1)..]}"), StringComparison.Ordinal);
            Assert.StartsWith("401 ", await gate.Show(token.Remove(i, 1)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_of_one_cloud_is_refused_in_the_others()
    {
        foreach (var cloud in TeamsCloud.All)
        {
            await using var gate = await Gate.Open(cloud);
            foreach (var (issuer, url) in new[] { ("https://api.botframework.com", Forge.ServiceUrl), ("https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/gcch/"), ("https://api.botframework.azure.cn", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/") })
            {
                var said = await gate.Show(gate.Token(claims => (claims["iss"], claims["serviceurl"]) = (issuer, url)), serviceUrl: url);
                Assert.Equal(issuer == cloud.Issuer ? "valid" : "401 issuer", said);
            }
        }
    }
}
