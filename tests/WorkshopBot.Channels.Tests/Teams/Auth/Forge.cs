using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

/// <summary>Makes keys, and tokens of every kind, right and wrong.</summary>
static class Forge
{
    public const string App = "22222222-2222-4222-8222-222222222222", Tenant = "11111111-1111-4111-8111-111111111111", Person = "33333333-3333-4333-8333-333333333333";

    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/";

    public static readonly RSA Good = RSA.Create(2048), Rolled = RSA.Create(2048), Stranger = RSA.Create(2048);

    /// <summary>As the Connector publishes it.</summary>
    public static JsonObject Published(string id, RSA key, JsonNode? endorsements = null, string? issuer = null)
    {
        var parameters = key.ExportParameters(false);
        var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["x5t"] = id, ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
        if (endorsements is not null)
            json["endorsements"] = endorsements;
        if (issuer is not null)
            json["issuer"] = issuer;
        return json;
    }

    public static JsonArray Teams => ["msteams", "webchat"];

    /// <summary>As the Connector sends it, an hour around this time.</summary>
    public static JsonObject OfConnector(DateTimeOffset now) => new()
    {
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = now.AddMinutes(-30).ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(30).ToUnixTimeSeconds(),
        ["iss"] = "https://api.botframework.com",
        ["aud"] = App,
    };

    /// <summary>As Teams gives a tab, an hour around this time.</summary>
    public static JsonObject OfPerson(DateTimeOffset now, string login = "https://login.microsoftonline.com") => new()
    {
        ["aud"] = App,
        ["iss"] = $"{login}/{Tenant}/v2.0",
        ["iat"] = now.AddMinutes(-30).ToUnixTimeSeconds(),
        ["nbf"] = now.AddMinutes(-30).ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(30).ToUnixTimeSeconds(),
        ["name"] = "Ann Lee",
        ["oid"] = Person,
        ["scp"] = "access_as_user",
        ["tid"] = Tenant,
        ["ver"] = "2.0",
    };

    public static JsonObject Head(string id = "good", string algorithm = "RS256") => new() { ["alg"] = algorithm, ["kid"] = id, ["x5t"] = id, ["typ"] = "JWT" };

    public static string Sign(JsonObject head, JsonObject claims, RSA key) => Sign(head, claims.ToJsonString(), text => (string?)head["alg"] switch
    {
        "none" => [],
        // What whoever knows the published key can make.
        "HS256" => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), text),
        "PS256" => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        var algorithm => key.SignData(text, algorithm is "RS512" ? HashAlgorithmName.SHA512 : algorithm is "RS384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    });

    public static string Sign(JsonObject head, string claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Base64UrlEncoder.Encode(head.ToJsonString())}.{Base64UrlEncoder.Encode(claims)}";
        return $"{text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }
}
