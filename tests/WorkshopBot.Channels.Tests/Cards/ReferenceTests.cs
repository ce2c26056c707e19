using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Npm;

namespace WorkshopBot.Channels.Tests.Cards;

/// <summary>Where we know a form, a card is what the package that defines the form makes of it.</summary>
public sealed class ReferenceTests(Reference reference) : IClassFixture<Reference>
{
    [NodeTheory]
    [InlineData("""{"a":"${x}"}""", """{"x":{"k":[1,{"z":"${y}","$data":1,"$when":false}]}}""")]
    [InlineData("""{"a":"n=${x} ${y} ${z}"}""", """{"x":5,"y":true,"z":"${x}"}""")]
    [InlineData("""{"a":"\\${x}","b":"$${x}","c":"$x","d":"{x}","e":"\\${x} ${x}","f":"a\\b"}""", """{"x":1}""")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${$data}"}]}""", """{"x":["p","",0,false,true]}""")]
    [InlineData("""{"l":[{"$data":"${x}","a":"${n}","b":"${$root.x}"}]}""", """{"x":[]}""")]
    [InlineData("""{"l":[{"$data":"${x}","$when":"${on}","a":"${n} ${$index}"}],"o":{"$data":"${y}","b":"${n}"}}""", """{"x":[{"n":1,"on":true},{"n":2,"on":"true"},{"n":3,"on":1},{"n":4,"on":true}],"y":{"n":5}}""")]
    [InlineData("""{"r":[{"$data":"${rows}","c":{"$data":"${in}","t":"${t} ${$index}"}}]}""", """{"rows":[{"in":{"t":1}},{"in":{"t":2}}]}""")]
    [InlineData("""{"choices":"${choices}","data":"${data}"}""", """{"choices":[{"title":"a","value":"1"}],"data":{"verb":"say","line":"${x}"}}""")]
    public void By_hand(string template, string data) => Agrees(template, data);

    [NodeFact]
    public void In_ways_nobody_meant() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(number => new Made(number)).ToArbitrary(), made => Agrees(made.Template, made.Data)));

    void Agrees(string template, string data)
    {
        JsonNode? ours;
        try
        {
            ours = Bound.Json(template, data);
        }
        // Refused here and filled there is what the two may differ in, and never for what Made makes.
        catch (CardException e)
        {
            Assert.Fail($"{e.Message}\n{template}\n{data}");
            return;
        }
        var theirs = reference.Bind(template, data);
        Assert.True(JsonNode.DeepEquals(theirs, ours), $"{template}\n{data}\nours:   {ours?.ToJsonString()}\ntheirs: {theirs?.ToJsonString()}");
    }
}
