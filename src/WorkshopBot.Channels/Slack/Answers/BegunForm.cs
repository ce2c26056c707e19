using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>A form that begins with what its person typed before they closed it: it says so, and has a button to begin with nothing.</summary>
static class BegunForm
{
    /// <param name="card">The form.</param>
    /// <param name="afresh">What asks for it with nothing in it.</param>
    /// <param name="language">Of the card.</param>
    public static BlockCard With(BlockCard card, ImmutableSortedDictionary<string, string> afresh, string language)
    {
        var blocks = JsonNode.Parse(card.Blocks.Span)!.AsArray();
        var head = blocks.Count > 0 && (string?)blocks[0]?["type"] == "header" ? 1 : 0;
        blocks.Insert(head, new JsonObject
        {
            ["type"] = "section", ["text"] = BlockWriter.Plain(Speech.Say("begun", language)),
            ["accessory"] = new JsonObject
            {
                ["type"] = "button", ["action_id"] = BlockAction.Name(SlackVerbs.Afresh, 0), ["text"] = BlockWriter.Plain(Speech.Say("begun.afresh", language)),
                ["value"] = new JsonObject(afresh.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))).ToJsonString(),
            },
        });
        return card with { Blocks = Encoding.UTF8.GetBytes(blocks.ToJsonString()) };
    }
}
