using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Makes the credential that the settings describe.</summary>
public static class Credentials
{
    /// <summary>Null for a bot without an id. Without a <paramref name="transport"/> it goes over the network.</summary>
    public static TokenCredential? Of(TeamsSettings settings, HttpPipelineTransport? transport = null)
    {
        // The authority is always one of ours: nobody has to be asked whether it is one.
        return settings switch
        {
            { AppId: not { Length: > 0 } } or { TenantId: not { Length: > 0 } } => null,
            { Proof: TeamsProof.Secret secret } =>
                new ClientSecretCredential(settings.TenantId, settings.AppId, secret.Value, Set(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })),
            { Proof: TeamsProof.Certificate certificate } =>
                new ClientCertificateCredential(settings.TenantId, settings.AppId, certificate.Value, Set(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true })),
            { Proof: TeamsProof.WorkloadIdentity workload } =>
                new WorkloadIdentityCredential(Set(new WorkloadIdentityCredentialOptions { TenantId = settings.TenantId, ClientId = settings.AppId, TokenFilePath = workload.TokenFile, DisableInstanceDiscovery = true })),
            { Proof: TeamsProof.ManagedIdentity } => new ManagedIdentityCredential(Set(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(settings.AppId)))),
            _ => null,
        };

        T Set<T>(T options) where T : TokenCredentialOptions
        {
            options.AuthorityHost = new(settings.Cloud.Login);
            options.Transport = transport ?? options.Transport;
            return options;
        }
    }
}
