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
            return WholeJson.Is(json) ? JsonSerializer.Deserialize(json, ActivityJson.Default.Activity) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
