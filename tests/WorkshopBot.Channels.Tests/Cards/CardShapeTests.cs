using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WorkshopBot.Channels.Cards;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed record ToyView(string Title, int Count, decimal Share, bool Open, string? Note, DateOnly? Day, ImmutableArray<ToyLine> Lines, IReadOnlyList<string> Words, ToyLine First, ImmutableSortedDictionary<string, string> Press, [property: JsonIgnore] string Hidden);

public sealed record ToyLine(string Text, bool New, ImmutableArray<ToyLine> Below);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToyView))]
sealed partial class ToyJson : JsonSerializerContext;

public sealed class CardShapeTests
{
    [Theory]
    [InlineData("""{"a":"${title}","b":"${count} of ${title}, ${open}","c":"${first.text}","d":"${press}","e":"${share}","f":"${words}"}""")]
    [InlineData("""{"l":[{"$data":"${lines}","$when":"${new}","a":"${text} ${$index}","b":"${$root.title}","l":[{"$data":"${below}","a":"${text}"}]}]}""")]
    [InlineData("""{"l":[{"$data":"${words}","a":"${$data}"}],"o":{"$data":"${first}","a":"${text}"}}""")]
    [InlineData("""{"l":[{"$when":"${open}","a":"${note}"}]}""")]
    public void A_template_that_names_what_the_view_has_is_taken(string template) => Assert.Empty(Faults(template));

    [Theory]
    [InlineData("""{"a":"${titel}"}""", "a: ${titel} is not in the view: ToyView has no titel.")]
    [InlineData("""{"a":"${Title}"}""", "ToyView has no Title")]
    [InlineData("""{"a":"${hidden}"}""", "ToyView has no hidden")]
    [InlineData("""{"a":"${first.texts}"}""", "ToyLine has no texts")]
    [InlineData("""{"a":"${title.length}"}""", "String has no length")]
    [InlineData("""{"a":"${press.verb}"}""", "has no verb")]
    [InlineData("""{"a":"${lines.count}"}""", "has no count")]
    [InlineData("""{"l":[{"$data":"${lines}","a":"${title}"}]}""", "l[0].a: ${title} is not in the view: ToyLine has no title.")]
    [InlineData("""{"l":[{"$data":"${lines}","a":"${$root.text}"}]}""", "ToyView has no text")]
    [InlineData("""{"l":[{"$data":"${title}"}]}""", "l[0].$data: ${title} is neither a list nor an object")]
    [InlineData("""{"l":[{"$data":"${press}"}]}""", "${press} is neither a list nor an object")]
    [InlineData("""{"o":{"$data":"${lines}"}}""", "${lines} is not an object")]
    [InlineData("""{"l":[{"$data":"${first}","a":"${$index}"}]}""", "${$index} is outside a list")]
    [InlineData("""{"l":[{"$when":"${count}"}]}""", "l[0].$when: ${count} is not a yes or no.")]
    [InlineData("""{"l":[{"$when":"${lines}"}]}""", "${lines} is not a yes or no")]
    [InlineData("""{"a":"about ${share}"}""", "cannot be part of a text")]
    [InlineData("""{"a":"about ${lines}"}""", "cannot be part of a text")]
    [InlineData("""{"a":"about ${first}"}""", "cannot be part of a text")]
    [InlineData("""{"l":["${words}"]}""", "list within a list")]
    [InlineData("""{"a":"${note}"}""", "${note} may be null")]
    [InlineData("""{"a":"${day}"}""", "${day} may be null")]
    public void A_template_that_names_something_else_is_not(string template, string says) => Assert.Contains(says, Assert.Single(Faults(template)), StringComparison.Ordinal);

    static IEnumerable<string> Faults(string template) =>
        CardTemplate.Compile("toy", Bound.Utf8(template)).Check(new(ToyJson.Default.ToyView)).Select(fault => fault.ToString());
}
