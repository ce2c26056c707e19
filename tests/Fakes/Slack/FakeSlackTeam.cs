namespace WorkshopBot.Fakes.Slack;

/// <summary>A workspace.</summary>
public sealed class FakeSlackTeam
{
    readonly FakeSlack _fake;

    internal FakeSlackTeam(FakeSlack fake, string name, FakeSlackEnterprise? enterprise) =>
        (_fake, Name, Enterprise, Id, Domain) = (fake, name, enterprise, SlackIds.Of('T', name), name.ToLowerInvariant().Replace(' ', '-'));

    public string Id { get; }

    public string Name { get; }

    public string Domain { get; }

    /// <summary>The organisation it belongs to; null for none.</summary>
    public FakeSlackEnterprise? Enterprise { get; internal set; }

    /// <summary>It is being brought into an organisation, and takes no calls.</summary>
    internal bool IsMoving { get; set; }

    /// <summary>The install of its organisation may not act in it.</summary>
    internal bool IsWithheld { get; set; }

    /// <summary>The app as it is installed here, or in the whole organisation; null where it is not.</summary>
    public FakeSlackInstall? Bot
    {
        get
        {
            lock (_fake.Gate)
                return _fake.Installs.FindLast(install => !install.IsRevoked && install.Covers(this));
        }
    }

    /// <summary>Installs the app without the way through the browser.</summary>
    public FakeSlackInstall Install(string? scopes = null) => _fake.OAuth.Install(this, null, scopes, _fake.RotatesTokens);

    /// <summary>Somebody here; the same for the same name. Who comes into an organisation has another kind of id than who was there before it.</summary>
    public FakeSlackPerson Person(string name)
    {
        var (id, old) = (SlackIds.Of(Enterprise is null ? 'U' : 'W', $"{Id} {name}"), SlackIds.Of('U', $"{Id} {name}"));
        return _fake.FindPerson(old) ?? _fake.Person(id, () => new(_fake, this, id, name));
    }

    /// <summary>A channel with these people and the bot in it.</summary>
    public FakeSlackChannel Channel(string name, params FakeSlackPerson[] members) => Made(name, "channel").Add(members);

    public FakeSlackChannel PrivateChannel(string name, params FakeSlackPerson[] members) => Made(name, "group").Add(members);

    /// <summary>A chat of a few people.</summary>
    public FakeSlackChannel GroupChat(params FakeSlackPerson[] members) => Made("mpdm-" + string.Join("--", members.Select(person => person.Name)), "mpim").Add(members);

    /// <summary>A chat of two people, in which the bot is not.</summary>
    public FakeSlackChannel Direct(FakeSlackPerson one, FakeSlackPerson other)
    {
        var id = SlackIds.Of('D', $"{one.Id} {other.Id}");
        return _fake.Channel(id, () => new FakeSlackChannel(_fake, this, id, "directmessage", "im")).Add(one, other);
    }

    FakeSlackChannel Made(string name, string kind)
    {
        var id = SlackIds.Of('C', $"{Id} {kind} {name}");
        return _fake.Channel(id, () => new FakeSlackChannel(_fake, this, id, name, kind)).AddBot();
    }
}

/// <summary>An organisation of several workspaces.</summary>
public sealed class FakeSlackEnterprise
{
    readonly FakeSlack _fake;

    internal FakeSlackEnterprise(FakeSlack fake, string name) => (_fake, Name, Id) = (fake, name, SlackIds.Of('E', name));

    public string Id { get; }

    public string Name { get; }

    /// <summary>One of its workspaces.</summary>
    public FakeSlackTeam Team(string name) => _fake.Team(name, this);

    /// <summary>Begins to bring a workspace into the organisation; until it is there it takes no calls.</summary>
    public async Task Fetches(FakeSlackTeam team)
    {
        team.IsMoving = true;
        if (team.Bot is { } bot)
            await _fake.Deliverer.Event(bot, team, null, SlackEvents.Migration("grid_migration_started", this));
    }

    /// <summary>A workspace has come into the organisation; channels, people and installs in it stay what they were.</summary>
    public async Task Takes(FakeSlackTeam team)
    {
        (team.IsMoving, team.Enterprise) = (false, this);
        if (team.Bot is { } bot)
            await _fake.Deliverer.Event(bot, team, null, SlackEvents.Migration("grid_migration_finished", this));
    }

    /// <summary>The app, installed for the whole organisation, may not act in one of its workspaces any more.</summary>
    public void Withholds(FakeSlackTeam team) => team.IsWithheld = team.Enterprise == this;

    /// <summary>The app may act in a workspace, and is told so.</summary>
    public async Task Grants(FakeSlackTeam team)
    {
        team.IsWithheld = false;
        if (team.Bot is { } bot)
            await _fake.Deliverer.Event(bot, team, null, SlackEvents.Granted(team, _fake.NewTs()));
    }

    /// <summary>Installs the app for all its workspaces.</summary>
    public FakeSlackInstall Install(string? scopes = null) => _fake.OAuth.Install(null, this, scopes, _fake.RotatesTokens);
}

/// <summary>The app as it is installed in a workspace or an organisation.</summary>
public sealed class FakeSlackInstall
{
    readonly FakeSlackEnterprise? _enterprise;

    internal FakeSlackInstall(FakeSlackTeam? team, FakeSlackEnterprise? enterprise, string[] scopes)
    {
        (Team, _enterprise, Scopes) = (team, enterprise, scopes);
        (BotUserId, BotId) = (SlackIds.Of('U', "bot " + Key), SlackIds.Of('B', "bot " + Key));
    }

    /// <summary>The workspace; null for an install of the whole organisation.</summary>
    public FakeSlackTeam? Team { get; }

    /// <summary>The organisation; null where the workspace belongs to none.</summary>
    public FakeSlackEnterprise? Enterprise => Team is null ? _enterprise : Team.Enterprise;

    public string BotUserId { get; }

    public string BotId { get; }

    /// <summary>What it may do; a test may take something away.</summary>
    public string[] Scopes { get; set; }

    /// <summary>The token it calls with now.</summary>
    public string Token { get; internal set; } = "";

    /// <summary>What renews the token; null where tokens are for ever.</summary>
    public string? RefreshToken { get; internal set; }

    /// <summary>It was taken away.</summary>
    public bool IsRevoked { get; internal set; }

    internal bool IsForAll => Team is null;

    internal string Key => Team?.Id ?? Enterprise!.Id;

    /// <summary>Every token that was given out and has not died.</summary>
    internal Dictionary<string, DateTimeOffset?> Tokens { get; } = new(StringComparer.Ordinal);

    internal bool Covers(FakeSlackTeam team) => Team == team || (Team is null && team.Enterprise == Enterprise);
}
