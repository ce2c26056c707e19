namespace WorkshopBot.Workshops.Tenants;

/// <summary>Reads the keys of people and rooms: platform, tenant and the rest, parted by colons.</summary>
public static class Tenant
{
    /// <summary>Platform and tenant, the first two parts of a key; the whole key where it has no more.</summary>
    public static string Of(string key)
    {
        var platform = key.IndexOf(':', StringComparison.Ordinal);
        var tenant = platform < 0 ? -1 : key.IndexOf(':', platform + 1);
        return tenant < 0 ? key : key[..tenant];
    }

    /// <summary>The first part of a key.</summary>
    public static string Platform(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? key[..end] : key;

    /// <summary>The platform as people call it: as its keys do, with a capital letter.</summary>
    public static string Chat(string key) => Platform(key) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";

    /// <summary>The second part of a key.</summary>
    public static string Id(string key) => Of(key) is var tenant && tenant.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? tenant[(at + 1)..] : "";
}
