using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What a button carries and what stands in the inputs beside it, as text by name.</summary>
static class SlackValues
{
    const int Most = 100;
    const int MostName = 80;

    /// <summary>What was chosen or typed in an element: several choices parted by commas; null for nothing.</summary>
    public static string? Of(SlackElement element) =>
        element.Value ?? element.SelectedOption?.Value ?? element.SelectedUser ?? element.SelectedConversation ?? element.SelectedChannel ?? element.SelectedDate ?? element.SelectedTime
            ?? element.SelectedDateTime?.ToString(CultureInfo.InvariantCulture)
            ?? Joined(element.SelectedOptions?.Select(option => option?.Value)) ?? Joined(element.SelectedUsers) ?? Joined(element.SelectedConversations) ?? Joined(element.SelectedChannels)
            ?? (element.RichTextValue is { } rich ? SlackRich.Plain(rich) : null);

    /// <summary>What a button carries; a plain value has the name "value".</summary>
    public static ImmutableSortedDictionary<string, string>? Carried(string? value)
    {
        if (value is null or "")
            return ActionData.None;
        if (SlackJson.Parse(Encoding.UTF8.GetBytes(value)) is { } data)
            return ActionData.Read(data, out _);
        return ActionData.None.Add("value", value);
    }

    /// <summary>What stands in our inputs, and the block of each, by the input's name; null: there are too many. An empty input is an empty text, so that it can be told from one that was not there.</summary>
    public static (ImmutableSortedDictionary<string, string> Values, ImmutableSortedDictionary<string, string> Blocks)? Inputs(params ReadOnlySpan<SlackState?> states)
    {
        var (values, blocks) = (ActionData.None.ToBuilder(), ActionData.None.ToBuilder());
        foreach (var state in states)
            foreach (var (block, elements) in state?.Values ?? [])
                if (BlockAction.Input(block) is { } name && elements?.Values.FirstOrDefault() is { } element)
                {
                    if (name.Length is 0 or > MostName || values.Count == Most)
                        return null;
                    (values[name], blocks[name]) = (Of(element) ?? "", block);
                }
        return (values.ToImmutable(), blocks.ToImmutable());
    }

    static string? Joined(IEnumerable<string?>? values) => values is null ? null : string.Join(',', values.Where(value => value is { Length: > 0 }));
}
