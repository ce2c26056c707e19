using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Reads what the bot proves itself with: exactly one of four.</summary>
static class ToldProof
{
    /// <summary>The variable a cluster sets beside the file.</summary>
    public const string TokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    const string Secret = "ClientSecret", Certificate = "CertificatePath", Password = "CertificatePassword", Managed = "ManagedIdentity", Workload = "WorkloadIdentity";

    /// <summary>Whether any is, right or wrong.</summary>
    public static bool IsSet(ToldSettings told) => Set(told).Count > 0 || told.Has(Password);

    /// <summary>Null where none is set, or the one that is is wrong; what is missing is wrong only for a bot with an id.</summary>
    public static TeamsProof? Read(ToldSettings told, string? appId)
    {
        var set = Set(told);
        if (set.Count > 1)
            told.Fault(set[1], $"cannot be set together with Teams:{set[0]}: the bot proves itself in one way.");
        if (told.Has(Password) && !set.Contains(Certificate))
            told.Fault(Password, $"is for Teams:{Certificate}, which is missing.");
        if (set.Count == 0 && told.Has("AppId"))
            told.Fault(Secret, $"is missing; or set Teams:{Certificate}, Teams:{Managed} or Teams:{Workload} instead.");
        return set is not [var one] ? null : one switch
        {
            Secret => ReadSecret(told),
            Certificate => ReadCertificate(told),
            Managed => ReadManaged(told, appId),
            _ => ReadWorkload(told),
        };
    }

    static List<string> Set(ToldSettings told) => [.. new[] { Secret, Certificate, Managed, Workload }.Where(key => told.Text(key) is { } value && !(key is Managed or Workload && string.Equals(value, "false", StringComparison.OrdinalIgnoreCase)))];

    static TeamsProof.Secret? ReadSecret(ToldSettings told)
    {
        var secret = told.Text(Secret)!;
        if (secret.Trim().Length == secret.Length)
            return new(secret);
        told.Fault(Secret, "begins or ends with a blank.");
        return null;
    }

    // The bot of such an identity is registered under the identity's own client id; a machine may have several identities.
    static TeamsProof.ManagedIdentity? ReadManaged(ToldSettings told, string? appId)
    {
        var value = told.Text(Managed)!;
        if (string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) || (Guid.TryParseExact(value, "D", out var id) && (appId is null || id.ToString("D") == appId)))
            return new();
        told.Fault(Managed, "must be true, or the app id once more: the client id of a bot's identity is its app id.");
        return null;
    }

    static TeamsProof.WorkloadIdentity? ReadWorkload(ToldSettings told)
    {
        if (!told.Flag(Workload))
            return null;
        if (told.Around(TokenFile) is { } file)
            return new(file);
        told.Fault(Workload, $"needs {TokenFile}, which the cluster sets for a workload that has an identity.");
        return null;
    }

    static TeamsProof.Certificate? ReadCertificate(ToldSettings told)
    {
        try
        {
            var certificate = Load(told.Text(Certificate)!, told.Text(Password));
            using var key = certificate.GetRSAPrivateKey();
            if (key is not null)
                return new(certificate);
            certificate.Dispose();
            told.Fault(Certificate, "names a certificate without an RSA private key.");
        }
        catch (CryptographicException)
        {
            told.Fault(Certificate, $"names no PFX or PEM file that opens; does Teams:{Password} fit?");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            told.Fault(Certificate, "names no file that can be read.");
        }
        return null;
    }

    static X509Certificate2 Load(string path, string? password) =>
        !path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
}
