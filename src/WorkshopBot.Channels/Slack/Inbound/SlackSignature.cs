using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Says whether a request is Slack's, by the bytes of its body (slack.md, section 1.1). Without a secret none is.</summary>
/// <param name="secrets">Signing secrets; two while one takes the place of the other.</param>
/// <param name="clock">What the time of a request is held against.</param>
public sealed class SlackSignature(ImmutableArray<string> secrets, TimeProvider clock)
{
    public const string TimeHeader = "X-Slack-Request-Timestamp";

    public const string SignatureHeader = "X-Slack-Signature";

    const string Version = "v0=";

    /// <summary>Nobody can use a request again that was overheard, once this long has passed.</summary>
    const int Window = 300;

    readonly ImmutableArray<byte[]> _keys = [.. secrets.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    /// <param name="timestamp">The header, once.</param>
    /// <param name="signature">The header, once.</param>
    /// <param name="body">As it came.</param>
    public bool Proves(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (timestamp is null || signature is null || signature.Length != Version.Length + (SHA256.HashSizeInBytes * 2) || !IsNow(timestamp))
            return false;
        var before = $"v0:{timestamp}:";
        // In one piece: the cryptography is called once for all of it.
        var signed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(before.Length) + body.Length);
        var front = Encoding.UTF8.GetBytes(before, signed);
        body.CopyTo(signed.AsSpan(front));
        var (given, proven) = (Encoding.UTF8.GetBytes(signature), false);
        foreach (var key in _keys)
            proven |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Version + Convert.ToHexStringLower(HMACSHA256.HashData(key, signed.AsSpan(0, front + body.Length)))));
        ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        return proven;
    }

    bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && clock.GetUtcNow().ToUnixTimeSeconds() is var now && at >= now - Window && at <= now + Window;
}
