using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Signs what Slack delivers.</summary>
public static class SlackSigner
{
    /// <summary>The value of X-Slack-Signature for a body sent at a time in Unix seconds.</summary>
    public static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
}
