using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Teams.Inbound;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

public sealed class InvokeBodyTests
{
    static readonly ReadOnlyMemory<byte> Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5"}""");

    [Fact]
    public void A_press_is_answered_with_a_card_some_words_or_a_fault()
    {
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5"}}""", InvokeBody.Card(Card));
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done."}""", InvokeBody.Said("Done."));
        Same("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"No."}}""", InvokeBody.Fault(400, "BadRequest", "No."));
        Same("""{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"NotSaved","message":"Again."}}""", InvokeBody.Fault(412, "NotSaved", "Again."));
    }

    [Fact]
    public void A_dialog_goes_on_with_a_card_or_ends_with_some_words()
    {
        Same("""{"task":{"type":"continue","value":{"title":"T","height":"large","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}}}}""", InvokeBody.Dialog("T", Card, large: true));
        Same("""{"task":{"type":"message","value":"Done."}}""", InvokeBody.DialogSaid("Done."));
    }

    [Fact]
    public void A_search_shows_lines_with_a_card_each_or_says_that_there_are_none()
    {
        Same("""
            {"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"},
            "preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"G1: ride","text":"Research"}}}]}}
            """, InvokeBody.Found([("G1: ride", "Research", Card)]));
        Same("""{"composeExtension":{"type":"message","text":"Nothing."}}""", InvokeBody.FoundNothing("Nothing."));
    }

    [Fact]
    public void Whatever_is_said_comes_out_as_it_was_said() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Elements("\"", "\\", "\n", "\u2028", "\0", "</script>", "<at>Ben</at>", "\ud83d\ude80", "${x}", "é", "}").ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            Assert.Equal(text, (string?)Read(InvokeBody.Said(text))["value"]);
            Assert.Equal(text, (string?)Read(InvokeBody.Fault(500, "Failed", text))["value"]!["message"]);
            Assert.Equal(text, (string?)Read(InvokeBody.DialogSaid(text))["task"]!["value"]);
            Assert.Equal(text, (string?)Read(InvokeBody.FoundNothing(text))["composeExtension"]!["text"]);
        }));

    static void Same(string expected, ReadOnlyMemory<byte> body) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Read(body)), Encoding.UTF8.GetString(body.Span));

    static JsonNode Read(ReadOnlyMemory<byte> body) => JsonNode.Parse(body.Span)!;
}
