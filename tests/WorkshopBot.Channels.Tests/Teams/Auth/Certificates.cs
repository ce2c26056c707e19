using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

/// <summary>Files with certificates, in a folder that is gone afterwards.</summary>
sealed class Certificates : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificates");

    public X509Certificate2 Made { get; } = Make(Forge.Good);

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string Pfx(string? password = null, X509Certificate2? certificate = null)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("n") + ".pfx");
        System.IO.File.WriteAllBytes(path, (certificate ?? Made).Export(X509ContentType.Pkcs12, password));
        return path;
    }

    public string Pem(string? password = null) => File(Guid.NewGuid().ToString("n") + ".pem", Made.ExportCertificatePem() + "\n" + (password is null ? Forge.Good.ExportPkcs8PrivateKeyPem()
        : Forge.Good.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))));

    public static X509Certificate2 Make(RSA key) =>
        new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    public void Dispose()
    {
        Made.Dispose();
        _folder.Delete(recursive: true);
    }
}
