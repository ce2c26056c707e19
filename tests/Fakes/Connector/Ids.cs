using System.Globalization;

namespace WorkshopBot.Fakes.Connector;

/// <summary>How ids of conversations are read, and made.</summary>
static class Ids
{
    const string Message = ";messageid=";

    public static string Base(string conversation) => conversation.Split(';')[0];

    public static string Thread(string channel, string root) => channel + Message + root;

    /// <summary>The root in an id; null for none. False: it is none that could be.</summary>
    public static bool TryRoot(string conversation, out string? root)
    {
        root = null;
        var at = conversation.IndexOf(';', StringComparison.Ordinal);
        if (at < 0)
            return true;
        if (!conversation.AsSpan(at).StartsWith(Message))
            return false;
        root = conversation[(at + Message.Length)..];
        return long.TryParse(root, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
    }

    /// <summary>Something opaque that is the same for the same words.</summary>
    public static string Opaque(string of) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of)))[..32];

    public static string Guid(string of) => new Guid(Convert.FromHexString(Opaque(of))).ToString();
}
