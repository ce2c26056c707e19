using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>An activity as Teams would send it to the bot. It may be changed before it is delivered.</summary>
public sealed class FakeActivity
{
    FakeActivity(JsonObject json) => Json = json;

    public JsonObject Json { get; }

    /// <summary>The message it makes, where it makes one.</summary>
    public FakeMessage? Message { get; private set; }

    /// <summary>Something somebody did in a place, with what every activity holds.</summary>
    internal static FakeActivity Of(string type, FakePerson by, FakePlace place, string? root, bool isNamed, string? id = null)
    {
        var fake = place.Connector;
        var now = fake.Time.GetUtcNow();
        var from = new JsonObject { ["id"] = by.Id };
        if (isNamed)
            from["name"] = by.Name;
        from["aadObjectId"] = by.AadObjectId;
        return new(new()
        {
            ["type"] = type,
            ["id"] = id ?? fake.NewId(),
            ["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            ["localTimestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = by.Zone,
            ["locale"] = by.Locale,
            ["channelId"] = "msteams",
            ["serviceUrl"] = fake.ServiceUrl.AbsoluteUri,
            ["from"] = from,
            ["recipient"] = new JsonObject { ["id"] = fake.BotId, ["name"] = fake.BotName },
            ["conversation"] = Conversation(place, root),
            ["channelData"] = ChannelData(place, by),
        });
    }

    internal FakeActivity With(string name, JsonNode? value)
    {
        Json[name] = value;
        return this;
    }

    internal FakeActivity Event(string type)
    {
        Json["channelData"]!["eventType"] = type;
        return this;
    }

    /// <summary>Where in Teams it was done.</summary>
    internal FakeActivity From(string source)
    {
        Json["channelData"]!["source"] = new JsonObject { ["name"] = source };
        return this;
    }

    internal FakeActivity Making(FakeMessage message)
    {
        Message = message;
        return this;
    }

    internal static JsonObject Client(FakePerson person) => new()
    {
        ["type"] = "clientInfo", ["locale"] = person.Locale, ["country"] = "GB", ["platform"] = "Windows", ["timezone"] = person.Zone,
    };

    static JsonObject Conversation(FakePlace place, string? root)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = place.Kind switch { FakePlaceKind.Personal => "personal", FakePlaceKind.GroupChat => "groupChat", _ => "channel" },
            ["tenantId"] = place.Connector.TenantId,
            ["id"] = root is null ? place.Id : Ids.Thread(place.Id, root),
        };
        if (place.Kind != FakePlaceKind.Personal)
            conversation["isGroup"] = true;
        return conversation;
    }

    static JsonObject ChannelData(FakePlace place, FakePerson by)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = by.TenantId } };
        if (place.Team is not { } team)
            return data;
        data["teamsChannelId"] = place.Id;
        data["teamsTeamId"] = team.Id;
        data["channel"] = place.ChannelType == "standard" ? new JsonObject { ["id"] = place.Id } : new JsonObject { ["id"] = place.Id, ["type"] = place.ChannelType };
        data["team"] = new JsonObject { ["id"] = team.Id };
        return data;
    }
}
