using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed class CardTemplateTests
{
    [Theory]
    [InlineData("""{"a":"${x}"}""", """{"x":"v"}""", """{"a":"v"}""")]
    [InlineData("""{"a":"${x}"}""", """{"x":1.5}""", """{"a":1.5}""")]
    [InlineData("""{"a":"${x}"}""", """{"x":false}""", """{"a":false}""")]
    [InlineData("""{"a":"${x}"}""", """{"x":{"k":[1,{"z":"${y}"}]}}""", """{"a":{"k":[1,{"z":"${y}"}]}}""")]
    [InlineData("""{"a":"${x}"}""", """{"x":[]}""", """{"a":[]}""")]
    [InlineData("""{"a":"${p.q.r}"}""", """{"p":{"q":{"r":7}}}""", """{"a":7}""")]
    [InlineData("""{"a":"n=${x}; ${y}!"}""", """{"x":5,"y":true}""", """{"a":"n=5; true!"}""")]
    [InlineData("""{"a":"${x}${x}"}""", """{"x":""}""", """{"a":""}""")]
    [InlineData("""{"a":"\\${x} ${x}"}""", """{"x":"v"}""", """{"a":"${x} v"}""")]
    [InlineData("""{"a":"\\${x}","b":"$${x}","c":"$x","d":"{x}"}""", """{"x":1}""", """{"a":"${x}","b":"$1","c":"$x","d":"{x}"}""")]
    [InlineData("""{"a":1.50,"b":true,"c":["x","${x}"]}""", """{"x":"y"}""", """{"a":1.50,"b":true,"c":["x","y"]}""")]
    public void A_binding_is_filled(string template, string data, string card) => Bound.Is(card, template, data);

    [Theory]
    [InlineData("""{"l":[{"$data":"${x}","a":"${n}","i":"${$index}","t":"${$root.t}"}]}""", """{"t":"T","x":[{"n":1},{"n":2}]}""", """{"l":[{"a":1,"i":0,"t":"T"},{"a":2,"i":1,"t":"T"}]}""")]
    [InlineData("""{"l":[{"a":0},{"$data":"${x}","a":"${n}"},{"a":9}]}""", """{"x":[]}""", """{"l":[{"a":0},{"a":9}]}""")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${$data}"}]}""", """{"x":["p","",0,false]}""", """{"l":[{"a":"p"},{"a":""},{"a":0},{"a":false}]}""")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${n}"}],"o":{"$data":"${x}","b":"${n}"}}""", """{"x":{"n":1}}""", """{"l":[{"a":1}],"o":{"b":1}}""")]
    [InlineData("""{"r":[{"$data":"${rows}","c":[{"$data":"${cells}","t":"${t} ${$index}"}],"i":"${$index}"}]}""", """{"rows":[{"cells":[{"t":1},{"t":2}]},{"cells":[]}]}""", """{"r":[{"c":[{"t":"1 0"},{"t":"2 1"}],"i":0},{"c":[],"i":1}]}""")]
    [InlineData("""{"r":[{"$data":"${rows}","c":{"$data":"${in}","t":"${t} ${$index}"}}]}""", """{"rows":[{"in":{"t":1}},{"in":{"t":2}}]}""", """{"r":[{"c":{"t":"1 0"}},{"c":{"t":"2 1"}}]}""")]
    public void Data_chooses_what_names_mean_and_repeats_over_lists(string template, string data, string card) => Bound.Is(card, template, data);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("1", false)]
    [InlineData("\"true\"", false)]
    [InlineData("[true]", false)]
    [InlineData("{}", false)]
    public void Only_a_real_true_keeps(string value, bool kept) =>
        Bound.Is(kept ? """{"l":[{"a":1},{"b":2}]}""" : """{"l":[{"b":2}]}""", """{"l":[{"$when":"${x}","a":1},{"b":2}]}""", $$"""{"x":{{value}}}""");

    [Fact]
    public void When_is_asked_of_each_item_and_what_is_left_out_needs_no_data() =>
        Bound.Is("""{"l":[{"a":2}]}""", """{"l":[{"$data":"${x}","$when":"${on}","a":"${n}"}]}""", """{"x":[{"on":false},{"on":true,"n":2}]}""");

    [Theory]
    [InlineData("""{"a":"${x}"}""", "{}", "a: ${x} is not in the data")]
    [InlineData("""{"a":"${x}"}""", """{"X":1}""", "a: ${x} is not in the data")]
    [InlineData("""{"a":"${x}"}""", """{"x":null}""", "a: ${x} is null")]
    [InlineData("""{"b":[{"a":"n=${x.y}"}]}""", """{"x":{}}""", "b[0].a: ${x.y} is not in the data")]
    [InlineData("""{"b":[{"a":"n=${x}"}]}""", """{"x":null}""", "b[0].a: ${x} is null")]
    [InlineData("""{"a":"n=${x.y}"}""", """{"x":"text"}""", "${x.y} is not in the data")]
    [InlineData("""{"a":"n=${x.length}"}""", """{"x":[1]}""", "${x.length} is not in the data")]
    [InlineData("""{"a":"n=${x}"}""", """{"x":1.5}""", "cannot be part of a text")]
    [InlineData("""{"a":"n=${x}"}""", """{"x":9007199254740992}""", "cannot be part of a text")]
    [InlineData("""{"a":"n=${x}"}""", """{"x":[1]}""", "cannot be part of a text")]
    [InlineData("""{"a":"n=${x}"}""", """{"x":{}}""", "cannot be part of a text")]
    [InlineData("""{"l":[{"$when":"${x}"}]}""", "{}", "l[0].$when: ${x} is not in the data")]
    [InlineData("""{"l":[{"$when":"${x}"}]}""", """{"x":null}""", "l[0].$when: ${x} is null")]
    [InlineData("""{"l":[{"$data":"${x}"}]}""", "{}", "l[0].$data: ${x} is not in the data")]
    [InlineData("""{"l":[{"$data":"${x}"}]}""", """{"x":null}""", "l[0].$data: ${x} is null")]
    [InlineData("""{"l":[{"$data":"${x}"}]}""", """{"x":"text"}""", "l[0].$data: ${x} is neither a list nor an object")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${n}"}]}""", """{"n":1,"x":[{}]}""", "l[0].a: ${n} is not in the data")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${$index}"}]}""", """{"x":{}}""", "${$index} is outside a list")]
    [InlineData("""{"o":{"$data":"${x}"}}""", """{"x":[{}]}""", "o.$data: ${x} is not an object")]
    [InlineData("""{"l":["${x}"]}""", """{"x":[1]}""", "l[0]: ${x} is a list within a list")]
    [InlineData("""{"a":"${x}"}""", "[]", "${x} is not in the data")]
    [InlineData("""{"a":"${x}"}""", """{"x":""", "not valid JSON")]
    [InlineData("""{"a":"${x}"}""", """{"x":"\ud83d"}""", "not valid JSON")]
    [InlineData("""{"a":"n=${x}"}""", """{"x":"\ud83d"}""", "not valid JSON")]
    public void What_does_not_resolve_fails_by_card_and_place(string template, string data, string says)
    {
        var fault = Bound.Fault(template, data);
        Assert.StartsWith("cards/toy.json", fault, StringComparison.Ordinal);
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":"${if(x, 1, 2)}"}""")]
    [InlineData("""{"a":"${x + 1}"}""")]
    [InlineData("""{"a":"${x[0]}"}""")]
    [InlineData("""{"a":"${'x'}"}""")]
    [InlineData("""{"a":"${ x }"}""")]
    [InlineData("""{"a":"${}"}""")]
    [InlineData("""{"a":"${x"}""")]
    [InlineData("""{"a":"${1}"}""")]
    [InlineData("""{"a":"${true}"}""")]
    [InlineData("""{"a":"${x.}"}""")]
    [InlineData("""{"a":"${x-y}"}""")]
    [InlineData("""{"a":"${$host.theme}"}""")]
    [InlineData("""{"a":"${$root}"}""")]
    [InlineData("""{"a":"${$index}"}""")]
    [InlineData("""{"a":"${$data}"}""")]
    [InlineData("""{"a":"`${x}`"}""")]
    [InlineData("""{"a":"\\\\${x}"}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":[["x"]]}""")]
    [InlineData("""{"${x}":1}""")]
    [InlineData("""{"$host":1}""")]
    [InlineData("""{"$data":"${x}"}""")]
    [InlineData("""{"$when":"${x}"}""")]
    [InlineData("""{"o":{"$when":"${x}"}}""")]
    [InlineData("""{"l":[{"$when":true}]}""")]
    [InlineData("""{"l":[{"$when":"${x == 1}"}]}""")]
    [InlineData("""{"l":[{"$data":[1,2]}]}""")]
    [InlineData("""{"l":[{"$data":"x"}]}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""["a"]""")]
    [InlineData("""{"a":1""")]
    [InlineData("")]
    public void What_is_not_understood_does_not_compile(string template) =>
        Assert.NotEmpty(Assert.Throws<CardException>(() => CardTemplate.Compile("toy", Bound.Utf8(template))).Faults);

    [Theory]
    [InlineData("\"quotes\" \\ and \\\"")]
    [InlineData("${x} ${$root.x} $${x} \\${x}")]
    [InlineData("line\nline\r\ttab\0nul\u2028")]
    [InlineData("<script>alert(1)</script> & ' \u00e9 \ud83d\udc69\u200d\ud83d\udc67 \u202e")]
    [InlineData("{\"type\":\"Action.OpenUrl\",\"url\":\"https://x.example\"}")]
    [InlineData("\ud83d")]
    public void Whatever_somebody_wrote_stays_what_they_wrote(string written)
    {
        var data = new JsonObject { ["x"] = JsonSerializer.SerializeToNode(written) }.ToJsonString();
        var card = Bound.Json("""{"a":"${x}","b":"<${x}>"}""", data)!;
        // Half a character cannot be sent: the view's own serializer puts a mark in its place.
        var whole = JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(written))!;
        Assert.Equal(whole, card["a"]!.GetValue<string>());
        Assert.Equal($"<{whole}>", card["b"]!.GetValue<string>());
    }
}
