using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace WorkshopBot.Links;

/// <summary>Wraps keys under the master key as they are stored.</summary>
sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(master.Wrap(plaintextElement), typeof(MasterKeyDecryptor));
}

/// <summary>Unwraps keys. Its full name stands in every wrapped row, so it is never renamed or moved.</summary>
sealed class MasterKeyDecryptor : IXmlDecryptor
{
    readonly MasterKey? _master;

    public MasterKeyDecryptor(IServiceProvider services) => _master = services.GetService<MasterKey>();

    public XElement Decrypt(XElement encryptedElement) => _master?.Unwrap(encryptedElement) ?? throw new CryptographicException("There is no master key to unwrap with.");
}
