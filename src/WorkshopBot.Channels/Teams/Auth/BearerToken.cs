using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Reads the one signed token of an Authorization header; what it claims is not believed yet.</summary>
static class BearerToken
{
    /// <summary>Far more than any of Microsoft's has.</summary>
    public const int MostChars = 16 * 1024;

    /// <summary>Signed with an RSA key: a token signed with a shared secret, or not at all, is not even looked at.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    const string Scheme = "Bearer ";

    /// <summary>The token, or one word for why there is none.</summary>
    public static JsonWebToken? Read(StringValues authorization, out string fault)
    {
        fault = Fault(authorization, out var text);
        if (fault.Length > 0)
            return null;
        try
        {
            var token = new JsonWebToken(text);
            fault = !Algorithms.Contains(token.Alg, StringComparer.Ordinal) ? "algorithm" : string.IsNullOrEmpty(token.Kid) ? "key" : "";
            return fault.Length == 0 ? token : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or JsonException or SecurityTokenException)
        {
            fault = "malformed";
            return null;
        }
    }

    static string Fault(StringValues authorization, out string text)
    {
        text = "";
        if (authorization is not [{ Length: > 0 } header])
            return authorization.Count > 1 ? "scheme" : "missing";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length)
            return "scheme";
        if (header.Length > MostChars)
            return "size";
        text = header[Scheme.Length..];
        return text.Split('.') is [{ Length: > 0 } head, { Length: > 0 } body, { Length: > 0 } signature] && IsBase64Url(head) && IsBase64Url(body) && IsBase64Url(signature) ? "" : "malformed";
    }

    static bool IsBase64Url(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
