using System.Collections.Immutable;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What a modal's own button carries, as a modal keeps it.</summary>
static class SubmitData
{
    public static ImmutableSortedDictionary<string, string> Read(ReadOnlyMemory<byte> json) =>
        BlockAction.Data(System.Text.Encoding.UTF8.GetString(json.Span)) is { } data && ActionData.Read(data, out _) is { } read ? read : ActionData.None;
}
