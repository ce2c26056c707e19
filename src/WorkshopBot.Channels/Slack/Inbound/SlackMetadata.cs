using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What we put into a view and get back with it: what sending it stands for, and what goes with it.</summary>
/// <param name="Verb">Empty for none.</param>
/// <param name="Data">As a button carries it.</param>
sealed record SlackMetadata(string Verb, ImmutableSortedDictionary<string, string> Data)
{
    static readonly SlackMetadata None = new("", ActionData.None);

    public static SlackMetadata Read(string? text)
    {
        if (text is null || SlackJson.Parse(Encoding.UTF8.GetBytes(text)) is not { } json)
            return None;
        var data = json.TryGetProperty("data", out var carried) && carried.ValueKind == JsonValueKind.Object ? ActionData.Read(carried, out _) : null;
        return new(SlackJson.Text(json, "verb") is { } verb && ActionData.IsVerb(verb) ? verb : "", data ?? ActionData.None);
    }
}
