using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>The app's manifest for one installation: the one that lies with the program, with the operator's own address and name in it.</summary>
public static class SlackManifest
{
    /// <summary>What stands in the manifest in the place of the operator's address.</summary>
    public const string Placeholder = "https://bot.example.com";

    const int MostOfName = 35;

    /// <summary>The manifest, or one sentence that names the setting at fault.</summary>
    /// <param name="manifest">As it lies with the program.</param>
    /// <param name="setting">A setting by its name; null or empty where it is not set.</param>
    public static (JsonObject? Manifest, string? Refusal) Of(JsonObject manifest, Func<string, string?> setting)
    {
        var name = setting("Slack:BotName") is { Length: > 0 } told ? told : SlackSettings.DefaultName;
        if (name.Length > MostOfName || name.Any(char.IsControl))
            return (null, $"Slack:BotName has more than {MostOfName} characters, or more than one line.");
        var url = "";
        if (Texts(manifest).Any(text => text.StartsWith(Placeholder, StringComparison.Ordinal)))
        {
            if (setting("Web:PublicUrl") is not { Length: > 0 } set)
                return (null, "Web:PublicUrl is not set. It is the address Slack reaches the bot at, such as https://bot.example.com. Where Slack cannot reach it, take the manifest for Socket Mode.");
            if (!Uri.TryCreate(set, UriKind.Absolute, out var address) || address is not { Query: "", Fragment: "", UserInfo: "" } || address.Scheme != Uri.UriSchemeHttps || address.IsLoopback)
                return (null, "Web:PublicUrl must be an https address that others can reach, such as https://bot.example.com.");
            url = address.AbsoluteUri.TrimEnd('/');
        }
        var own = Filled(manifest, url)!.AsObject();
        own["display_information"]!["name"] = name;
        own["features"]!["bot_user"]!["display_name"] = name;
        return (own, null);
    }

    static JsonNode? Filled(JsonNode? node, string url) => node switch
    {
        JsonObject all => new JsonObject(all.Select(field => KeyValuePair.Create(field.Key, Filled(field.Value, url)))),
        JsonArray all => new JsonArray([.. all.Select(item => Filled(item, url))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Placeholder, StringComparison.Ordinal) => url + text[Placeholder.Length..],
        _ => node?.DeepClone(),
    };

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(field => Texts(field.Value)),
        JsonArray all => all.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
