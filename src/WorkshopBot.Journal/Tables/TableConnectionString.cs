namespace WorkshopBot.Journal.Tables;

/// <summary>What stands in a connection string. Whatever is wrong with it, no refusal repeats a name or value that we do not know by heart: it may be the key, in the wrong place.</summary>
sealed record TableConnectionString(string Endpoint, TableSharedKeyCredential? Key, string? Sas)
{
    const string EmulatorAccount = "devstoreaccount1";
    const string EmulatorEndpoint = "http://127.0.0.1:10002/" + EmulatorAccount;

    // The emulator's own, the same everywhere and no secret.
    const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6" + "IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    static readonly string[] Known =
    [
        "UseDevelopmentStorage", "DefaultEndpointsProtocol", "AccountName", "AccountKey", "EndpointSuffix", "TableEndpoint", "SharedAccessSignature",
        "TableSecondaryEndpoint", "BlobEndpoint", "BlobSecondaryEndpoint", "QueueEndpoint", "QueueSecondaryEndpoint", "FileEndpoint", "FileSecondaryEndpoint",
    ];

    /// <summary>Null: it is none, and the refusal says what is wrong.</summary>
    public static TableConnectionString? Read(string text, out string? refusal)
    {
        (var read, refusal) = Settings(text) switch
        {
            (null, var why) => (null, why),
            ({ } set, _) => Read(set),
        };
        return read;
    }

    // A record would show its secrets.
    public override string ToString() => nameof(TableConnectionString);

    static (TableConnectionString?, string?) Read(Dictionary<string, string> set)
    {
        if (set.TryGetValue("UseDevelopmentStorage", out var emulator))
            return !emulator.Equals("true", StringComparison.OrdinalIgnoreCase) ? (null, "has UseDevelopmentStorage, which can only be true.")
                : set.Count > 1 ? (null, "has UseDevelopmentStorage and more; the emulator's needs nothing else.")
                : (new(EmulatorEndpoint, KeyOf(EmulatorAccount, EmulatorKey), null), null);
        var (name, key, sas) = (set.GetValueOrDefault("AccountName"), set.GetValueOrDefault("AccountKey"), set.GetValueOrDefault("SharedAccessSignature"));
        var protocol = set.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https";
        if (protocol is not ("https" or "http"))
            return (null, "has a DefaultEndpointsProtocol that is neither https nor http.");
        var endpoint = set.GetValueOrDefault("TableEndpoint") ?? (name is null ? null : $"{protocol}://{name}.table.{set.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net"}");
        if (endpoint is null)
            return (null, "names neither an AccountName nor a TableEndpoint.");
        if (key is null == sas is null)
            return (null, key is null ? "has neither an AccountKey nor a SharedAccessSignature." : "has both an AccountKey and a SharedAccessSignature; one is enough.");
        if (sas is not null)
            return IsSignature(sas.TrimStart('?')) ? (new(endpoint, null, sas.TrimStart('?')), null) : (null, "has a SharedAccessSignature that is none.");
        if (name is null)
            return (null, "has an AccountKey but no AccountName.");
        return KeyOf(name, key!) is { } credential ? (new(endpoint, credential, null), null) : (null, "has an AccountKey that is not base64.");
    }

    static (Dictionary<string, string>?, string?) Settings(string text)
    {
        var set = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || Known.FirstOrDefault(known => known.Equals(setting[..equals].Trim(), StringComparison.OrdinalIgnoreCase)) is not { } name)
                return (null, "has a part that is not of the form Name=value, or whose name is not one of a connection string.");
            if (setting[(equals + 1)..].Trim() is not { Length: > 0 } value)
                return (null, $"has an empty {name}.");
            if (!set.TryAdd(name, value))
                return (null, $"has {name} twice.");
        }
        return set.Count > 0 ? (set, null) : (null, "is empty.");
    }

    static TableSharedKeyCredential? KeyOf(string account, string base64)
    {
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var bytes) && bytes > 0 ? new(account, key[..bytes]) : null;
    }

    // It goes into the address as it is.
    static bool IsSignature(string sas) =>
        Uri.IsWellFormedUriString("https://host/?" + sas, UriKind.Absolute) && !sas.Contains('#', StringComparison.Ordinal) && sas.Split('&').Any(part => part.StartsWith("sig=", StringComparison.Ordinal) && part.Length > 4);
}
