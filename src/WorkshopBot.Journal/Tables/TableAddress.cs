using System.Net;
using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>Where a table service is, and how one proves oneself to it. Says nothing of its secrets.</summary>
public sealed class TableAddress
{
    TableAddress(Uri endpoint, TableSharedKeyCredential? key, AzureSasCredential? sas) => (Endpoint, Key, Sas) = (endpoint, key, sas);

    public Uri Endpoint { get; }

    /// <summary>Cosmos DB for Table speaks the same protocol, but gives rows in no order and asks for tokens of its own.</summary>
    public bool IsCosmos => Endpoint.Host.Contains(".table.cosmos.", StringComparison.OrdinalIgnoreCase);

    internal TableSharedKeyCredential? Key { get; }

    internal AzureSasCredential? Sas { get; }

    /// <summary>What a token must be for, where there is neither key nor signature.</summary>
    internal string Scope => IsCosmos ? "https://cosmos.azure.com/.default" : "https://storage.azure.com/.default";

    /// <summary>Reads a connection string as Azure's portal gives it. Null: it is none, and the refusal says what is wrong without repeating any of it.</summary>
    public static TableAddress? FromConnectionString(string text, out string? refusal)
    {
        if (TableConnectionString.Read(text, out refusal) is not { } read || Parse(read.Endpoint, out refusal) is not { } endpoint)
            return null;
        if (read.Key is { } key)
            return new(endpoint, key, null);
        if (endpoint.Scheme == Uri.UriSchemeHttps || IsHere(endpoint))
            return new(endpoint, null, new(read.Sas!));
        refusal = "sends its signature over http, where others can read it; use https.";
        return null;
    }

    /// <summary>Reads an address alone; whoever runs here shows a token. Null: it is none, and the refusal says why.</summary>
    public static TableAddress? FromEndpoint(string text, out string? refusal)
    {
        if (Parse(text, out refusal) is not { } endpoint)
            return null;
        if (endpoint.Scheme == Uri.UriSchemeHttps)
            return new(endpoint, null, null);
        refusal = "must begin with https, since a token is shown to it.";
        return null;
    }

    public override string ToString() => Endpoint.Host;

    // A signature in an address would be a secret where nobody expects one.
    static Uri? Parse(string text, out string? refusal)
    {
        var right = Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 };
        refusal = right ? null : "is not an address like https://account.table.core.windows.net";
        return right ? new(address!.AbsoluteUri.TrimEnd('/')) : null;
    }

    static bool IsHere(Uri endpoint) => endpoint.IsLoopback || (IPAddress.TryParse(endpoint.Host, out var address) && IPAddress.IsLoopback(address));
}
