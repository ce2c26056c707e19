using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace WorkshopBot;

/// <summary>
/// The proxies before the bot, by address or network. What they say of where a request came from, by which scheme and to which host, is believed; the same from anybody else is not,
/// since whoever connects can write it.
/// </summary>
sealed record KnownProxies(IReadOnlyList<System.Net.IPNetwork> Networks)
{
    // One for each proxy in a row; more would only be what strangers wrote.
    const int MostInARow = 3;

    /// <summary>Null: none are set. Throws <see cref="SettingException"/>.</summary>
    public static KnownProxies? Read(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return null;
        return new([.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)]);
    }

    /// <summary>For the framework's own reading of these headers.</summary>
    public ForwardedHeadersOptions Options()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = MostInARow };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
            options.KnownIPNetworks.Add(network);
        return options;
    }

    static System.Net.IPNetwork Network(string text) => System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException("Web:KnownProxies", $"'{text}' is neither an address like 10.0.0.4 nor a network like 10.0.0.0/24.");
}
