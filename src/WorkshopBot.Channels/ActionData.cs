using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Channels;

/// <summary>Reads what a button or a form carries: names with plain values, and not too many of them.</summary>
static class ActionData
{
    public const int MostVerb = 40;

    /// <summary>Name in a button's data: the key of the kept message it stands on.</summary>
    public const string Kept = "kept";

    const int Most = 100;
    const int MostName = 80;
    const int MostParts = 10;

    public static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static bool IsVerb(string verb) => verb.Length is > 0 and <= MostVerb && verb.All(c => c is (>= 'a' and <= 'z') or '-');

    /// <summary>The values of an object as text; null when it is not such an object, and what is wrong with it. Names that are the chat's own are passed over.</summary>
    public static ImmutableSortedDictionary<string, string>? Read(JsonElement given, out string? fault, params ReadOnlySpan<string> own)
    {
        fault = null;
        if (given.GetPropertyCount() > Most)
            fault = $"\"data\" has at most {Most} entries.";
        var data = None.ToBuilder();
        if (fault is null)
            foreach (var entry in given.EnumerateObject())
                if (entry.Name.Length is 0 or > MostName)
                    fault = $"A name in \"data\" is 1 to {MostName} characters.";
                else if (own.Contains(entry.Name))
                    continue;
                else if (Value(entry.Value) is { } value)
                    data[entry.Name] = value;
                else
                    fault = "The values in \"data\" are strings of whole characters, numbers, true or false.";
        return fault is null ? data.ToImmutable() : null;
    }

    /// <summary>What stands in a line of names and values, parted as in an address; what is too much is passed over.</summary>
    public static ImmutableSortedDictionary<string, string> Line(string? line)
    {
        var data = None.ToBuilder();
        foreach (var part in (line ?? "").Split('&', MostParts + 1).Take(MostParts))
            if (part.Split('=', 2) is [{ Length: > 0 and <= MostName } name, var value])
                data[name] = value;
        return data.ToImmutable();
    }

    static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A string's text; null when it holds half of a character.</summary>
    public static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
