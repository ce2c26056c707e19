using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using WorkshopBot.Channels.Teams.Auth;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class CredentialsTests : IDisposable
{
    readonly Certificates _certificates = new();
    readonly Authority _authority = new();

    public void Dispose()
    {
        _certificates.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task A_secret_is_shown_to_the_login_of_the_bots_cloud_and_tenant_and_to_nobody_else()
    {
        foreach (var cloud in TeamsCloud.All)
        {
            Assert.Equal("the-token", await Token(new TeamsProof.Secret("hunter2"), cloud));
            var (url, body) = Assert.Single(_authority.Asked);
            Assert.Equal($"{cloud.Login}/{Forge.Tenant}/oauth2/v2.0/token", url);
            Assert.Equal((Forge.App, "hunter2", cloud.Scope, "client_credentials"), (body["client_id"], body["client_secret"], body["scope"].Split(' ')[0], body["grant_type"]));
            _authority.Asked.Clear();
        }
    }

    [Fact]
    public async Task A_certificate_signs_for_the_bot_and_its_key_stays_here()
    {
        Assert.Equal("the-token", await Token(new TeamsProof.Certificate(_certificates.Made)));
        var (_, body) = Assert.Single(_authority.Asked);
        Assert.False(body.ContainsKey("client_secret"));
        var assertion = new JsonWebToken(body["client_assertion"]);
        Assert.Equal((Forge.App, Forge.App), (assertion.Issuer, assertion.Subject));
        Assert.Equal($"https://login.microsoftonline.com/{Forge.Tenant}/oauth2/v2.0/token", Assert.Single(assertion.Audiences));
    }

    [Fact]
    public async Task A_cluster_says_who_the_bot_is_in_a_file()
    {
        var file = _certificates.File("token", "from.the.cluster");
        Assert.Equal("the-token", await Token(new TeamsProof.WorkloadIdentity(file)));
        var (url, body) = Assert.Single(_authority.Asked);
        Assert.Equal($"https://login.microsoftonline.com/{Forge.Tenant}/oauth2/v2.0/token", url);
        Assert.Equal((Forge.App, "from.the.cluster"), (body["client_id"], body["client_assertion"]));
    }

    [Fact]
    public async Task A_machines_identity_is_asked_for_by_the_bots_own_id()
    {
        Assert.Equal("the-token", await Token(new TeamsProof.ManagedIdentity()));
        Assert.Contains(_authority.Asked, asked => asked.Url.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token", StringComparison.Ordinal) && asked.Url.Contains("client_id=" + Forge.App, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _authority.Status = HttpStatusCode.TemporaryRedirect;
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => Token(new TeamsProof.Secret("hunter2")));
        Assert.All(_authority.Asked, asked => Assert.StartsWith("https://login.microsoftonline.com/", asked.Url, StringComparison.Ordinal));

        // Nor by what goes over the network where nothing else is given.
        await using var server = await KeyServer.Start();
        server.Instead = context =>
        {
            context.Response.Redirect(server.Set.ToString());
            return Task.CompletedTask;
        };
        using var message = HttpPipelineBuilder.Build(new TokenCredentialOptions()).CreateMessage();
        message.Request.Uri.Reset(server.Metadata);
        await HttpPipelineBuilder.Build(new TokenCredentialOptions()).SendAsync(message, default);
        Assert.Equal(302, message.Response.Status);
    }

    [Fact]
    public void A_bot_without_an_id_has_none() => Assert.Null(Credentials.Of(new(TeamsCloud.Public, null, null, null)));

    async Task<string> Token(TeamsProof proof, TeamsCloud? cloud = null)
    {
        var settings = new TeamsSettings(cloud ?? TeamsCloud.Public, Forge.App, Forge.Tenant, proof);
        using var http = new HttpClient(_authority, disposeHandler: false);
        return (await Credentials.Of(settings, new HttpClientTransport(http))!.GetTokenAsync(new([settings.Cloud.Scope]), default)).Token;
    }

    sealed class Authority : HttpMessageHandler
    {
        public List<(string Url, Dictionary<string, string> Body)> Asked { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Asked.Add((request.RequestUri!.ToString(), body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]))));
            var response = new HttpResponseMessage(Status)
            {
                Content = new StringContent("""{"token_type":"Bearer","expires_in":"3599","expires_on":"1999999999","resource":"x","access_token":"the-token"}""", Encoding.UTF8, "application/json"),
            };
            response.Headers.Location = new("https://evil.example/token");
            return response;
        }
    }
}
