using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>
/// Somebody in Teams, and what they do there. Every act makes the activity Teams would send to the bot; <see cref="FakeDoor"/> takes it there. A message they write is
/// in the conversation from then on, so that the bot can react to it. A root is the first message of a thread: with none a message in a channel begins one.
/// </summary>
public sealed class FakePerson
{
    readonly FakeConnector _fake;

    internal FakePerson(FakeConnector fake, string name, string role, string tenant)
    {
        (_fake, Name, Role, TenantId) = (fake, name, role, tenant);
        Id = "29:1" + Ids.Opaque("person " + name);
        AadObjectId = Ids.Guid("person " + name);
    }

    public string Name { get; }

    /// <summary>The id by which the bot writes to them.</summary>
    public string Id { get; }

    public string AadObjectId { get; }

    public string Role { get; }

    public string TenantId { get; }

    public string Locale { get; set; } = "en-GB";

    public string Zone { get; set; } = "Europe/Berlin";

    /// <summary>Their own chat with the bot.</summary>
    public FakePlace Chat => _fake.Place(FakePlaceKind.Personal, "a:1" + Ids.Opaque("chat of " + Id), Name, null, "").Add(this);

    /// <summary>A message. In channels and group chats it mentions the bot, unless it is told not to; a mention of somebody else stands as "@Name" in the text and is not live.</summary>
    public FakeActivity Writes(FakePlace place, string text, string? root = null, bool? mention = null) =>
        mention ?? place.Kind != FakePlaceKind.Personal ? Written(place, $"<at>{_fake.BotName}</at> {text}", root, _fake.BotId) : Written(place, text, root, null);

    /// <summary>Other words in a message of theirs.</summary>
    public FakeActivity Edits(FakeMessage message, string text)
    {
        var isMention = message.Text.StartsWith("<at>", StringComparison.Ordinal);
        var edited = Again("messageUpdate", message).Event("editMessage");
        Fill(edited, isMention ? $"<at>{_fake.BotName}</at> {text}" : text, isMention ? _fake.BotId : null);
        lock (_fake.Gate)
            message.Written.Add(edited.Json.DeepClone().AsObject());
        return edited;
    }

    public FakeActivity Deletes(FakeMessage message)
    {
        message.Place.Delete(message);
        return Again("messageDelete", message).Event("softDeleteMessage").With("entities", new JsonArray(FakeActivity.Client(this)));
    }

    public FakeActivity Restores(FakeMessage message)
    {
        lock (_fake.Gate)
            message.IsDeleted = false;
        return Again("messageUpdate", message).Event("undeleteMessage").With("text", message.Text).With("entities", new JsonArray(FakeActivity.Client(this)));
    }

    /// <summary>Puts a reaction under a message: the bot is told of those under its own.</summary>
    public FakeActivity Reacts(FakeMessage to, string type = "like") => Reaction(to, "reactionsAdded", type);

    public FakeActivity TakesBack(FakeMessage to, string type = "like") => Reaction(to, "reactionsRemoved", type);

    /// <summary>Presses an Action.Submit: what it carries and what was put into the inputs.</summary>
    public FakeActivity Submits(FakeMessage on, JsonObject data) =>
        On("message", on).With("value", data.DeepClone()).With("entities", new JsonArray(FakeActivity.Client(this)));

