using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>A key tokens are signed with, and what is said of it: which channels it may speak for, and, of people's keys, whose it is.</summary>
sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements, string? Issuer)
{
    const int FewestBits = 2048;

    /// <summary>The usable keys of a published set; what is no RSA key for signatures is left out.</summary>
    public static IReadOnlyList<SigningKey> Set(JsonElement keys) =>
        keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray().Select(Read).OfType<SigningKey>()] : [];

    static SigningKey? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "kty") != "RSA" || Text(json, "use") is not (null or "sig")
            || Text(json, "kid") is not { Length: > 0 } id || Bytes(json, "n") is not { Length: >= FewestBits / 8 } modulus || Bytes(json, "e") is not { Length: > 0 and <= 4 } exponent)
            return null;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        try
        {
            using var tried = RSA.Create(parameters);
        }
        catch (CryptographicException)
        {
            return null;
        }
        return new(new RsaSecurityKey(parameters) { KeyId = id }, Endorsed(json), Text(json, "issuer"));
    }

    // Without a list in the right form a key speaks for no channel.
    static string[] Endorsed(JsonElement json) =>
        json.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];

    static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static byte[]? Bytes(JsonElement json, string name)
    {
        try
        {
            return Text(json, name) is { } text ? Base64UrlEncoder.DecodeBytes(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
