using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Journal.Tables;

/// <summary>An account's name and key. The key never comes out again; it only signs.</summary>
public sealed class TableSharedKeyCredential
{
    readonly byte[] _key;

    public TableSharedKeyCredential(string accountName, byte[] key) => (AccountName, _key) = (accountName, key);

    public string AccountName { get; }

    /// <summary>What the header Authorization says for a request sent at a date to a path, which is percent-encoded.</summary>
    public string Sign(string date, string path)
    {
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{AccountName}{path}");
        return $"SharedKeyLite {AccountName}:{Convert.ToBase64String(HMACSHA256.HashData(_key, signed))}";
    }
}