    /// <summary>Presses an Action.Execute; with the trigger "automatic" their client refreshes the card.</summary>
    public FakeActivity Executes(FakeMessage on, string verb, JsonObject data, string trigger = "manual", string title = "") => Invokes(On("invoke", on), "adaptiveCard/action", new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data.DeepClone() },
        ["trigger"] = trigger,
    });

    /// <summary>Presses a button of a card, with what was put into the inputs beside it.</summary>
    public FakeActivity Presses(FakeMessage on, FakeAction action, JsonObject? inputs = null)
    {
        var data = action.Data.DeepClone().AsObject();
        foreach (var (name, value) in inputs ?? [])
            data[name] = value?.DeepClone();
        return action.Type == "Action.Execute" ? Executes(on, action.Verb, data, title: action.Title)
            : data["msteams"]?["type"]?.GetValue<string>() == "task/fetch" ? OpensDialog(on, data)
            : Submits(on, data);
    }

    /// <summary>Opens a dialog from a card.</summary>
    public FakeActivity OpensDialog(FakeMessage on, JsonObject data) => Invokes(On("invoke", on), "task/fetch", Task(data));

    /// <summary>Sends a dialog off.</summary>
    public FakeActivity SendsDialog(FakeMessage on, JsonObject data) => Invokes(On("invoke", on), "task/submit", Task(data));

    /// <summary>Looks for something by the message extension.</summary>
    public FakeActivity Searches(FakePlace place, string command, string text, int skip = 0, int count = 25) => Invokes(FakeActivity.Of("invoke", this, place, null, isNamed: true), "composeExtension/query", new()
    {
        ["commandId"] = command,
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = text }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    });

    /// <summary>Starts an action command on a message.</summary>
    public FakeActivity OpensAction(FakeMessage about, string command) =>
        Invokes(FakeActivity.Of("invoke", this, about.Place, about.Root, isNamed: true), "composeExtension/fetchTask", Action(about, command));

    /// <summary>Sends the dialog of an action command off.</summary>
    public FakeActivity SendsAction(FakeMessage about, string command, JsonObject data)
    {
        var value = Action(about, command);
        value["data"] = data.DeepClone();
        return Invokes(FakeActivity.Of("invoke", this, about.Place, about.Root, isNamed: true), "composeExtension/submitAction", value);
    }

    /// <summary>Any other invoke.</summary>
    public FakeActivity Invokes(FakePlace place, string name, JsonObject value) => Invokes(FakeActivity.Of("invoke", this, place, null, isNamed: true), name, value.DeepClone().AsObject());

    /// <summary>add, remove, add-upgrade or remove-upgrade.</summary>
    public FakeActivity Installs(FakePlace place, string action = "add")
    {
        var made = Unnamed("installationUpdate", place).From("message").With("action", action).With("entities", new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = Locale }));
        if (place.Team is { } team)
        {
            // The whole team has it; the conversation is the General channel, and the channel that was chosen is told apart.
            made.Json["conversation"]!["id"] = team.Id;
            made.Json["channelData"] = new JsonObject
            {
                ["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } }, ["channel"] = new JsonObject { ["id"] = team.Id },
                ["team"] = Named(team), ["tenant"] = new JsonObject { ["id"] = TenantId }, ["source"] = new JsonObject { ["name"] = "message" },
            };
        }
        return made;
    }

    /// <summary>The bot comes to a place by this person.</summary>
    public FakeActivity AddsBot(FakePlace place) =>
        Changed(place, place.Team is null ? null : "teamMemberAdded").With("membersAdded", new JsonArray(new JsonObject { ["id"] = _fake.BotId }));

    /// <summary>Their own chat is opened for the first time.</summary>
    public FakeActivity Opens() => Changed(Chat, null).With("membersAdded", new JsonArray(Bare(this), new JsonObject { ["id"] = _fake.BotId }));

    public FakeActivity Adds(FakePlace place, FakePerson other)
    {
        place.Add(other);
        // Who is in a team is in its General channel.
        if (place.Team is { } team)
            _fake.Find(team.Id)?.Add(other);
        return Changed(place, place.Team is null ? null : "teamMemberAdded").With("membersAdded", new JsonArray(Bare(other)));
    }

    public FakeActivity Removes(FakePlace place, FakePerson other)
    {
        place.Remove(other);
        return Changed(place, place.Team is null ? null : "teamMemberRemoved").With("membersRemoved", new JsonArray(Bare(other)));
    }

    /// <summary>A team or a channel changes: channelRenamed, channelDeleted, teamArchived and so on. Told in the General channel.</summary>
    public FakeActivity Changes(FakePlace channel, string what, string? name = null)
    {
        var made = Changed(channel, what);
        if (what.StartsWith("channel", StringComparison.Ordinal))
            made.Json["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = name ?? channel.Name };
        return made;
    }

    internal JsonObject Listed() => new()
    {
        ["id"] = Id, ["aadObjectId"] = AadObjectId, ["name"] = Name, ["givenName"] = Name.Split(' ')[0], ["surname"] = Name.Split(' ')[^1], ["tenantId"] = TenantId, ["userRole"] = Role,
    };

    FakeActivity Written(FakePlace place, string text, string? root, string? mentioned)
    {
        var id = _fake.NewId();
        var thread = place.Kind == FakePlaceKind.Channel ? root ?? id : null;
        var made = FakeActivity.Of("message", this, place, thread, isNamed: true, id);
        Fill(made, text, mentioned);
        var message = new FakeMessage(id, place, thread, this, made.Json.DeepClone().AsObject());
        lock (_fake.Gate)
            place.All.Add(message);
        return made.Making(message);
    }

    void Fill(FakeActivity activity, string text, string? mentioned)
    {
        var entities = new JsonArray();
        if (mentioned is not null)
            entities.Add(new JsonObject { ["type"] = "mention", ["text"] = $"<at>{_fake.BotName}</at>", ["mentioned"] = new JsonObject { ["id"] = mentioned, ["name"] = _fake.BotName } });
        entities.Add(FakeActivity.Client(this));
        var html = System.Net.WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
        activity.With("text", text).With("textFormat", "plain").With("entities", entities)
            .With("attachments", new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{html}</div>" }));
    }

    FakeActivity Again(string type, FakeMessage message) => FakeActivity.Of(type, this, message.Place, message.Root, isNamed: true, message.Id).Making(message);

    FakeActivity On(string type, FakeMessage card) => FakeActivity.Of(type, this, card.Place, card.Root, isNamed: true).With("replyToId", card.Id).From("message");

    FakeActivity Reaction(FakeMessage to, string which, string type) =>
        FakeActivity.Of("messageReaction", this, to.Place, to.Root, isNamed: true).With("replyToId", to.Id).With(which, new JsonArray(new JsonObject { ["type"] = type }));

    FakeActivity Invokes(FakeActivity activity, string name, JsonObject value) =>
        activity.From("message").With("name", name).With("value", value).With("entities", new JsonArray(FakeActivity.Client(this)));

    FakeActivity Unnamed(string type, FakePlace place) => FakeActivity.Of(type, this, place, null, isNamed: false);

    FakeActivity Changed(FakePlace place, string? what)
    {
        var made = Unnamed("conversationUpdate", place);
        if (place.Team is { } team)
        {
            made.Json["conversation"]!["id"] = team.Id;
            made.Json["channelData"] = new JsonObject { ["team"] = Named(team), ["tenant"] = new JsonObject { ["id"] = TenantId } };
        }
        return what is null ? made : made.Event(what);
    }

    static JsonObject Named(FakeTeam team) => new() { ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.AadGroupId };

    static JsonObject Bare(FakePerson person) => new() { ["id"] = person.Id, ["aadObjectId"] = person.AadObjectId };

    static JsonObject Task(JsonObject data) => new() { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };

    static JsonObject Action(FakeMessage about, string command) => new()
    {
        ["commandId"] = command,
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = about.Id,
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(about.Text)}</p>" },
        },
    };
}
