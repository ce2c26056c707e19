using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>
/// Knows again who began an install: the state goes to Slack and comes back, the secret stays in the browser. A state is sealed, good for a while, for the browser with its secret, and once.
/// </summary>
sealed class InstallState(SlackSeal seal, TimeProvider time)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    const int SecretBytes = 32;
    const int MostChars = 1_024;
    const int MostUsed = 10_000;

    readonly Lock _lock = new();
    readonly RecentNotes<DateTimeOffset> _used = new(MostUsed);

    public (string State, string Secret) Make()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var open = new byte[sizeof(long) + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(open, (time.GetUtcNow() + GoodFor).ToUnixTimeMilliseconds());
        SHA256.HashData(secret, open.AsSpan(sizeof(long)));
        return (Base64Url.EncodeToString(seal.Close(open)), Base64Url.EncodeToString(secret));
    }

    /// <summary>Whether this browser began it, lately, and has not finished it yet; from now on it has.</summary>
    public bool Take(string state, string secret)
    {
        if (Read(state) is not { Length: > 0 } closed || Read(secret) is not { Length: SecretBytes } known || seal.Open(closed) is not { Length: sizeof(long) + SHA256.HashSizeInBytes } open)
            return false;
        var hash = open.AsSpan(sizeof(long));
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(known), hash) || time.GetUtcNow() >= DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(open)))
            return false;
        var name = Convert.ToHexString(hash);
        lock (_lock)
        {
            if (_used.TryGet(name, out _))
                return false;
            _used.Set(name, time.GetUtcNow());
            return true;
        }
    }

    static byte[]? Read(string text) => text.Length is > 0 and <= MostChars && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
