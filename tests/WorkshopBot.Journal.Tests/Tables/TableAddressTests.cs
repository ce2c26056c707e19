using FsCheck;
using FsCheck.Fluent;
using Azure.Core;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Connection strings and addresses: what is right is read, what is wrong is refused, and secrets stay where they are.</summary>
public sealed class TableAddressTests
{
    static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 64).Select(i => (byte)(i * 5))]);
    static readonly string Sas = "sv=2019-02-02&tn=workshops&sp=raud&sig=" + Uri.EscapeDataString(Key);

    static string Text(string text) => text.Replace("KEY", Key, StringComparison.Ordinal).Replace("SAS", Sas, StringComparison.Ordinal);

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=KEY;EndpointSuffix=core.windows.net", "https://acme.table.core.windows.net/", false)]
    [InlineData("AccountName=acme;AccountKey=KEY", "https://acme.table.core.windows.net/", false)]
    [InlineData("accountname = acme ; accountkey = KEY ;", "https://acme.table.core.windows.net/", false)]
    [InlineData("AccountName=acme;AccountKey=KEY;EndpointSuffix=core.chinacloudapi.cn", "https://acme.table.core.chinacloudapi.cn/", false)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=KEY;TableEndpoint=https://acme.table.cosmos.azure.com:443/;", "https://acme.table.cosmos.azure.com/", true)]
    [InlineData("BlobEndpoint=https://acme.blob.core.windows.net/;TableEndpoint=https://acme.table.core.windows.net/;SharedAccessSignature=SAS", "https://acme.table.core.windows.net/", false)]
    [InlineData("TableEndpoint=https://acme.table.core.windows.net;SharedAccessSignature=?SAS", "https://acme.table.core.windows.net/", false)]
    [InlineData("AccountName=acme;SharedAccessSignature=SAS", "https://acme.table.core.windows.net/", false)]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", false)]
    [InlineData("AccountName=acme;AccountKey=KEY;TableEndpoint=http://azurite:10002/acme", "http://azurite:10002/acme", false)]
    public void A_right_one_is_read(string text, string endpoint, bool isCosmos)
    {
        var address = TableAddress.FromConnectionString(Text(text), out var refusal);
        Assert.Null(refusal);
        Assert.Equal((endpoint, isCosmos), (address!.Endpoint.AbsoluteUri, address.IsCosmos));
        Assert.True(address.Key is null ^ address.Sas is null);
        Assert.Equal(address.Endpoint.Host, address.ToString());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("KEY", "not of the form")]
    [InlineData("AccountName=acme;KEY", "not of the form")]
    [InlineData("AccountName=acme;AcountKey=KEY", "not one of a connection string")]
    [InlineData("AccountName=acme", "neither an AccountKey nor a SharedAccessSignature")]
    [InlineData("AccountName=acme;AccountKey=", "an empty AccountKey")]
    [InlineData("AccountName=acme;AccountKey=KEY?", "not base64")]
    [InlineData("AccountKey=KEY", "neither an AccountName nor a TableEndpoint")]
    [InlineData("AccountKey=KEY;TableEndpoint=https://acme.table.core.windows.net", "no AccountName")]
    [InlineData("AccountName=acme;AccountKey=KEY;AccountKey=KEY", "AccountKey twice")]
    [InlineData("AccountName=acme;AccountKey=KEY;SharedAccessSignature=SAS", "both")]
    [InlineData("AccountName=acme;SharedAccessSignature=KEY", "is none")]
    [InlineData("AccountName=acme;SharedAccessSignature=SAS#", "is none")]
    [InlineData("DefaultEndpointsProtocol=ftp;AccountName=acme;AccountKey=KEY", "neither https nor http")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=acme;SharedAccessSignature=SAS", "use https")]
    [InlineData("TableEndpoint=https://acme.table.core.windows.net/?SAS;SharedAccessSignature=SAS", "not an address")]
    [InlineData("AccountName=ac me/;AccountKey=KEY;EndpointSuffix= KEY", "not an address")]
    [InlineData("UseDevelopmentStorage=false", "only be true")]
    [InlineData("UseDevelopmentStorage=true;AccountKey=KEY", "nothing else")]
    public void A_wrong_one_is_refused_with_the_reason_and_without_the_secret(string text, string why)
    {
        Assert.Null(TableAddress.FromConnectionString(Text(text), out var refusal));
        Assert.Contains(why, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[..8], refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_stands_there_it_is_read_or_refused_and_never_repeated()
    {
        var parts = Gen.Elements("AccountName", "AccountKey", "TableEndpoint", "SharedAccessSignature", "EndpointSuffix", "DefaultEndpointsProtocol", "UseDevelopmentStorage", "=", ";", "https", "://", "secret", "sig=secret", "c2VjcmV0", "?", "true", " ", "\0", "ä", "[", "%");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(parts.ArrayOf().Resize(12).ToArbitrary(), some =>
        {
            var text = string.Concat(some);
            var address = TableAddress.FromConnectionString(text, out var refusal);
            Assert.Equal(address is null, refusal is not null);
            Assert.DoesNotContain("secret", refusal ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("c2VjcmV0", refusal ?? "", StringComparison.Ordinal);
            _ = TableAddress.FromEndpoint(text, out _);
        }));
    }

    [Fact]
    public void Every_key_of_every_account_is_read_as_it_was_written() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(0, 255).ArrayOf().Where(bytes => bytes.Length > 0).ToArbitrary(), bytes =>
        {
            byte[] key = [.. bytes.Select(one => (byte)one)];
            var address = TableAddress.FromConnectionString($"AccountKey={Convert.ToBase64String(key)};AccountName=acme", out _);
            Assert.Equal(new TableSharedKeyCredential("acme", key).Sign("d", "/p"), address!.Key!.Sign("d", "/p"));
        }));

    [Theory]
    [InlineData("https://acme.table.core.windows.net", "https://storage.azure.com/.default")]
    [InlineData("https://acme.table.cosmos.azure.com:443/", "https://cosmos.azure.com/.default")]
    public async Task An_address_alone_is_shown_a_token_for_its_kind(string text, string scope)
    {
        var (asked, shown) = (new Giver(), "");
        using var wire = new Wire(request =>
        {
            shown = $"{request.Headers.Authorization}";
            return Wire.NotFound();
        });
        var client = new TableClient(TableAddress.FromEndpoint(text, out _)!, "workshops", new(TimeProvider.System), asked, wire.Options);
        Assert.Null(await client.GetEntityIfExistsAsync("p", "r"));
        Assert.Equal((scope, "Bearer a-token"), (asked.Scope, shown));
    }

    [Theory]
    [InlineData("http://acme.table.core.windows.net", "https")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1", "https")]
    [InlineData("acme.table.core.windows.net", "not an address")]
    [InlineData("https://user:secret@acme.table.core.windows.net", "not an address")]
    [InlineData("https://acme.table.core.windows.net/?sig=secret", "not an address")]
    public void No_token_is_shown_to_what_could_be_anybody(string text, string why)
    {
        Assert.Null(TableAddress.FromEndpoint(text, out var refusal));
        Assert.Contains(why, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_goes_with_every_request_and_into_no_message()
    {
        var sent = new List<string>();
        using var wire = new Wire(request =>
        {
            sent.Add(request.RequestUri!.Query);
            throw new HttpRequestException("The connection is closed.");
        });
        var address = TableAddress.FromConnectionString(Text("TableEndpoint=https://acme.table.core.windows.net;SharedAccessSignature=?SAS"), out _)!;
        var client = new TableClient(address, "workshops", new(TimeProvider.System), null, wire.Options);
        var failures = new List<Exception>
        {
            await Assert.ThrowsAnyAsync<Exception>(async () => await client.GetEntityIfExistsAsync("p", "r")),
            await Assert.ThrowsAnyAsync<Exception>(async () => await client.QueryAsync("PartitionKey eq 'p'").ToListAsync()),
            await Assert.ThrowsAnyAsync<Exception>(async () => await client.SubmitTransactionAsync([new(TableTransactionActionType.Add, new("p", "r", default))])),
        };
        Assert.Equal(3, sent.Select(query => query.Split("sv=")[0]).Distinct().Count() + 1);
        Assert.All(sent, query => Assert.EndsWith(Sas, query, StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain("sig=", failure.ToString(), StringComparison.Ordinal));
    }

    sealed class Giver : TokenCredential
    {
        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = Assert.Single(requestContext.Scopes);
            return new(new AccessToken("a-token", DateTimeOffset.MaxValue));
        }
    }
}
