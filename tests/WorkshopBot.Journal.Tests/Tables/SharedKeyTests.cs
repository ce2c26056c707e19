using System.Security.Cryptography;
using System.Text;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Signatures, against ones made by another program.</summary>
public sealed class SharedKeyTests
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData("Mon, 02 Mar 2026 09:00:00 GMT", "account", "/workshops(PartitionKey='w-1',RowKey='head')", "CX6nEhlCD2j1KfmKyVgsg9Uc6SLwD6WzAIf0NUXzyow=")]
    [InlineData("Mon, 02 Mar 2026 09:00:00 GMT", "devstoreaccount1", "/devstoreaccount1/workshops()", "z+fniiTpoWYB8Ic/ZmRT+g9GSqo5V7Pl9IT8NdPubBw=")]
    public void A_request_is_signed_as_others_sign_it(string date, string account, string path, string signature) =>
        Assert.Equal($"SharedKeyLite {account}:{signature}", new TableSharedKeyCredential(account, Key).Sign(date, path));

    [Fact]
    public async Task Each_try_is_signed_with_its_own_date_and_the_path_as_it_travels()
    {
        var (machine, sent) = (new ManualTime(), new List<HttpRequestMessage>());
        using var wire = new Wire(request =>
        {
            sent.Add(request);
            machine.Now += TimeSpan.FromSeconds(7);
            return new(System.Net.HttpStatusCode.InternalServerError);
        });
        var address = TableAddress.FromConnectionString($"AccountName=account;AccountKey={Convert.ToBase64String(Key)}", out _)!;
        var client = new TableClient(address, "workshops", new(machine), null, wire.Options);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await client.GetEntityIfExistsAsync("it's 50%", "a b"));
        Assert.Equal(4, sent.Count);
        Assert.Equal("https://account.table.core.windows.net/workshops(PartitionKey='it''s%2050%25',RowKey='a%20b')", sent[0].RequestUri!.AbsoluteUri.Replace("%27", "'", StringComparison.Ordinal));
        for (var i = 0; i < sent.Count; i++)
        {
            var date = Assert.Single(sent[i].Headers.GetValues("x-ms-date"));
            Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 7 * i, TimeSpan.Zero).ToString("R"), date);
            var signed = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{date}\n/account{sent[i].RequestUri!.AbsolutePath}"));
            Assert.Equal($"SharedKeyLite account:{Convert.ToBase64String(signed)}", Assert.Single(sent[i].Headers.GetValues("Authorization")));
        }
    }
}
