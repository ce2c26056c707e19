using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using WorkshopBot.Journal;

namespace WorkshopBot.Links;

/// <summary>The key ring as Data Protection wants it: XML, and without waiting. It blocks, which is fine where it is called: at start, and once a day.</summary>
sealed class KeyRows(KeyRing ring) : IXmlRepository
{
    static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. All().Select(Read)];

    public void StoreElement(XElement element, string friendlyName)
    {
        if (ring.Add(friendlyName, Write(element)).AsTask().GetAwaiter().GetResult() is not WriteResult.Written)
            throw new StorageUnavailableException(StorageFault.Unreachable, "A key could not be saved.");
    }

    /// <summary>Wraps the keys that were saved before there was something to wrap them with. One that cannot be rewritten now stays as it is until the next start.</summary>
    public void Wrap(IXmlEncryptor encryptor)
    {
        foreach (var row in All())
        {
            var key = Read(row);
            List<XElement> plain = [.. key.Descendants().Where(element => (bool?)element.Attribute(Protection + "requiresEncryption") == true)];
            foreach (var secret in plain)
            {
                var wrapped = encryptor.Encrypt(new XElement(secret));
                secret.ReplaceWith(new XElement(Protection + "encryptedSecret", new XAttribute("decryptorType", wrapped.DecryptorType.AssemblyQualifiedName!), wrapped.EncryptedElement));
            }
            if (plain.Count > 0)
                ring.Rewrite(row, Write(key)).AsTask().GetAwaiter().GetResult();
        }
    }

    IReadOnlyList<StoredRow> All() => ring.All().AsTask().GetAwaiter().GetResult();

    static XElement Read(StoredRow row) => XElement.Parse(System.Text.Encoding.UTF8.GetString(row.Data.Span));

    static byte[] Write(XElement element) => System.Text.Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
}
