using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>A conversation, and what is written in it.</summary>
public sealed class FakeSlackChannel
{
    readonly List<FakeSlackPerson> _members = [];
    readonly List<FakeSlackMessage> _messages = [];
    readonly List<FakeSlackTeam> _shared = [];

    internal FakeSlackChannel(FakeSlack fake, FakeSlackTeam team, string id, string name, string kind) => (Slack, Team, Id, Name, Kind) = (fake, team, id, name, kind);

    public string Id { get; internal set; }

    public string Name { get; internal set; }

    /// <summary>The workspace it was made in.</summary>
    public FakeSlackTeam Team { get; }

    public bool IsArchived { get; internal set; }

    public bool HasBot { get; internal set; }

    public IReadOnlyList<FakeSlackPerson> Members => Slack.Locked(() => _members.ToArray());

    /// <summary>Everything there ever was, by its time; what only one person saw, and what was deleted, among it.</summary>
    public IReadOnlyList<FakeSlackMessage> All => Slack.Locked(() => _messages.ToArray());

    /// <summary>What everybody sees.</summary>
    public IReadOnlyList<FakeSlackMessage> Messages => [.. All.Where(message => message is { IsDeleted: false, Only: null })];

    /// <summary>What the bot wrote for everybody.</summary>
    public IReadOnlyList<FakeSlackMessage> Posted => [.. Messages.Where(message => message.By is null)];

    /// <summary>Another organisation's workspace shares it: people of it can be members.</summary>
    public FakeSlackChannel SharedWith(FakeSlackTeam other)
    {
        lock (Slack.Gate)
            _shared.Add(other);
        return this;
    }

    public FakeSlackChannel Add(params FakeSlackPerson[] people)
    {
        lock (Slack.Gate)
            _members.AddRange(people.Except(_members));
        return this;
    }

    public FakeSlackChannel Remove(FakeSlackPerson person)
    {
        lock (Slack.Gate)
            _members.Remove(person);
        return this;
    }

    /// <summary>The bot is not in it; nobody is told.</summary>
    public FakeSlackChannel WithoutBot()
    {
        HasBot = false;
        return this;
    }

    internal FakeSlack Slack { get; }

    /// <summary>channel, group, im or mpim, as events say.</summary>
    internal string Kind { get; }

    internal bool IsDm => Kind == "im";

    internal bool IsShared => _shared.Count > 0;

    internal IEnumerable<FakeSlackTeam> Teams => [Team, .. _shared];

    /// <summary>Whose app sees it.</summary>
    internal FakeSlackInstall? Bot => Teams.Select(team => team.Bot).FirstOrDefault(bot => bot is not null);

    internal FakeSlackChannel AddBot()
    {
        HasBot = true;
        return this;
    }

    internal bool IsSeenBy(FakeSlackInstall install) => Teams.Any(install.Covers) && (Kind == "channel" || HasBot);

    internal FakeSlackMessage? Find(string? ts) => Slack.Locked(() => _messages.Find(message => message.Ts == ts && message is { IsDeleted: false, Only: null }));

    internal void Add(FakeSlackMessage message)
    {
        lock (Slack.Gate)
            _messages.Add(message);
    }

    internal IEnumerable<FakeSlackMessage> Thread(string root) => All.Where(message => message.ThreadTs == root && message.Only is null && !message.IsDeleted);

    internal JsonObject Described(FakeSlackInstall install, bool counts, bool locale)
    {
        var about = new JsonObject { ["id"] = Id };
        if (IsDm)
        {
            about["is_im"] = true;
            about["is_org_shared"] = false;
            about["user"] = _members[0].Id;
            about["is_user_deleted"] = _members[0].IsDeactivated;
        }
        else
        {
            about["name"] = Name;
            about["name_normalized"] = Name;
            about["is_channel"] = Kind == "channel";
            about["is_group"] = Kind == "group";
            about["is_im"] = false;
            about["is_mpim"] = Kind == "mpim";
            about["is_private"] = Kind != "channel";
            about["is_member"] = HasBot;
            about["creator"] = _members.Count > 0 ? _members[0].Id : install.BotUserId;
            about["is_shared"] = IsShared;
            about["is_ext_shared"] = IsShared;
            about["is_org_shared"] = false;
            about["is_read_only"] = false;
            about["is_thread_only"] = false;
            about["is_non_threadable"] = false;
            about["context_team_id"] = Team.Id;
            about["internal_team_ids"] = new JsonArray();
            about["connected_team_ids"] = new JsonArray([.. _shared.Select(team => (JsonNode)team.Id)]);
        }
        about["is_archived"] = IsArchived;
        if (counts)
            about["num_members"] = _members.Count + (HasBot ? 1 : 0);
        if (locale)
            about["locale"] = _members.Count > 0 ? _members[0].Locale : "en-US";
        return about;
    }
}
