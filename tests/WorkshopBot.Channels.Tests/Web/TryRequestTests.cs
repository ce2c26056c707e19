using System.Text;
using WorkshopBot.Channels.Web;

namespace WorkshopBot.Channels.Tests.Web;

public sealed class TryRequestTests
{
    const string Good = """{"id":"1","person":"Ann Lee","text":"hello"}""";

    [Fact]
    public async Task A_line_becomes_a_turn_of_the_local_tenant()
    {
        var turn = await Turn(Good);
        Assert.Equal(("web:local:ann lee", "Ann Lee", "web:local:r-1", "hello", false), (turn.Person.Key, turn.Person.Name, turn.Room.Key, turn.Text, turn.Private));
    }

    [Fact]
    public async Task A_private_line_is_typed_in_the_persons_own_room_which_no_page_room_can_name()
    {
        var turn = await Turn("""{"id":"1","person":"Ann","text":"hello","private":true}""");
        Assert.True(turn.Private);
        Assert.Equal("web:local:@ann", turn.Room.Key);
        Assert.Equal(400, (await Read(Good, "@ann")).Refusal?.Status);
    }

    [Theory]
    [InlineData("ann", "ANN")]
    [InlineData("ann", " ann ")]
    [InlineData("ann", "ａｎｎ")]
    public async Task One_person_is_one_key_however_written(string one, string other) =>
        Assert.Equal((await Turn(Body(person: one))).Person.Key, (await Turn(Body(person: other))).Person.Key);

    [Fact]
    public async Task The_turn_id_is_the_same_for_the_same_room_person_and_id_and_differs_for_any_other()
    {
        var id = (await Turn(Body())).Id;
        Assert.Equal(id, (await Turn(Body(text: "other words"))).Id);
        Assert.DoesNotContain(id, new[] { (await Turn(Body(), "r-2")).Id, (await Turn(Body(person: "bob"))).Id, (await Turn(Body(id: "2"))).Id });
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("""{"person":"ann","text":""}""", "\"id\" is missing")]
    [InlineData("""{"id":1,"person":"ann","text":""}""", "\"id\" must be a string")]
    [InlineData("""{"id":"","person":"ann","text":""}""", "\"id\" is 1 to 64")]
    [InlineData("""{"id":"é","person":"ann","text":""}""", "\"id\" is 1 to 64")]
    [InlineData("""{"id":"1","text":""}""", "\"person\" is missing")]
    [InlineData("""{"id":"1","person":"  ","text":""}""", "\"person\" is 1 to 80")]
    [InlineData("""{"id":"1","person":"a\nb","text":""}""", "\"person\" is 1 to 80")]
    [InlineData("""{"id":"1","person":"ann"}""", "\"text\" is missing")]
    [InlineData("""{"id":"1","person":"ann","text":null}""", "\"text\" must be a string")]
    [InlineData("""{"id":"1","person":"ann","text":"\ud83d"}""", "half of a character")]
    [InlineData("""{"id":"1","person":"ann","text":"\udead x"}""", "half of a character")]
    [InlineData("""{"id":"1","person":"\ud800","text":"x"}""", "half of a character")]
    [InlineData("""{"id":"1","person":"ann","text":"","private":"yes"}""", "\"private\" must be")]
    [InlineData("""{"id":"1","id":"2","person":"ann","text":""}""", "not valid JSON")]
    public async Task What_is_wrong_is_said(string body, string words)
    {
        var (turn, refusal) = await Read(body, "r-1");
        Assert.Null(turn);
        Assert.Equal(400, refusal!.Status);
        Assert.Contains(words, refusal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lengths_are_taken_to_their_limits_and_no_further()
    {
        await Turn(Body(id: new('i', 64), person: new('p', 80)), new string('r', 64));
        Assert.Equal(400, (await Read(Body(id: new('i', 65)), "r")).Refusal?.Status);
        Assert.Equal(400, (await Read(Body(person: new('p', 81)), "r")).Refusal?.Status);
        Assert.Equal(400, (await Read(Body(), new string('r', 65))).Refusal?.Status);
        Assert.Equal(400, (await Read(Body(), "")).Refusal?.Status);
        Assert.Equal(400, (await Read(Body(), "a/b")).Refusal?.Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_with_or_without_a_declared_length()
    {
        var fits = Body(text: new('x', TryRequest.MostBytes - Encoding.UTF8.GetByteCount(Body(text: ""))));
        Assert.Equal(TryRequest.MostBytes, fits.Length);
        await Turn(fits);
        Assert.Equal(413, (await Read(fits + " ", "r")).Refusal?.Status);
        var declared = Requests.Of(fits + " ");
        declared.ContentLength = TryRequest.MostBytes + 1;
        Assert.Equal(413, (await TryRequest.Read(declared, "r", "UTC", ["en", "de"], default)).Refusal?.Status);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var request = Requests.Of();
        request.Body = new MemoryStream([.. "{\"id\":\"1\",\"person\":\"ann\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Equal(400, (await TryRequest.Read(request, "r", "UTC", ["en", "de"], default)).Refusal?.Status);
    }

    static string Body(string id = "1", string person = "ann", string text = "hello") => $$"""{"id":"{{id}}","person":"{{person}}","text":"{{text}}"}""";

    static ValueTask<(Turn? Turn, TryRefusal? Refusal)> Read(string body, string room) => TryRequest.Read(Requests.Of(body), room, "UTC", ["en", "de"], default);

    static async Task<Turn> Turn(string body, string room = "r-1")
    {
        var (turn, refusal) = await Read(body, room);
        Assert.Null(refusal);
        return turn!;
    }
}
