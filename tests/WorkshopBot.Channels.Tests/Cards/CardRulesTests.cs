using WorkshopBot.Channels.Cards.Subset;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed class CardRulesTests
{
    const string Execute = """{"type":"Action.Execute","title":"${t}","verb":"say","data":{"verb":"say","line":"${l}"},"associatedInputs":"none","fallback":{"type":"Action.Submit","title":"${t}","data":{"verb":"say","line":"${l}"},"associatedInputs":"none"}}""";

    [Fact]
    public void A_card_of_everything_there_is_is_taken() => Assert.Empty(Faults(
        $$$"""
        {"type":"TextBlock","wrap":true,"style":"heading","text":"${t}","size":"Large","separator":true},{"type":"TextBlock","$when":"${w}","wrap":true,"text":"${a}: ${b} (${c})"},
        {"type":"RichTextBlock","inlines":[{"type":"TextRun","$data":"${runs}","text":"${t}","italic":true}]},
        {"type":"FactSet","facts":[{"$data":"${facts}","title":"${t}","value":"${v}"}]},{"type":"FactSet","facts":"${facts}"},
        {"type":"Container","style":"emphasis","items":[{"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[{"type":"Image","url":"${u}","altText":"${t}"}]}]}]},
        {"type":"Chart.Line","data":"${lines}","fallback":{"type":"FactSet","facts":"${facts}"}},
        {"type":"Input.Text","id":"${id}","label":"${t}","isRequired":"${r}","errorMessage":"${e}","maxLength":"${m}","isMultiline":true,"value":"${v}","placeholder":"${p}"},
        {"type":"Input.Number","id":"a","label":"${t}"},{"type":"Input.Date","id":"b","label":"${t}"},{"type":"Input.Time","id":"c","label":"${t}"},
        {"type":"Input.ChoiceSet","id":"d","label":"${t}","choices":"${choices}","wrap":true,"isMultiSelect":true},{"type":"Input.Toggle","id":"e","label":"${t}","title":"${t}","wrap":true},
        {"type":"ActionSet","actions":[{{{Execute}}},{"type":"Action.Submit","title":"${t}","data":"${d}","style":"${s}"},{"type":"Action.OpenUrl","title":"${t}","url":"${u}"}]}
        """,
        ""","lang":"${l}","refresh":{"action":{"type":"Action.Execute","title":"${t}","verb":"refresh","data":{}},"userIds":["${u}"]}"""));

    [Theory]
    [InlineData("""{"type":"Table","rows":[]}""", "body[0]: 'Table' is not in the card subset here")]
    [InlineData("""{"type":"Input.Rating","id":"a"}""", "'Input.Rating' is not in the card subset")]
    [InlineData("""{"text":"${t}"}""", "'' is not in the card subset")]
    [InlineData("""{"type":"${t}"}""", "'${t}' is not in the card subset")]
    [InlineData("""{"type":"Column","items":[]}""", "'Column' is not in the card subset here")]
    [InlineData("""{"type":"Action.Submit","title":"${t}","data":{}}""", "'Action.Submit' is not in the card subset here")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"TextBlock","text":"${t}"}]}""", "body[0].actions[0]: 'TextBlock' is not in the card subset here")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"${t}"}]}""", "'Action.ShowCard' is not in the card subset")]
    [InlineData("""{"type":"TextBlock","wrap":true,"text":"${t}","maxLines":2}""", "body[0]: maxLines of TextBlock is not in the card subset")]
    [InlineData("""{"type":"TextBlock","wrap":true,"text":"${t}","isVisible":false}""", "isVisible of TextBlock is not in the card subset")]
    [InlineData("""{"type":"TextBlock","wrap":true,"text":"${t}","style":"columnHeader"}""", "body[0].style: It is one of: default, heading.")]
    [InlineData("""{"type":"TextBlock","wrap":true,"text":"${t}","isSubtle":"yes"}""", "isSubtle: It is true or false.")]
    [InlineData("""{"type":"TextBlock","wrap":true}""", "TextBlock has text.")]
    [InlineData("""{"type":"Container","items":{}}""", "items: It is a list.")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[]}]}""", "body[0].columns[0]: Here stands Column, and it says so in type.")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"${t}"}]}""", "body[0].facts[0]: fact has value.")]
    [InlineData("""{"type":"Chart.Line","data":[]}""", "Chart.Line has fallback.")]
    [InlineData("""{"type":"Input.Text","label":"${t}"}""", "Input.Text has id.")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"${t}","maxLength":"80"}""", "maxLength: It is a number.")]
    public void What_is_not_in_the_subset_is_refused(string element, string says) => Assert.Contains(Faults(element), fault => fault.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("label", """{"type":"Input.Text","id":"a"}""")]
    [InlineData("errorMessage", """{"type":"Input.Text","id":"a","label":"${t}","isRequired":true}""")]
    [InlineData("errorMessage", """{"type":"Input.Text","id":"a","label":"${t}","isRequired":"${r}"}""")]
    [InlineData("altText", """{"type":"Image","url":"${u}"}""")]
    [InlineData("wrap", """{"type":"TextBlock","text":"${t}"}""")]
    [InlineData("wrap", """{"type":"TextBlock","text":"${t}","wrap":false}""")]
    [InlineData("wrap", """{"type":"Input.Toggle","id":"a","label":"${t}","title":"${t}"}""")]
    [InlineData("words", """{"type":"TextBlock","wrap":true,"text":"Ready"}""")]
    [InlineData("words", """{"type":"TextBlock","wrap":true,"text":"${a} of ${b}"}""")]
    [InlineData("words", """{"type":"FactSet","facts":[{"title":"5","value":"${v}"}]}""")]
    [InlineData("words", """{"type":"Input.Text","id":"a","label":"${t}","placeholder":"e.g. ${t}"}""")]
    [InlineData("words", """{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Go","data":{}}]}""")]
    [InlineData("fallback", """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"${t}","verb":"say","data":{}}]}""")]
    [InlineData("fallback", """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"${t}","verb":"say","data":{"a":"${a}"},"fallback":{"type":"Action.Submit","title":"${t}","data":{"a":"${b}"}}}]}""")]
    [InlineData("fallback", """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"${t}","verb":"say","data":{},"associatedInputs":"none","fallback":{"type":"Action.Submit","title":"${t}","data":{}}}]}""")]
    [InlineData("not empty", """{"type":"ActionSet","actions":[]}""")]
    [InlineData("not empty", """{"type":"Input.ChoiceSet","id":"a","label":"${t}","wrap":true,"choices":[]}""")]
    public void What_breaks_a_rule_is_named_with_the_rule(string rule, string element) => Assert.EndsWith($"({rule})", Assert.Single(Faults(element)), StringComparison.Ordinal);

    [Fact]
    public void Every_rule_has_a_name_of_its_own() => Assert.Distinct(CardRules.All.Select(rule => rule.Name));

    [Theory]
    [InlineData(""","version":"1.6" """)]
    [InlineData(""","msteams":{"width":"Full"}""")]
    [InlineData(""","selectAction":{"type":"Action.Submit"}""")]
    public void Neither_is_the_card_itself_anything_else(string more) => Assert.NotEmpty(CardRules.Check("toy", Bound.Utf8($$"""{"type":"AdaptiveCard"{{(more.Contains("version", StringComparison.Ordinal) ? "" : ",\"version\":\"1.5\"")}},"body":[]{{more}}}""")));

    [Fact]
    public void In_a_card_that_has_its_data_a_text_may_look_like_a_binding_and_a_number_may_not()
    {
        const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","wrap":true,"text":"${x}"},{"type":"Input.Text","id":"a","label":"l","maxLength":"${x}"}]}""";
        using var json = System.Text.Json.JsonDocument.Parse(Card);
        Assert.Equal("body[1].maxLength", Assert.Single(SubsetReader.Read("toy", json.RootElement, bound: true).Faults).Where);
        Assert.Empty(SubsetReader.Read("toy", json.RootElement, bound: false).Faults);
    }

    static IEnumerable<string> Faults(string body, string more = "") =>
        CardRules.Check("toy", Bound.Utf8($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{body}}]{{more}}}""")).Select(fault => fault.ToString());
}
