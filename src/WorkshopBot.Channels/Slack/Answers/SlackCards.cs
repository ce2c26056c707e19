using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Makes blocks of messages: for a surface, and with the mark of the kept message on its buttons, so that a press says where it was made.</summary>
/// <param name="deck">The cards.</param>
/// <param name="log">Cards that cannot be made.</param>
sealed class SlackCards(CardDeck deck, ILogger log)
{
    /// <summary>A message that is kept. Throws <see cref="CardException"/>.</summary>
    public BlockCard Kept(Message message) => BlockKit.Render(deck.Bind(message), BlockSurface.Message, message.Language, message.Key);

    /// <summary>Null when it cannot be made: what was done is done, and told in words.</summary>
    public BlockCard? Of(Message message, BlockSurface surface)
    {
        try
        {
            return BlockKit.Render(deck.Bind(message), surface, message.Language);
        }
        catch (CardException e)
        {
            log.LogError("The card of an answer cannot be made: {Faults}", string.Join("; ", e.Faults.Select(fault => fault.Card)));
            return null;
        }
    }

    /// <summary>Says something, with a button to do the same once more.</summary>
    public static BlockCard Retry(string said, ChatAction action, string language)
    {
        try
        {
            return BlockKit.Render(new(RetryCard.Of(said, action.Data.SetItem("verb", action.Verb).SetItem(SlackVerbs.Retries, "true"), language), said), BlockSurface.Message, language);
        }
        catch (CardException)
        {
            // More than a button can carry.
            return Words(said, BlockSurface.Message, language);
        }
    }

    /// <summary>Words alone.</summary>
    public static BlockCard Words(string text, BlockSurface surface, string language)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard", ["version"] = "1.5",
            ["body"] = new JsonArray([.. text.Split('\n').Where(line => line.Length > 0).Select(line => (JsonNode)new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = line }) })]),
        };
        return BlockKit.Render(new(Encoding.UTF8.GetBytes(card.ToJsonString()), text), surface, language);
    }
}
