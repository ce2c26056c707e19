using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>Reads <c>{"verb":"…","data":{…}}</c>: a button that was pressed, or a form that was sent.</summary>
static class TryAction
{
    public static bool Read(JsonElement json, out ChatAction? action, out TryRefusal? fault)
    {
        (action, fault) = (null, null);
        if (json.ValueKind != JsonValueKind.Object)
            fault = Wrong("\"action\" must be an object.");
        else if (TryValues.Text(json, "verb", out var verb, out fault))
        {
            if (!ActionData.IsVerb(verb))
                fault = Wrong($"\"verb\" is 1 to {ActionData.MostVerb} characters of a-z and -.");
            else if (Data(json, out fault) is { } data)
                action = new(verb, data);
        }
        return action is not null;
    }

    static ImmutableSortedDictionary<string, string>? Data(JsonElement json, out TryRefusal? fault)
    {
        fault = null;
        if (!json.TryGetProperty("data", out var given))
            return ActionData.None;
        if (given.ValueKind != JsonValueKind.Object)
            fault = Wrong("\"data\" must be an object.");
        else if (ActionData.Read(given, out var wrong) is { } data)
            return data;
        else
            fault = Wrong(wrong!);
        return null;
    }

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}
