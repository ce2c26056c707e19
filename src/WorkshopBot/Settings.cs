using System.Net;
using Microsoft.Extensions.Configuration;
using WorkshopBot.Links;
using WorkshopBot.Storages;
using WorkshopBot.Telemetry;

namespace WorkshopBot;

/// <summary>What the operator has set, checked. A wrong setting is a <see cref="SettingException"/> that says which and why.</summary>
sealed record Settings(StorageName Storage, bool TryIt, string? PublicUrl = null, MasterKey? MasterKey = null)
{
    public const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Where measures and traces go; null: nowhere.</summary>
    internal CollectorSettings? Collector { get; init; }

    /// <summary>Proxies whose word is taken for where a request came from; null: nobody's.</summary>
    internal KnownProxies? Proxies { get; init; }

    /// <param name="configuration">Everything that is set.</param>
    /// <param name="isAlone">No chat is set up.</param>
    public static Settings Read(IConfiguration configuration, bool isAlone = true)
    {
        // Where people come from a chat, nobody is anybody by typing a name.
        var tryIt = configuration["Web:TryIt"] is not { Length: > 0 } told ? isAlone : (bool.TryParse(told, out var on) ? on : throw new SettingException("Web:TryIt", $"'{told}' is neither true nor false."));
        var urls = Urls(configuration["Urls"]);
        if (tryIt && configuration["Web:PublicUrl"] is { Length: > 0 })
            throw new SettingException("Web:TryIt", "cannot be on together with Web:PublicUrl: whoever typed would be anybody. Set Web:TryIt to false.");
        if (tryIt && urls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
            throw new SettingException("Urls", $"'{open}' is open to other machines, and anybody may type while Web:TryIt is on. Use 127.0.0.1, or set Web:TryIt to false.");
        var proxies = KnownProxies.Read(configuration["Web:KnownProxies"]);
        if (tryIt && proxies is not null)
            throw new SettingException("Web:TryIt", "cannot be on together with Web:KnownProxies: what comes through a proxy is not of this machine. Set Web:TryIt to false.");
        return new(StorageName.Of(configuration, StorageName.Journal), tryIt, PublicUrlOf(configuration["Web:PublicUrl"]), MasterKeyOf(configuration["Security:MasterKey"])) { Collector = CollectorSettings.Read(configuration), Proxies = proxies };
    }

    static string? PublicUrlOf(string? url)
    {
        if (string.IsNullOrEmpty(url))
            return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? address.AbsoluteUri.TrimEnd('/') : throw new SettingException("Web:PublicUrl", $"'{url}' is not an address like https://bot.example.com.");
    }

    // What was set is a secret, and is not said again.
    static MasterKey? MasterKeyOf(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
            return null;
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var bytes) && bytes == Links.MasterKey.Bytes ? new(key[..bytes]) : throw new SettingException("Security:MasterKey", $"must be {Links.MasterKey.Bytes} bytes in base64, as from: openssl rand -base64 {Links.MasterKey.Bytes}");
    }

    static List<BindingAddress> Urls(string? urls)
    {
        try
        {
            var all = (urls ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).ToList();
            if (all.FirstOrDefault(url => !string.Equals(url.Scheme, "http", StringComparison.OrdinalIgnoreCase)) is { } other)
                throw new SettingException("Urls", $"'{other}' is not http; what ends TLS stands before the bot.");
            return all.Count > 0 ? all : throw new SettingException("Urls", "must name an address to listen on.");
        }
        catch (FormatException)
        {
            throw new SettingException("Urls", $"'{urls}' is not an address like {DefaultUrl}.");
        }
    }

    static bool IsLoopback(BindingAddress url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
