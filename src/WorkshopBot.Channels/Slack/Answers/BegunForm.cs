using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>A form that begins with what its person typed before they closed it: it says so, and has a button to begin with nothing.</summary>
static class BegunForm
{
    /// <summary>A card for a modal and what that carries: where an answer brings what was begun, with it; else as they are.</summary>
    public static (BlockCard Card, ModalContext Context) In(BlockCard card, ChatAnswer answer, ModalContext context, string language) => answer.Afresh is { } afresh && card.Submit is { } submit
        ? (With(card, afresh, language), context with { Verb = submit.Verb, Data = SubmitData.Read(submit.Data), Begun = true, Was = ActionData.None }) : (card, context);

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
