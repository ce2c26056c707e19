using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace WorkshopBot.Links;

/// <summary>
/// The key of the operator that wraps the keys in the storage (AES-256-GCM), so that who gets hold of the file alone can make no link. It is in no row and no log.
/// </summary>
public sealed class MasterKey
{
    public const int Bytes = 32;

    const int Nonce = 12;
    const int Tag = 16;
    const int IdCharacters = 16;

    static readonly XName Wrapped = "wrapped";

    readonly byte[] _key;

    /// <summary>Throws <see cref="ArgumentException"/> for anything but <see cref="Bytes"/> bytes.</summary>
    public MasterKey(byte[] key)
    {
        if (key.Length != Bytes)
            throw new ArgumentException("The key is of another length.", nameof(key));
        _key = key;
        // Names the key and says nothing of it.
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "WorkshopBot key id"u8))[..IdCharacters];
    }

    /// <summary>Noted beside what it wraps, so that another key is told from damage.</summary>
    public string Id { get; }

    public XElement Wrap(XElement plain)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[Nonce + text.Length + Tag];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), text, sealedBytes.AsSpan(Nonce, text.Length), sealedBytes.AsSpan(Nonce + text.Length), Encoding.ASCII.GetBytes(Id));
        CryptographicOperations.ZeroMemory(text);
        return new(Wrapped, new XAttribute("key", Id), Convert.ToBase64String(sealedBytes));
    }

    /// <summary>Throws <see cref="CryptographicException"/> when it was wrapped under another key, or is damaged.</summary>
    public XElement Unwrap(XElement wrapped)
    {
        if ((string?)wrapped.Attribute("key") != Id)
            throw new CryptographicException(string.Create(CultureInfo.InvariantCulture, $"Wrapped under another key than {Id}."));
        byte[] all;
        try
        {
            all = Convert.FromBase64String(wrapped.Value);
        }
        catch (FormatException e)
        {
            throw new CryptographicException("What was wrapped is damaged.", e);
        }
        if (all.Length < Nonce + Tag)
            throw new CryptographicException("What was wrapped is damaged.");
        var text = new byte[all.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(all.AsSpan(0, Nonce), all.AsSpan(Nonce, text.Length), all.AsSpan(Nonce + text.Length), text, Encoding.ASCII.GetBytes(Id));
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}
