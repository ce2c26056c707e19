using System.Text.Json;

namespace WorkshopBot.Channels.Teams.Protocol;

/// <summary>Reads an activity from the bytes it came as.</summary>
static class ActivityText
{
    /// <summary>Null: it is no JSON, not the JSON of an activity, or somewhere in it stands half a character, which nobody could write down again.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return IsWhole(json) ? JsonSerializer.Deserialize(json, ActivityJson.Default.Activity) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
