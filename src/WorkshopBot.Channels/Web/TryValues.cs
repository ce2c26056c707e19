using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>Reads single values of a request's JSON, and says what is wrong with one.</summary>
static class TryValues
{
    public static bool Text(JsonElement json, string name, out string text, out TryRefusal? fault)
    {
        (text, fault) = ("", null);
        if (!json.TryGetProperty(name, out var value))
            fault = Wrong($"\"{name}\" is missing.");
        else if (value.ValueKind != JsonValueKind.String)
            fault = Wrong($"\"{name}\" must be a string.");
        else if (ActionData.Whole(value) is { } whole)
            text = whole;
        else
            fault = Wrong($"\"{name}\" holds half of a character (a lone surrogate, or bytes that are not UTF-8).");
        return fault is null;
    }

    /// <summary>False where it is left out.</summary>
    public static bool Flag(JsonElement json, string name, out bool flag, out TryRefusal? fault)
    {
        (flag, fault) = (false, null);
        if (!json.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            flag = value.GetBoolean();
        else
            fault = Wrong($"\"{name}\" must be true or false.");
        return fault is null;
    }

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}
