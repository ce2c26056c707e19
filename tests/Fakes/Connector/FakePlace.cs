namespace WorkshopBot.Fakes.Connector;

/// <summary>What kind of conversation it is.</summary>
public enum FakePlaceKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>A conversation: a channel of a team, a group chat, or somebody's own chat with the bot.</summary>
public sealed class FakePlace
{
    readonly List<FakePerson> _members = [];
    readonly List<FakeMessage> _messages = [];

    internal FakePlace(FakeConnector connector, FakePlaceKind kind, string id, string name, FakeTeam? team, string channelType) =>
        (Connector, Kind, Id, Name, Team, ChannelType) = (connector, kind, id, name, team, channelType);

    public FakePlaceKind Kind { get; }

    /// <summary>Its id, without any thread.</summary>
    public string Id { get; }

    public string Name { get; }

    public FakeTeam? Team { get; }

    /// <summary>standard, private or shared.</summary>
    public string ChannelType { get; }

    public IReadOnlyList<FakePerson> Members
    {
        get
        {
            lock (Gate)
                return [.. _members];
        }
    }

    /// <summary>All messages, oldest first; those that were deleted as well.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (Gate)
                return [.. _messages];
        }
    }

    /// <summary>The bot's messages that are there for everybody to see.</summary>
    public IReadOnlyList<FakeMessage> Posted => [.. Messages.Where(message => message is { By: null, IsDeleted: false, Only: null })];

    internal FakeConnector Connector { get; }

    internal Lock Gate => Connector.Gate;

    internal List<FakeMessage> All => _messages;

    public FakePlace Add(params FakePerson[] people)
    {
        lock (Gate)
            _members.AddRange(people.Except(_members));
        return this;
    }

    public void Remove(FakePerson person)
    {
        lock (Gate)
            _members.Remove(person);
    }

    /// <summary>Somebody, not the bot, takes a message away; the bot is not told.</summary>
    public void Delete(FakeMessage message)
    {
        lock (Gate)
            message.IsDeleted = true;
    }

    internal FakeMessage? Find(string id)
    {
        lock (Gate)
            return _messages.Find(message => message.Id == id && !message.IsDeleted);
    }
}

/// <summary>A team; its id is that of its General channel.</summary>
public sealed record FakeTeam(string Id, string Name, string AadGroupId);
