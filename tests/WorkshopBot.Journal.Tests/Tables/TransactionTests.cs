using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Azure;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Transactions as they travel, to the byte, and what is made of the answers.</summary>
public sealed class TransactionTests
{
    static readonly TableTransactionAction[] Three =
    [
        new(TableTransactionActionType.Add, new("w-1", "c-0000000001", "one"u8.ToArray())),
        new(TableTransactionActionType.UpdateReplace, new("w-1", "head", "two"u8.ToArray()), new("W/\"datetime'2026'\"")),
        new(TableTransactionActionType.Delete, new("w-1", "it's", default), new("W/\"datetime'2025'\"")),
    ];

    const string Written = """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_1

        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        Location: https://a/t(PartitionKey='w-1',RowKey='c-0000000001')
        ETag: W/"datetime'1'"


        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        etag: W/"datetime'2'"


        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content


        --changesetresponse_1--
        --batchresponse_1--

        """;

    static byte[] Lines(string text) => Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));

    static byte[] Refused(string status, string message) => Lines($$"""
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_1

        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 {{status}}
        Content-Type: application/json;odata=minimalmetadata

        {{message}}
        --changesetresponse_1--
        --batchresponse_1--

        """);

    static IReadOnlyList<ETag?> Read(byte[] body, int operations = 3) => TransactionAnswer.Read(body, Three[..operations]);

    [Fact]
    public void A_transaction_travels_as_the_service_wants_it()
    {
        var body = Lines("""
            --batch_7
            Content-Type: multipart/mixed; boundary=changeset_7

            --changeset_7
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 0

            POST https://a/t HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Prefer: return-no-content
            Content-Type: application/json

            {"PartitionKey":"w-1","RowKey":"c-0000000001","Data0@odata.type":"Edm.Binary","Data0":"b25l"}
            --changeset_7
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            PUT https://a/t(PartitionKey='w-1',RowKey='head') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"datetime'2026'"
            Content-Type: application/json

            {"PartitionKey":"w-1","RowKey":"head","Data0@odata.type":"Edm.Binary","Data0":"dHdv"}
            --changeset_7
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            DELETE https://a/t(PartitionKey='w-1',RowKey='it%27%27s') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"datetime'2025'"


            --changeset_7--
            --batch_7--

            """);
        Assert.Equal(Encoding.UTF8.GetString(body), Encoding.UTF8.GetString(TransactionBody.Write("7", "https://a/t", Three).Span));
    }

    [Fact]
    public void What_is_written_has_an_etag_an_operation_and_what_is_deleted_none() =>
        Assert.Equal([new ETag("W/\"datetime'1'\""), new ETag("W/\"datetime'2'\""), null], Read(Lines(Written)));

    [Theory]
    [InlineData("409 Conflict", "EntityAlreadyExists", "37:The specified entity already exists.\\nRequestId:1", 409, 37)]
    [InlineData("412 Precondition Failed", "UpdateConditionNotSatisfied", "0:The update condition is not satisfied.", 412, 0)]
    [InlineData("404 Not Found", "ResourceNotFound", "The specified resource does not exist.", 404, null)]
    [InlineData("503 Server Busy", "ServerBusy", "x:1:2", 503, null)]
    [InlineData("409 Conflict", "EntityAlreadyExists", "99999999999999999999:x", 409, null)]
    public void What_is_refused_says_why_and_where(string status, string code, string message, int number, int? index)
    {
        var failure = Assert.Throws<TableTransactionFailedException>(() => Read(Refused(status, """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"TEXT"}}}""".Replace("CODE", code, StringComparison.Ordinal).Replace("TEXT", message, StringComparison.Ordinal))));
        Assert.Equal((number, code, index), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.DoesNotContain("specified", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Please log in</html>")]
    [InlineData("""{"odata.error":""")]
    [InlineData("""{"odata.error":[1,{"code":2}]}""")]
    [InlineData("[]")]
    public void What_is_refused_without_a_reason_is_refused(string message)
    {
        var failure = Assert.Throws<TableTransactionFailedException>(() => Read(Refused("409 Conflict", message)));
        Assert.Equal((409, null, null), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(StorageFault.Unreachable, TableFaults.Of(failure));
        Assert.False(TableFaults.IsConflict(failure));
    }

    // The framing as one service sends it: headers of the parts end in bare line feeds, what is within in both.
    static byte[] Mixed(byte[] body) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)
        .Replace("binary\r\n\r\n", "binary\n\n", StringComparison.Ordinal).Replace("application/http\r\n", "application/http\n", StringComparison.Ordinal).Replace("\r\n--", "\n--", StringComparison.Ordinal));

    [Fact]
    public void An_answer_whose_lines_end_now_in_one_way_and_now_in_the_other_is_understood()
    {
        var refused = Refused("409 Conflict", """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"1:The specified entity already exists."}}}""");
        foreach (var spelt in (Func<byte[], byte[]>[])[Mixed, body => [.. body.Where(one => one != '\r')]])
        {
            Assert.Equal([new ETag("W/\"datetime'1'\""), new ETag("W/\"datetime'2'\""), null], Read(spelt(Lines(Written))));
            var failure = Assert.Throws<TableTransactionFailedException>(() => Read(spelt(refused)));
            Assert.Equal((409, "EntityAlreadyExists", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        }
    }

    [Fact]
    public void An_answer_cut_off_anywhere_is_none_until_all_that_counts_is_there()
    {
        var whole = Lines(Written);
        var enough = Encoding.UTF8.GetString(whole).IndexOf("\r\n--changesetresponse_1--", StringComparison.Ordinal) + "\r\n--".Length;
        for (var length = 0; length < whole.Length; length++)
            if (length < enough)
                Assert.Throws<InvalidDataException>(() => Read(whole[..length]));
            else
                Assert.Equal(3, Read(whole[..length]).Count);
    }

    [Fact]
    public void An_answer_to_more_or_fewer_operations_or_without_an_etag_is_none()
    {
        Assert.Throws<InvalidDataException>(() => Read(Lines(Written), 2));
        Assert.Throws<InvalidDataException>(() => TransactionAnswer.Read(Lines(Written), [.. Three, Three[2]]));
        Assert.Throws<InvalidDataException>(() => Read(Lines(Written.Replace("ETag: ", "Tag: ", StringComparison.Ordinal))));
        Assert.Throws<InvalidDataException>(() => Read(Lines(Written.Replace("HTTP/1.1 204", "HTTP/1.1 two", StringComparison.Ordinal))));
    }

    [Fact]
    public void Whatever_comes_back_is_an_answer_a_refusal_or_garbage_and_nothing_else()
    {
        var whole = Lines(Written);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            (from at in Gen.Choose(0, whole.Length - 1) from with in Gen.Choose(0, 255) from cut in Gen.Choose(0, 40) select (at, with, cut)).ToArbitrary(),
            some =>
            {
                byte[] body = [.. whole[..some.at], (byte)some.with, .. whole[Math.Min(whole.Length, some.at + some.cut)..]];
                try
                {
                    Assert.Equal(3, Read(body).Count);
                }
                catch (Exception e) when (e is InvalidDataException or TableTransactionFailedException)
                {
                }
            }));
    }
}
