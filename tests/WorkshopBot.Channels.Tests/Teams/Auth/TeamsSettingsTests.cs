using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using WorkshopBot.Channels.Teams.Auth;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class TeamsSettingsTests : IDisposable
{
    const string Bot = "AppId=" + Forge.App + "|TenantId=" + Forge.Tenant, Secret = "hunter2-PASSWORD", Right = Bot + "|ClientSecret=" + Secret;

    readonly Certificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("AppId=|TenantId=|ClientSecret=|AllowAnonymous=")]
    [InlineData("AllowAnonymous=false|ManagedIdentity=false|WorkloadIdentity=False")]
    [InlineData("BotName=Journey|Cloud=UsGov|Targeted=true")]
    public void While_nothing_says_who_the_bot_is_Teams_is_off(string set)
    {
        var read = Read(set);
        Assert.Null(read.Settings);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void An_id_a_tenant_and_a_secret_are_enough()
    {
        var settings = Settings(Right.Replace("AppId=" + Forge.App, "AppId=" + Forge.App.ToUpperInvariant(), StringComparison.Ordinal));
        Assert.Equal(new TeamsSettings(settings.Cloud, Forge.App, Forge.Tenant, new TeamsProof.Secret(Secret)), settings);
        Assert.Equal(("Public", "WorkshopBot", false, false, null, false), (settings.Cloud.Name, settings.BotName, settings.Targeted, settings.AllowLoopback, settings.SsoResource, settings.IsAnonymous));
    }

    [Fact]
    public void Everything_else_can_be_set()
    {
        var settings = Settings(Right + $"|Cloud=china|BotName=Journey|Targeted=True|ServiceHosts:0=smba.example.cn|ServiceHosts:1=.teams.example.cn|SsoResource=api://bot.example.com/{Forge.App}");
        Assert.Equal(("China", "Journey", true, $"api://bot.example.com/{Forge.App}"), (settings.Cloud.Name, settings.BotName, settings.Targeted, settings.SsoResource));
        Assert.Equal([.. TeamsCloud.China.ServiceHosts, "smba.example.cn", ".teams.example.cn"], settings.Cloud.ServiceHosts);
        Assert.Equal([.. TeamsCloud.Public.ServiceHosts, "a.example.com", "b.example.com"], Settings(Right + "|ServiceHosts=a.example.com, b.example.com").Cloud.ServiceHosts);
        Assert.True(Settings(Right + "|AllowLoopback=true", development: true).AllowLoopback);
    }

    [Fact]
    public void Nobody_needs_an_id_in_development_on_this_machine()
    {
        var settings = Settings("AllowAnonymous=true", development: true);
        Assert.Equal((true, true, null, null, null), (settings.IsAnonymous, settings.AllowLoopback, settings.AppId, settings.TenantId, settings.Proof));
        Assert.NotNull(TeamsSettings.Read(Configuration("AllowAnonymous=true"), true, ["http://localhost:1", "http://[::1]:2", "http://127.0.0.9:3"]).Settings);
    }

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://bot.example.com")]
    [InlineData("http://192.168.0.7:80")]
    [InlineData("http://unix:/run/bot.sock")]
    [InlineData("nonsense")]
    public void Nobody_goes_without_an_id_where_other_machines_may_come(string url)
    {
        var fault = Assert.Single(TeamsSettings.Read(Configuration("AllowAnonymous=true"), true, ["http://127.0.0.1:3978", url]).Faults);
        Assert.Equal("Teams:AllowAnonymous", fault.Key);
    }

    [Theory]
    [InlineData("AppId=bot|TenantId=" + Forge.Tenant + "|ClientSecret=x", "AppId")]
    [InlineData("AppId={" + Forge.App + "}|TenantId=" + Forge.Tenant + "|ClientSecret=x", "AppId")]
    [InlineData("AppId=00000000-0000-0000-0000-000000000000|TenantId=" + Forge.Tenant + "|ClientSecret=x", "AppId")]
    [InlineData("ClientSecret=x", "AppId")]
    [InlineData("TenantId=" + Forge.Tenant, "AppId")]
    [InlineData("ManagedIdentity=true", "AppId")]
    [InlineData("AppId=" + Forge.App + "|ClientSecret=x", "TenantId")]
    [InlineData("AppId=" + Forge.App + "|ClientSecret=x|TenantId=contoso.com", "TenantId")]
    [InlineData(Bot, "ClientSecret")]
    [InlineData(Bot + "|ManagedIdentity=false", "ClientSecret")]
    [InlineData(Bot + "|ClientSecret= x", "ClientSecret")]
    [InlineData(Bot + "|ClientSecret=x\n", "ClientSecret")]
    [InlineData(Right + "|ManagedIdentity=true", "ManagedIdentity")]
    [InlineData(Right + "|WorkloadIdentity=true", "WorkloadIdentity")]
    [InlineData(Right + "|CertificatePath=/x.pfx", "CertificatePath")]
    [InlineData(Right + "|CertificatePassword=" + Secret, "CertificatePassword")]
    [InlineData(Bot + "|CertificatePassword=" + Secret, "CertificatePassword ClientSecret")]
    [InlineData(Bot + "|CertificatePath=/nowhere/" + Secret + ".pfx", "CertificatePath")]
    [InlineData(Bot + "|CertificatePath=/nowhere/" + Secret + ".pem", "CertificatePath")]
    [InlineData(Bot + "|CertificatePath=\0", "CertificatePath")]
    [InlineData(Bot + "|ManagedIdentity=" + Secret, "ManagedIdentity")]
    [InlineData(Bot + "|ManagedIdentity=" + Forge.Person, "ManagedIdentity")]
    [InlineData(Bot + "|WorkloadIdentity=" + Secret, "WorkloadIdentity")]
    [InlineData(Bot + "|WorkloadIdentity=true", "WorkloadIdentity")]
    [InlineData(Right + "|Cloud=" + Secret, "Cloud")]
    [InlineData(Right + "|Cloud=Germany", "Cloud")]
    [InlineData(Right + "|AllowAnonymous=true", "AllowAnonymous")]
    [InlineData("AllowAnonymous=true", "AllowAnonymous")]
    [InlineData(Right + "|AllowAnonymous=" + Secret, "AllowAnonymous")]
    [InlineData(Right + "|AllowLoopback=true", "AllowLoopback")]
    [InlineData(Right + "|Targeted=yes", "Targeted")]
    [InlineData(Right + "|BotName=a\nb", "BotName")]
    [InlineData(Right + "|ServiceHosts=https://" + Secret, "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=.com", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=com", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=..example.com", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=a.example.com/x", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=*.example.com", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts=10.0.0.1", "ServiceHosts")]
    [InlineData(Right + "|ServiceHosts:0=a.example.com|ServiceHosts:1=b:443", "ServiceHosts")]
    [InlineData(Right + "|SsoResource=https://bot.example.com/" + Forge.App, "SsoResource")]
    [InlineData(Right + "|SsoResource=api://bot.example.com/" + Forge.Person, "SsoResource")]
    [InlineData(Right + "|SsoResource=api://bot example.com/" + Forge.App, "SsoResource")]
    [InlineData("AppId=" + Forge.App + "|Cloud=Mars|Targeted=yes", "ClientSecret Cloud Targeted TenantId")]
    public void What_is_wrong_is_said_once_for_each_setting_and_nothing_that_was_set_is_said_again(string set, string keys)
    {
        var read = Read(set);
        Assert.Null(read.Settings);
        Assert.Equal(keys.Split(' ').Select(key => "Teams:" + key), read.Faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
        Assert.All(read.Faults, fault =>
        {
            Assert.DoesNotContain(Secret, fault.Why, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\n', fault.Why);
            Assert.Matches("[.?]$", fault.Why);
        });
    }

    [Fact]
    public void An_identity_of_the_machine_or_of_the_cluster_proves_the_bot()
    {
        Assert.Equal(new TeamsProof.ManagedIdentity(), Settings(Bot + "|ManagedIdentity=true").Proof);
        Assert.Equal(new TeamsProof.ManagedIdentity(), Settings(Bot + "|ManagedIdentity=" + Forge.App.ToUpperInvariant()).Proof);
        Assert.Equal(new TeamsProof.WorkloadIdentity("/var/run/token"), Settings(Bot + "|WorkloadIdentity=true", around: "/var/run/token").Proof);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(false, Secret)]
    [InlineData(true, null)]
    [InlineData(true, Secret)]
    public void A_certificate_is_read_with_its_key_from_either_kind_of_file(bool pem, string? password)
    {
        var path = pem ? _certificates.Pem(password) : _certificates.Pfx(password);
        var certificate = Assert.IsType<TeamsProof.Certificate>(Settings($"{Bot}|CertificatePath={path}" + (password is null ? "" : "|CertificatePassword=" + password)).Proof).Value;
        Assert.Equal(_certificates.Made.Thumbprint, certificate.Thumbprint);
        Assert.True(certificate.HasPrivateKey);
        if (password is not null)
            Assert.Equal("Teams:CertificatePath", Assert.Single(Read($"{Bot}|CertificatePath={path}|CertificatePassword=wrong").Faults).Key);
    }

    [Fact]
    public void A_file_without_a_certificate_or_without_an_RSA_key_is_refused()
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = new CertificateRequest("CN=bot", elliptic, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        foreach (var path in new[] { _certificates.File("a.pfx", "no"), _certificates.File("a.pem", "no"), _certificates.File("b.pem", _certificates.Made.ExportCertificatePem()), _certificates.Pfx(certificate: other), Path.GetDirectoryName(_certificates.File("x", ""))! })
            Assert.Equal("Teams:CertificatePath", Assert.Single(Read($"{Bot}|CertificatePath={path}").Faults).Key);
    }

    [Fact]
    public void Settings_print_no_secret() => Assert.DoesNotContain(Secret, Settings(Right).ToString(), StringComparison.Ordinal);

    static TeamsSettings Settings(string set, bool development = false, string? around = null)
    {
        var read = Read(set, development, around);
        Assert.Empty(read.Faults);
        return read.Settings!;
    }

    static TeamsSettingsRead Read(string set, bool development = false, string? around = null) => TeamsSettings.Read(Configuration(set, around), development, ["http://127.0.0.1:3978"]);

    static IConfiguration Configuration(string set, string? around = null) => new ConfigurationBuilder().AddInMemoryCollection(
        [.. set.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create("Teams:" + pair[..pair.IndexOf('=')], (string?)pair[(pair.IndexOf('=') + 1)..])), KeyValuePair.Create("AZURE_FEDERATED_TOKEN_FILE", around)]).Build();
}
