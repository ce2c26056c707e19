using System.Collections.Concurrent;
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
    // All nodes that find the ring empty make their first key under this name, and one of them does.
    const string FirstName = "first";

    static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    readonly ConcurrentDictionary<Guid, bool> _known = [];
    bool _isFirst;

    /// <summary>There is no key yet.</summary>
    public bool IsEmpty => All().All(row => Read(row) is null);

    /// <summary>How many rows hold no key at all: they are passed over, and stay.</summary>
    public int Damaged => All().Count(row => Read(row) is null);

    /// <summary>Whether a key was there when the ring was last read.</summary>
    public bool Knows(Guid key) => _known.ContainsKey(key);

    /// <summary>Whether a key is there now; knowing that is not yet having read it.</summary>
    public bool IsStored(Guid key) => All().Select(Read).OfType<XElement>().Any(element => Id(element) == key);

    /// <summary>What is stored meanwhile is the first key. Where another node was faster it is dropped, and theirs will be found.</summary>
    public void First(Action make)
    {
        _isFirst = true;
        make();
        _isFirst = false;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        List<XElement> all = [.. All().Select(Read).OfType<XElement>()];
        foreach (var element in all)
            Know(element);
        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var result = ring.Add(_isFirst ? FirstName : friendlyName, Write(element)).AsTask().GetAwaiter().GetResult();
        if (result is WriteResult.Written)
            Know(element);
        else if (!_isFirst || result is not WriteResult.Conflict)
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

    void Know(XElement element)
    {
        if (Id(element) is { } id)
            _known[id] = true;
    }

    static Guid? Id(XElement element) => Guid.TryParse(element.Attribute("id")?.Value, out var id) ? id : null;

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
