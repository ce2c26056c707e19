namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Slash commands. Pure.</summary>
static class SlackCommands
{
    const int MostOfUrl = 2_000;

    /// <param name="fields">As they came, from a form or over a web socket.</param>
    /// <param name="origin">The install.</param>
    /// <param name="bot">Id of the bot's own user.</param>
    public static SlackRead Read(IReadOnlyDictionary<string, string> fields, SlackOrigin origin, string? bot)
    {
        var (channel, user, trigger, url) = (Field("channel_id"), Field("user_id"), Field("trigger_id"), Field("response_url"));
        if (!SlackIds.IsId(channel) || !SlackIds.IsId(user) || !SlackIds.IsTrigger(trigger) || url.Length > MostOfUrl)
            return SlackRead.Malformed;
        var (text, _, others) = SlackText.Of(Field("text"), null, bot);
        var place = origin.At(channel, user) with { UserName = SlackIds.Name(Field("user_name")), ChannelName = Room(Field("channel_name")) };
        return new SlackInput.Command(place, text, trigger, url) { TurnId = SlackIds.Turn(origin.Scope, trigger), Others = others };

        string Field(string name) => fields.GetValueOrDefault(name, "");
    }

    /// <summary>What people call a room; empty where Slack only says of what kind it is.</summary>
    public static string Room(string? name) => name is "directmessage" or "privategroup" ? "" : SlackIds.Name(name);
}
