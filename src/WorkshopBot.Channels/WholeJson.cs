using System.Text.Json;
using System.Text.Unicode;

namespace WorkshopBot.Channels;

/// <summary>Looks for half characters in JSON, which nobody could write down again.</summary>
static class WholeJson
{
    /// <summary>No text or name in it holds one. Throws <see cref="JsonException"/> where it is no JSON.</summary>
    public static bool Is(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    // Half a character can be written as an escape only; all else is seen in the bytes, and no text is made of them.
                    if (reader.ValueIsEscaped)
                        reader.GetString();
                    else if (!Utf8.IsValid(reader.ValueSpan))
                        return false;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
