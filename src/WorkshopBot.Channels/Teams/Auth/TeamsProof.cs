using System.Security.Cryptography.X509Certificates;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What the bot proves itself with when it asks for its token.</summary>
public abstract record TeamsProof
{
    private TeamsProof()
    {
    }

    /// <summary>A secret of the app registration.</summary>
    public sealed record Secret(string Value) : TeamsProof
    {
        /// <summary>Says nothing, wherever it is printed.</summary>
        public override string ToString() => nameof(Secret);
    }

    /// <summary>A certificate with its private key, of which the registration has the public part.</summary>
    public sealed record Certificate(X509Certificate2 Value) : TeamsProof;

    /// <summary>The identity of the Azure machine it runs on, whose client id is the bot's own.</summary>
    public sealed record ManagedIdentity : TeamsProof;

    /// <summary>A file a Kubernetes cluster keeps fresh, which the registration trusts.</summary>
    public sealed record WorkloadIdentity(string TokenFile) : TeamsProof;
}
