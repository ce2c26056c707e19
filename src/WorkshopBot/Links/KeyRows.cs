using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using WorkshopBot.Journal;

namespace WorkshopBot.Links;

/// <summary>The key ring as Data Protection wants it: XML, and without waiting. It blocks, which is fine where it is called: at start, and once a day.</summary>
sealed class KeyRows(KeyRing ring) : IXmlRepository
{
    static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>How many rows hold no key at all: they are passed over, and stay.</summary>
    public int Damaged => All().Count(row => Read(row) is null);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. All().Select(Read).OfType<XElement>()];

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
            if (Read(row) is not { } key)
                continue;
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

    /// <summary>Whether a row of the ring holds a key, wrapped or not.</summary>
    public static bool IsKey(StoredRow row) => Read(row) is not null;

    static XElement? Read(StoredRow row)
    {
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(row.Data.Span));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static byte[] Write(XElement element) => Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
}
