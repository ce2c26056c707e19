using System.Globalization;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What fields hold, in the shapes of state.values.</summary>
static class SlackState
{
    public static bool IsStateful(JsonObject element) => Member(Strict.Text(element, "type") ?? "").Length > 0;

    /// <summary>What a field holds before anybody touched it.</summary>
    public static JsonObject Initial(JsonObject element)
    {
        var type = Strict.Text(element, "type")!;
        var member = Member(type);
        var initial = member.Replace("selected_", "initial_", StringComparison.Ordinal) switch { "value" => "initial_value", "rich_text_value" => "initial_value", var name => name };
        return Of(type, element[initial]?.DeepClone() ?? (IsMany(type) ? new JsonArray() : null), element);
    }

    /// <summary>Words put into a field, whatever it takes words as.</summary>
    public static JsonObject Filled(JsonObject element, string text) => Strict.Text(element, "type")! switch
    {
        "datetimepicker" => Of("datetimepicker", long.Parse(text, CultureInfo.InvariantCulture), element),
        "rich_text_input" => Of("rich_text_input", new JsonObject
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
        }, element),
        // An empty field is null, not an empty text.
        { } type => Of(type, text.Length == 0 ? null : text, element),
    };

    /// <summary>Options that were chosen.</summary>
    public static JsonObject Chosen(JsonObject element, IEnumerable<JsonObject> options)
    {
        var type = Strict.Text(element, "type")!;
        var all = options.Select(option => (JsonNode)option.DeepClone()).ToArray();
        return Of(type, IsMany(type) ? new JsonArray(all) : all.FirstOrDefault(), element);
    }

    /// <summary>People or conversations that were chosen, by their ids.</summary>
    public static JsonObject Picked(JsonObject element, IEnumerable<string> ids)
    {
        var type = Strict.Text(element, "type")!;
        return Of(type, IsMany(type) ? new JsonArray([.. ids.Select(id => (JsonNode)id)]) : ids.FirstOrDefault(), element);
    }

    public static bool IsEmpty(JsonObject value) => Member(Strict.Text(value, "type")!) is var member && value[member] is null or JsonArray { Count: 0 };

    /// <summary>What an action says of itself when the field is used.</summary>
    public static string Member(string type) => type switch
    {
        "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => "value",
        "rich_text_input" => "rich_text_value",
        "static_select" or "external_select" or "radio_buttons" or "overflow" => "selected_option",
        "multi_static_select" or "multi_external_select" or "checkboxes" => "selected_options",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "conversations_select" => "selected_conversation",
        "multi_conversations_select" => "selected_conversations",
        "channels_select" => "selected_channel",
        "multi_channels_select" => "selected_channels",
        "datepicker" => "selected_date",
        "timepicker" => "selected_time",
        "datetimepicker" => "selected_date_time",
        "file_input" => "files",
        _ => "",
    };

    static bool IsMany(string type) => type.StartsWith("multi_", StringComparison.Ordinal) || type is "checkboxes" or "file_input";

    static JsonObject Of(string type, JsonNode? value, JsonObject element)
    {
        var state = new JsonObject { ["type"] = type, [Member(type)] = value };
        if (type == "timepicker" && element["timezone"] is { } zone)
            state["timezone"] = zone.DeepClone();
        return state;
    }
}
