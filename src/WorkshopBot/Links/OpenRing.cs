using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using WorkshopBot.Journal;

namespace WorkshopBot.Links;

/// <summary>The key ring as it was read, and what seals and opens with it. Thread-safe.</summary>
sealed class OpenRing : IDisposable
{
    const string Application = "WorkshopBot";

    // However wrong the clock of a machine is, the first key is good on it at once.
    static readonly TimeSpan Back = TimeSpan.FromHours(1);

    static readonly TimeSpan GoodFor = TimeSpan.FromDays(90);

    readonly ServiceProvider _services;
    readonly KeyRows _keys;
    readonly IDataProtectionProvider _protection;
    readonly ConcurrentDictionary<string, IDataProtector> _made = new(StringComparer.Ordinal);

    OpenRing(ServiceProvider services, KeyRows keys, TimeProvider time)
    {
        (_services, _keys, _protection) = (services, keys, services.GetRequiredService<IDataProtectionProvider>());
        var manager = services.GetRequiredService<IKeyManager>();
        if (keys.IsEmpty)
        {
            // Data Protection reads the machine's clock, whatever the bot's own says: it is to find the key good by either.
            var (now, machine) = (time.GetUtcNow(), TimeProvider.System.GetUtcNow());
            keys.First(() => manager.CreateNewKey((now < machine ? now : machine) - Back, (now > machine ? now : machine) + GoodFor));
        }
        // Makes a key where none opens, so that a storage that takes none stops the start and not the first link.
        Protector(nameof(SavedKeys)).Protect([]);
        Lost = manager.GetAllKeys().Count(key => !Opens(key)) + keys.Damaged;
    }

    public int Lost { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/>.</summary>
    public static OpenRing Of(IRowStore rows, TimeProvider time, MasterKey? master)
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
            return new(provider, keys, time);
        }
        catch (Exception e) when (e is CryptographicException or StorageUnavailableException)
        {
            provider.Dispose();
            throw new StorageUnavailableException(StorageFault.Unreachable, $"The keys of links and secrets cannot be kept: {(e.InnerException ?? e).Message}", e);
        }
    }

    public IDataProtector Protector(string purpose) => _made.GetOrAdd(purpose, _protection.CreateProtector);

    /// <summary>It was there when the ring was read.</summary>
    public bool Knows(Guid key) => _keys.Knows(key);

    /// <summary>It is there now. Throws <see cref="StorageUnavailableException"/>.</summary>
    public bool IsStored(Guid key) => _keys.IsStored(key);

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
