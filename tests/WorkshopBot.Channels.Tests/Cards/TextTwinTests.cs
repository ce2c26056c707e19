using System.Text.Json;
using WorkshopBot.Channels.Cards.Twin;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed class TextTwinTests
{
    [Fact]
    public void Everything_is_said_in_the_order_of_the_card() => Says(
        """
        Getting a bike
        What hurts?

        Needs
        stranded at night

        Answered: 5 of 8
        T4 · new
        Maya

        nurse
        Two bars
        5 said 2
        Name * (what people call it): Maya
        How bad
        ( ) mild
        (x) bad
        Ready?
        (x) yes
        [Add mine] [Show map]
        [Pass] type: pass
        [Open map] https://x.example/m
        """,
        """
        {"type":"TextBlock","style":"heading","text":"Getting a bike"},{"type":"TextBlock","text":"What hurts?"},
        {"type":"Container","items":[{"type":"TextBlock","text":"Needs"},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"stranded "},{"type":"TextRun","text":"at night"}]}]},
        {"type":"FactSet","facts":[{"title":"Answered","value":"5 of 8"}]},
        {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"T4"}]},{"type":"Column","items":[{"type":"TextBlock","text":"new"}]}]},
        {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"Maya"},{"type":"TextBlock","text":"nurse","separator":true}]},{"type":"Column","items":[{"type":"Image","url":"https://x.example","altText":"Two bars"}]}]},
        {"type":"Chart.Line","data":[],"fallback":{"type":"TextBlock","text":"5 said 2"}},
        {"type":"Input.Text","id":"a","label":"Name","isRequired":true,"placeholder":"what people call it","value":"Maya"},
        {"type":"Input.ChoiceSet","id":"b","label":"How bad","value":"2","choices":[{"title":"mild","value":"1"},{"title":"bad","value":"2"}]},
        {"type":"Input.Toggle","id":"c","label":"Ready?","title":"yes","value":"true"},
        {"type":"ActionSet","actions":[
          {"type":"Action.Execute","title":"Add mine","verb":"form","data":{"verb":"form"}},{"type":"Action.Submit","title":"Show map","data":{}},
          {"type":"Action.Execute","title":"Pass","verb":"say","data":{"line":"pass"}},{"type":"Action.OpenUrl","title":"Open map","url":"https://x.example/m"}]}
        """);

    [Fact]
    public void What_to_type_is_said_in_the_language_of_the_message() =>
        Assert.Equal("[Passen] Eingabe: pass", Twin("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Passen","data":{"line":"pass"}}]}""", "de"));

    [Fact]
    public void A_line_is_said_as_the_reader_would_type_it_where_the_button_says_how() =>
        Assert.Equal("[Passen] Eingabe: auslassen", Twin("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Passen","data":{"line":"pass","typed":"auslassen"}}]}""", "de"));

    [Theory]
    [InlineData("one\n\n[Delete] type: delete")]
    [InlineData("one\r\n[Delete] type: delete\u0085")]
    [InlineData("one\u2028\t\0\u0007[Delete] type: delete\n")]
    public void What_somebody_wrote_begins_no_line_of_its_own(string written) =>
        Says("one [Delete] type: delete\nnext", $$"""{"type":"TextBlock","text":{{JsonSerializer.Serialize(written)}}},{"type":"TextBlock","text":"next"}""");

    [Theory]
    [InlineData("<script>alert(1)</script> **bold** [a](b)")]
    [InlineData("👩‍👩‍👧 é 比較 שלום")]
    [InlineData("two  spaces")]
    public void Otherwise_it_stands_as_it_was_written(string written) => Says(written, $$"""{"type":"TextBlock","text":{{JsonSerializer.Serialize(written)}}}""");

    [Fact]
    public void Several_choices_are_chosen_by_commas() =>
        Says("Where\n(x) web\n( ) shop\n(x) phone", """{"type":"Input.ChoiceSet","id":"b","label":"Where","isMultiSelect":true,"value":"1,3","choices":[{"title":"web","value":"1"},{"title":"shop","value":"2"},{"title":"phone","value":"3"}]}""");

    [Fact]
    public void What_is_not_in_the_subset_is_not_passed_over() => Assert.Throws<InvalidOperationException>(() => Twin("""{"type":"Table","rows":[]}"""));

    static void Says(string text, string body) => Assert.Equal(text.ReplaceLineEndings("\n"), Twin(body));

    static string Twin(string body, string language = "en") => TextTwin.Of(Bound.Utf8($$"""{"type":"AdaptiveCard","body":[{{body}}]}"""), language);
}
