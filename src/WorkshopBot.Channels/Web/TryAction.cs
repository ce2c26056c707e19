using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>Reads <c>{"verb":"…","data":{…}}</c>: a button that was pressed, or a form that was sent.</summary>
static class TryAction
{
    const int MostVerb = 40;
    const int MostData = 100;
    const int MostName = 80;

    static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static bool Read(JsonElement json, out ChatAction? action, out TryRefusal? fault)
    {
        (action, fault) = (null, null);
        if (json.ValueKind != JsonValueKind.Object)
            fault = Wrong("\"action\" must be an object.");
        else if (TryValues.Text(json, "verb", out var verb, out fault))
        {
            if (verb.Length is 0 or > MostVerb || !verb.All(c => c is (>= 'a' and <= 'z') or '-'))
                fault = Wrong($"\"verb\" is 1 to {MostVerb} characters of a-z and -.");
            else if (Data(json, out fault) is { } data)
                action = new(verb, data);
        }
        return action is not null;
    }

    static ImmutableSortedDictionary<string, string>? Data(JsonElement json, out TryRefusal? fault)
    {
        fault = null;
        if (!json.TryGetProperty("data", out var given))
            return None;
        if (given.ValueKind != JsonValueKind.Object)
            fault = Wrong("\"data\" must be an object.");
        else if (given.GetPropertyCount() > MostData)
            fault = Wrong($"\"data\" has at most {MostData} entries.");
        var data = None.ToBuilder();
        if (fault is null)
            foreach (var entry in given.EnumerateObject())
                if (entry.Name.Length is 0 or > MostName)
                    fault = Wrong($"A name in \"data\" is 1 to {MostName} characters.");
                else if (Value(entry.Value) is { } value)
                    data[entry.Name] = value;
                else
                    fault = Wrong("The values in \"data\" are strings of whole characters, numbers, true or false.");
        return fault is null ? data.ToImmutable() : null;
    }

    static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TryValues.Whole(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}
