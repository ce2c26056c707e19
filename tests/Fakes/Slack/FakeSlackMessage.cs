using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>A message, the bot's or somebody's, with all it has ever shown.</summary>
public sealed class FakeSlackMessage : FakeSlackShown
{
    readonly List<JsonObject> _versions = [];

    internal FakeSlackMessage(FakeSlackChannel channel, string ts, string? thread, FakeSlackPerson? by, JsonObject first) : base(channel.Slack)
    {
        (Channel, Ts, ThreadTs, By) = (channel, ts, thread, by);
        _versions.Add(first);
    }

    /// <summary>Its id in its channel.</summary>
    public string Ts { get; }

    public FakeSlackChannel Channel { get; }

    /// <summary>The message it stands under; null at the top.</summary>
    public string? ThreadTs { get; }

    /// <summary>Who wrote it; null for the bot.</summary>
    public FakeSlackPerson? By { get; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public FakeSlackPerson? Only { get; internal init; }

    public bool IsReply => ThreadTs is not null;

    public bool IsDeleted { get; internal set; }

    /// <summary>Everything it was, oldest first, in Slack's own form.</summary>
    public IReadOnlyList<JsonObject> Versions => Slack.Locked(() => _versions.ToArray());

    public JsonObject Shown => Versions[^1];

    /// <summary>The text beside the blocks: what notifications and screen readers say.</summary>
    public string Text => Strict.Text(Shown, "text") ?? "";

    public override JsonArray Blocks => Shown["blocks"] as JsonArray ?? [];

    public override string Says => Blocks.Count > 0 && By is null ? SlackText.Shown(Blocks) : SlackText.Read(Text);

    /// <summary>What the app keeps with it; null for nothing.</summary>
    public JsonObject? Metadata => Shown["metadata"] as JsonObject;

    /// <summary>Emojis and who put them there.</summary>
    public IReadOnlyList<(string Name, FakeSlackPerson By)> Reactions => Slack.Locked(() => Reacted.ToArray());

    internal List<(string Name, FakeSlackPerson By)> Reacted { get; } = [];

    internal FakeSlackInstall? Bot { get; init; }

    internal void Write(JsonObject next)
    {
        lock (Slack.Gate)
            _versions.Add(next);
    }

    /// <summary>As answers and payloads show it.</summary>
    internal JsonObject Told(bool metadata = false)
    {
        var told = Shown.DeepClone().AsObject();
        if (!metadata)
            told.Remove("metadata");
        if (ThreadTs is { } root)
        {
            told["thread_ts"] = root;
            told["parent_user_id"] = Channel.Find(root) is { } parent ? Strict.Text(parent.Shown, "user") : null;
        }
        else if (Channel.Thread(Ts).ToList() is { Count: > 0 } replies)
        {
            told["thread_ts"] = Ts;
            told["reply_count"] = replies.Count;
            told["reply_users_count"] = replies.Select(reply => Strict.Text(reply.Shown, "user")).Distinct().Count();
            told["latest_reply"] = replies[^1].Ts;
        }
        return told;
    }
}
