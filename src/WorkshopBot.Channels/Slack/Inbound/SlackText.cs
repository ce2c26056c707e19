using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What somebody typed, as plain text.</summary>
/// <param name="Text">Without the mention of the bot.</param>
/// <param name="Mentions">The bot was named in it.</param>
/// <param name="Others">Who else was: as it stands in the text behind the @, and the user's id.</param>
readonly record struct SlackText(string Text, bool Mentions, ImmutableArray<KeyValuePair<string, string>> Others)
{
    /// <param name="text">As Slack writes text down.</param>
    /// <param name="blocks">The same taken apart; it counts where we know all of it.</param>
    /// <param name="bot">Id of the bot's own user; null where it is not known.</param>
    public static SlackText Of(string? text, JsonElement? blocks, string? bot)
    {
        text ??= "";
        var words = new SlackWords(bot);
        if (blocks is { } parts && SlackRich.Read(parts, SlackMarkup.Labels(text), words))
            return Of(words);
        words = new(bot);
        SlackMarkup.Read(text, words);
        return Of(words);
    }

    static SlackText Of(SlackWords words) => new(words.ToString(), words.Mentions, words.Others);
}
