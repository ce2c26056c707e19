using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Entities as JSON: bytes of any length, and whatever a service may give back.</summary>
public sealed class EntityJsonTests
{
    static byte[] Write(TableEntity entity)
    {
        var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
            EntityJson.Write(json, entity);
        return body.ToArray();
    }

    static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(EntityJson.PartBytes, 1)]
    [InlineData(EntityJson.PartBytes + 1, 2)]
    [InlineData(RowRules.MostRowBytes, EntityJson.MostParts)]
    public void Bytes_go_into_as_few_properties_as_hold_them_and_come_back(int length, int properties)
    {
        var data = Noise(length);
        var body = Write(new("it's", "<&>+\"", data));
        using var json = JsonDocument.Parse(body);
        Assert.Equal(2 + 2 * properties, json.RootElement.EnumerateObject().Count());
        // What the service counts: 64 KiB a property, a MiB in all, 252 properties.
        Assert.All(json.RootElement.EnumerateObject().Where(one => one.Name.StartsWith("Data", StringComparison.Ordinal) && !one.Name.Contains('@')), one => Assert.InRange(one.Value.GetBytesFromBase64().Length, 1, 64 * 1024));
        Assert.InRange(body.Length, 1, EntityJson.Size(new("it's", "<&>+\"", data)));
        var read = EntityJson.Read(body);
        Assert.Equal(("it's", "<&>+\"", null), (read.PartitionKey, read.RowKey, read.Timestamp));
        Assert.True(read.Data.Span.SequenceEqual(data));
    }

    [Fact]
    public void An_entity_is_read_with_what_the_service_says_of_it_and_without_what_others_keep_there()
    {
        var read = EntityJson.Read("""
            {"odata.metadata":"https://a/$metadata#t/@Element","odata.etag":"W/\"datetime'2026-03-02T09%3A00%3A00.1234567Z'\"","PartitionKey":"p","RowKey":"r","Timestamp@odata.type":"Edm.DateTime",
             "Timestamp":"2026-03-02T09:00:00.1234567Z","Other":{"a":[1]},"Data":"x","Data99":"x","Data0x":1,"Data0@odata.type":"Edm.Binary","Data0":"b25l"}
            """u8);
        Assert.Equal("W/\"datetime'2026-03-02T09%3A00%3A00.1234567Z'\"", read.ETag.ToString());
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), read.Timestamp);
        Assert.Equal("one"u8, read.Data.Span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html></html>")]
    [InlineData("""{"PartitionKey":"p"}""")]
    [InlineData("""{"RowKey":"r"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Data0":"not base64"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Data0":7}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":7}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Timestamp":"yesterday"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Data1":"b25l"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Data0":"b25l","Data1":"b25l"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r"}{}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r" """)]
    public void What_is_no_entity_is_refused(string body) => Assert.Throws<InvalidDataException>(() => EntityJson.Read(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":[1]}""")]
    [InlineData("""{"value":[{"PartitionKey":"p","RowKey":"r"}""")]
    [InlineData("""{"value":[[{"PartitionKey":"p","RowKey":"r"}]]}""")]
    public void What_is_no_page_is_refused(string body) => Assert.Throws<InvalidDataException>(() => EntityJson.ReadPage(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("\"Data0\":\"not base64\"")]
    [InlineData("\"Data0\":7")]
    [InlineData("\"Data0\":{\"Data1\":[]}")]
    [InlineData("\"Data1\":\"b25l\"")]
    [InlineData("\"Data0\":\"b25l\",\"Data1\":\"b25l\"")]
    public void One_spoilt_entity_is_read_as_holding_nothing_and_hides_no_other(string parts)
    {
        const string Said = "\"odata.etag\":\"W/\\\"1\\\"\",\"Timestamp\":\"2026-03-02T09:00:00Z\",\"PartitionKey\":\"p\"";
        var page = EntityJson.ReadPage(Encoding.UTF8.GetBytes($$$"""{"value":[{{{{Said}}},"RowKey":"a","Data0":"b25l"},{{{{Said}}},{{{parts}}},"RowKey":"b"},{{{{Said}}},"RowKey":"c","Data0":"b25l"}]}"""));
        Assert.Equal(["a:3", "b:0", "c:3"], page.Select(entity => $"{entity.RowKey}:{entity.Data.Length}"));
        Assert.All(page, entity => Assert.Equal("W/\"1\"", entity.ETag.ToString()));
    }

    [Fact]
    public void A_page_of_any_entities_is_read_in_their_order() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(0, 3 * EntityJson.PartBytes).ArrayOf().Resize(5).ToArbitrary(), lengths =>
        {
            byte[] body = [.. """{"odata.metadata":"x","value":["""u8, .. lengths.Index().SelectMany(one => (byte[])[.. one.Index == 0 ? ""u8 : ","u8, .. Write(new("p", $"{one.Index}", Noise(one.Item)))]), .. "]}"u8];
            var page = EntityJson.ReadPage(body);
            Assert.Equal(lengths.Select((_, i) => $"{i}"), page.Select(entity => entity.RowKey));
            Assert.All(page.Zip(lengths), pair => Assert.True(pair.First.Data.Span.SequenceEqual(Noise(pair.Second))));
        }));

    [Fact]
    public void Whatever_a_page_is_made_into_it_is_a_page_or_refused()
    {
        byte[] whole = [.. """{"odata.metadata":"x","value":["""u8, .. Write(new("p", "r", Noise(50))), .. "]}"u8];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            (from at in Gen.Choose(0, whole.Length - 1) from with in Gen.Choose(0, 255) from cut in Gen.Choose(0, 9) select (at, with, cut)).ToArbitrary(),
            some =>
            {
                byte[] body = [.. whole[..some.at], (byte)some.with, .. whole[Math.Min(whole.Length, some.at + some.cut)..]];
                try
                {
                    _ = EntityJson.ReadPage(body);
                }
                catch (InvalidDataException)
                {
                }
            }));
    }
}
