using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using WorkshopBot.Journal;

namespace WorkshopBot.Links;

/// <summary>
/// The keys of this installation, kept in the storage and wrapped under the master key where there is one: links are made with them, and secrets of chats are sealed. What is made for one
/// purpose is nothing for another. Thread-safe.
/// </summary>
public sealed class SavedKeys : IDisposable
{
    const string Application = "WorkshopBot";

    readonly ServiceProvider _services;
    readonly IDataProtectionProvider _protection;

    SavedKeys(ServiceProvider services, KeyRows keys)
    {
        (_services, _protection) = (services, services.GetRequiredService<IDataProtectionProvider>());
        // Makes the first key where there is none, so that a storage that takes none stops the start and not the first link.
        Protector(nameof(SavedKeys)).Protect([]);
        Lost = services.GetRequiredService<IKeyManager>().GetAllKeys().Count(key => !Opens(key)) + keys.Damaged;
    }

    /// <summary>How many of the saved keys cannot be opened: they were wrapped under another master key, or are damaged. What was made with them is dead.</summary>
    public int Lost { get; }

    /// <summary>Opens the key ring in the storage, wrapped under <paramref name="master"/> where there is one. Throws <see cref="StorageUnavailableException"/>.</summary>
    public static SavedKeys Open(IRowStore rows, MasterKey? master)
    {
        var keys = new KeyRows(new KeyRing(rows));
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName(Application).AddKeyManagementOptions(options => options.XmlRepository = keys);
        if (master is not null)
        {
            var encryptor = new MasterKeyEncryptor(master);
            services.AddSingleton(master).Configure<KeyManagementOptions>(options => options.XmlEncryptor = encryptor);
            keys.Wrap(encryptor);
        }
        var provider = services.BuildServiceProvider();
        try
        {
            return new(provider, keys);
        }
        catch (CryptographicException e)
        {
            provider.Dispose();
            throw new StorageUnavailableException(StorageFault.Unreachable, $"The keys of links and secrets cannot be kept: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>What bytes are sealed with for one purpose; a name of it that is never changed.</summary>
    public IDataProtector Protector(string purpose) => _protection.CreateProtector(purpose);

    /// <summary>Reads what was sealed for a purpose; null for what was made with a key that does not open, or changed.</summary>
    public byte[]? Open(string purpose, byte[] closed)
    {
        try
        {
            return Protector(purpose).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _services.Dispose();

    static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or System.Xml.XmlException or InvalidOperationException)
        {
            return false;
        }
    }
}
