using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>
/// Somebody in Slack: what they see, and what they do there. What they do is delivered to the app at once, as Slack would, and what it answers becomes what they see.
/// </summary>
public sealed partial class FakeSlackPerson
{
    readonly FakeSlack _fake;
    readonly List<string> _troubles = [];

    internal FakeSlackPerson(FakeSlack fake, FakeSlackTeam team, string id, string name) => (_fake, Team, Id, Name) = (fake, team, id, name);

    public string Id { get; }

    public string Name { get; }

    /// <summary>Their own workspace.</summary>
    public FakeSlackTeam Team { get; }

    public string UserName => Name.ToLowerInvariant().Replace(' ', '.');

    /// <summary>What they chose to be called; empty for nothing.</summary>
    public string DisplayName { get; set; } = "";

    public string Locale { get; set; } = "en-GB";

    public string Zone { get; set; } = "Europe/Berlin";

    /// <summary>They see only some channels.</summary>
    public bool IsGuest { get; set; }

    /// <summary>They see one channel alone.</summary>
    public bool IsOneChannelGuest { get; set; }

    /// <summary>Another app.</summary>
    public bool IsBot { get; set; }

    public bool IsDeactivated { get; set; }

    /// <summary>Their own chat with the bot.</summary>
    public FakeSlackChannel Dm => _fake.Channel(SlackIds.Of('D', Id), () => new FakeSlackChannel(_fake, Team, SlackIds.Of('D', Id), "directmessage", "im").AddBot()).Add(this);

    /// <summary>The windows they have open, one on another.</summary>
    public IReadOnlyList<FakeSlackView> Windows => _fake.Locked(() => Stack.ToArray());

    /// <summary>The window in front; null for none.</summary>
    public FakeSlackView? View => _fake.Locked(() => Stack.Count > 0 ? Stack[^1] : null);

    /// <summary>The app's home as they see it; null while there is none.</summary>
    public FakeSlackView? Home { get; internal set; }

    /// <summary>What went wrong before their eyes: Slack says that the app did not answer.</summary>
    public IReadOnlyList<string> Troubles => _fake.Locked(() => _troubles.ToArray());

    /// <summary>What they see in a conversation: everybody's messages, and those for them alone.</summary>
    public IReadOnlyList<FakeSlackMessage> Sees(FakeSlackChannel channel) =>
        [.. channel.All.Where(message => !message.IsDeleted && (message.Only is null || message.Only == this)).OrderBy(message => message.Ts, StringComparer.Ordinal)];

    /// <summary>The messages for them alone, those that were taken away not among them.</summary>
    public IReadOnlyList<FakeSlackMessage> Whispers(FakeSlackChannel channel) => [.. Sees(channel).Where(message => message.Only is not null)];

    /// <summary>The same as text; replies are set in.</summary>
    public string Reads(FakeSlackChannel channel) =>
        string.Join('\n', Sees(channel).Select(message => $"{(message.IsReply ? "  " : "")}{message.By?.Name ?? _fake.BotName}{(message.Only is null ? "" : " (only you)")}: {message.Says}"));

    /// <summary>What a field holds now, by its words: what was typed, or the values that were chosen.</summary>
    public string Holds(FakeSlackShown on, string field) => on.Field(field) is var found && on.Held(this, found) is var held ? held[SlackState.Member(found.Type)] switch
    {
        JsonObject option => (string?)option["value"] ?? option.ToJsonString(),
        JsonArray all => string.Join(',', all.Select(option => option is JsonObject one ? (string?)one["value"] : option?.ToString())),
        null => "",
        var text => text.ToString(),
    } : "";

    internal List<FakeSlackView> Stack { get; } = [];

    internal IEnumerable<FakeSlackView> Views => Home is null ? Windows : [.. Windows, Home];

    internal IEnumerable<FakeSlackChannel> Channels => _fake.ChannelsOf(this);

    internal void Clear()
    {
        lock (_fake.Gate)
        {
            Stack.ForEach(view => view.IsOpen = false);
            Stack.Clear();
        }
    }

    internal void Trouble(string what)
    {
        lock (_fake.Gate)
            _troubles.Add(what);
    }

    internal JsonObject Described(FakeSlackInstall install, bool locale)
    {
        var isStranger = !install.Covers(Team);
        var about = new JsonObject
        {
            ["id"] = Id, ["team_id"] = Team.Id, ["name"] = UserName, ["deleted"] = IsDeactivated, ["real_name"] = Name,
            ["profile"] = new JsonObject { ["real_name"] = Name, ["display_name"] = DisplayName, ["avatar_hash"] = "g" + Id[^6..].ToLowerInvariant(), ["team"] = Team.Id, ["image_72"] = "https://example.invalid/a72.png" },
            ["is_admin"] = false, ["is_owner"] = false, ["is_primary_owner"] = false, ["is_restricted"] = IsGuest || IsOneChannelGuest, ["is_ultra_restricted"] = IsOneChannelGuest, ["is_bot"] = IsBot, ["is_app_user"] = false, ["updated"] = 1763600000,
        };
        if (isStranger)
            about["is_stranger"] = true;
        else
        {
            var offset = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone.GetUtcOffset(_fake.Time.GetUtcNow()) : TimeSpan.Zero;
            (about["tz"], about["tz_label"], about["tz_offset"]) = (Zone, Zone, (int)offset.TotalSeconds);
            if (locale)
                about["locale"] = Locale;
        }
        if (Team.Enterprise is { } enterprise)
            about["enterprise_user"] = new JsonObject { ["id"] = Id, ["enterprise_id"] = enterprise.Id, ["enterprise_name"] = enterprise.Name, ["is_admin"] = false, ["is_owner"] = false, ["teams"] = new JsonArray(Team.Id) };
        return about;
    }
}
