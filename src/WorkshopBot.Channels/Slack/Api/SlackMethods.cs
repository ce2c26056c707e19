using System.Collections.Frozen;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What is known of a method of the Web API.</summary>
/// <param name="PerMinute">How often it may be called in one workspace.</param>
/// <param name="Repeats">Doing it twice is the same as doing it once.</param>
/// <param name="Posts">It writes something new into a conversation, of which there is one a second.</param>
readonly record struct SlackMethod(int PerMinute, bool Repeats = false, bool Posts = false);

/// <summary>The methods that are called, and no other, with Slack's tiers. The one table of them; "special" is told as several hundred a minute.</summary>
static class SlackMethods
{
    public const string Post = "chat.postMessage";
    public const string PostAlone = "chat.postEphemeral";
    public const string Update = "chat.update";
    public const string Permalink = "chat.getPermalink";
    public const string OpenView = "views.open";
    public const string PushView = "views.push";
    public const string UpdateView = "views.update";
    public const string PublishHome = "views.publish";
    public const string OpenChat = "conversations.open";
    public const string Room = "conversations.info";
    public const string Members = "conversations.members";
    public const string History = "conversations.history";
    public const string Replies = "conversations.replies";
    public const string Person = "users.info";
    public const string BeginUpload = "files.getUploadURLExternal";
    public const string EndUpload = "files.completeUploadExternal";
    public const string Test = "auth.test";
    public const string Access = "oauth.v2.access";
    public const string Connect = "apps.connections.open";

    const int Tier2 = 20;
    const int Tier3 = 50;
    const int Tier4 = 100;
    const int Special = 200;

    static readonly FrozenDictionary<string, SlackMethod> All = new Dictionary<string, SlackMethod>(StringComparer.Ordinal)
    {
        [Post] = new(Special, Posts: true),
        [PostAlone] = new(Tier4, Posts: true),
        [Update] = new(Tier3, Repeats: true),
        [Permalink] = new(Special, Repeats: true),
        [OpenView] = new(Tier4),
        [PushView] = new(Tier4),
        [UpdateView] = new(Tier4, Repeats: true),
        [PublishHome] = new(Tier4, Repeats: true),
        [OpenChat] = new(Tier3, Repeats: true),
        [Room] = new(Tier3, Repeats: true),
        [History] = new(Tier3, Repeats: true),
        [Replies] = new(Tier3, Repeats: true),
        [Members] = new(Tier4, Repeats: true),
        [Person] = new(Tier4, Repeats: true),
        [BeginUpload] = new(Tier4, Repeats: true),
        [EndUpload] = new(Tier4),
        [Test] = new(Special, Repeats: true),
        [Access] = new(Special),
        [Connect] = new(Tier3),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of what is not listed nothing good is believed.</summary>
    public static SlackMethod Of(string method) => All.TryGetValue(method, out var known) ? known : new(Tier2);
}
