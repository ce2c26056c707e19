using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

/// <summary>Activities as the service would write them, and what is made of them.</summary>
static class Said
{
    public const string Bot = "28:bot", Tenant = "11111111-1111-4111-8111-111111111111", Anna = "33333333-3333-4333-8333-333333333331";

    public static JsonObject Json(string text, params (string Said, string Id, string? Name)[] mentions) => new()
    {
        ["type"] = "message", ["id"] = "1795323286173", ["channelId"] = "msteams", ["serviceUrl"] = "https://smba.trafficmanager.net/emea/", ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna", ["aadObjectId"] = Anna },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "WorkshopBot" },
        ["conversation"] = new JsonObject { ["id"] = "19:c@thread.tacv2;messageid=1795323280000", ["conversationType"] = "channel", ["tenantId"] = Tenant },
        ["entities"] = new JsonArray([.. mentions.Select(mention => (JsonNode)new JsonObject
        {
            ["type"] = "mention", ["text"] = mention.Said, ["mentioned"] = new JsonObject { ["id"] = mention.Id, ["name"] = mention.Name },
        })]),
    };

    public static Activity? Read(JsonObject json) => ActivityText.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static Activity Message(string text, params (string Said, string Id, string? Name)[] mentions) => Read(Json(text, mentions))!;

    public static TeamsTurns Turns(Activity activity, bool alone = false)
    {
        var place = TeamsPlace.Of(activity)!;
        return new(place, new(place.PersonKey, "Anna", "UTC", ""), new(place.RoomKey, "Journeys"), alone);
    }
}
