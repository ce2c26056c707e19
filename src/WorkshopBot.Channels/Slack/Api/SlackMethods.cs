using System.Collections.Frozen;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What is known of a method of the Web API.</summary>
/// <param name="PerMinute">How often it may be called in one workspace.</param>
/// <param name="Repeats">Doing it twice is the same as doing it once.</param>
/// <param name="Posts">It writes something new into a conversation, of which there is one a second.</param>
readonly record struct SlackMethod(int PerMinute, bool Repeats = false, bool Posts = false);

/// <summary>The methods that are called, with Slack's tiers. The one table of them; "special" is told as several hundred a minute.</summary>
static class SlackMethods
{
    public const string Post = "chat.postMessage";
    public const string Update = "chat.update";

    const int Tier2 = 20;
    const int Tier3 = 50;
    const int Tier4 = 100;
    const int Special = 200;

    static readonly FrozenDictionary<string, SlackMethod> All = new Dictionary<string, SlackMethod>(StringComparer.Ordinal)
    {
        [Post] = new(Special, Posts: true),
        ["chat.postEphemeral"] = new(Tier4, Posts: true),
        [Update] = new(Tier3, Repeats: true),
        ["chat.delete"] = new(Tier3, Repeats: true),
        ["chat.getPermalink"] = new(Special, Repeats: true),
        ["views.open"] = new(Tier4),
        ["views.push"] = new(Tier4),
        ["views.update"] = new(Tier4, Repeats: true),
        ["views.publish"] = new(Tier4, Repeats: true),
        ["conversations.open"] = new(Tier3, Repeats: true),
        ["conversations.info"] = new(Tier3, Repeats: true),
        ["conversations.join"] = new(Tier3, Repeats: true),
        ["conversations.history"] = new(Tier3, Repeats: true),
        ["conversations.replies"] = new(Tier3, Repeats: true),
        ["conversations.members"] = new(Tier4, Repeats: true),
        ["users.info"] = new(Tier4, Repeats: true),
        ["users.conversations"] = new(Tier3, Repeats: true),
        ["reactions.get"] = new(Tier3, Repeats: true),
        ["files.getUploadURLExternal"] = new(Tier4, Repeats: true),
        ["files.completeUploadExternal"] = new(Tier4),
        ["files.info"] = new(Tier4, Repeats: true),
        ["auth.test"] = new(Special, Repeats: true),
        ["auth.teams.list"] = new(Tier2, Repeats: true),
        ["team.info"] = new(Tier3, Repeats: true),
        ["bots.info"] = new(Tier3, Repeats: true),
        ["apps.uninstall"] = new(1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of what is not listed nothing good is believed.</summary>
    public static SlackMethod Of(string method) => All.TryGetValue(method, out var known) ? known : new(Tier2);
}
