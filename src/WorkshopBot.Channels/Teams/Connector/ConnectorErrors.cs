using System.Collections.Frozen;
using System.Text.Json;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>What the Connector's errors mean. Between us and it stand others that answer with pages or with nothing, so a body is believed only where it reads as an error.</summary>
static class ConnectorErrors
{
    /// <summary>The bot asks at the wrong host; it is another one for the government's tenants.</summary>
    public const string WrongHost = "InvalidBotApiHost";

    static readonly FrozenDictionary<string, string> Forbidden = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConversationBlockedByUser"] = LostReason.Blocked,
        ["BotDisabledByAdmin"] = LostReason.Disabled,
        ["BotNotInConversationRoster"] = LostReason.NotInRoster,
        ["NotEnoughPermissions"] = LostReason.NoPermission,
        ["MessageWritesBlocked"] = LostReason.WritesBlocked,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="status">HTTP status of the answer.</param>
    /// <param name="code">Its code, as <see cref="Code"/> reads it.</param>
    /// <param name="repeats">Doing it twice is the same as doing it once, so it may be tried again.</param>
    /// <param name="asked">The answer says by itself when to come back.</param>
    /// <param name="wait">How long to wait before the next try.</param>
    public static ConnectorAnswer Of(int status, string code, bool repeats, bool asked, TimeSpan wait) => (status, code) switch
    {
        (403 or 400, _) when Forbidden.TryGetValue(code, out var reason) => new ConnectorAnswer.Lost(reason),
        (404, "ConversationNotFound") => new ConnectorAnswer.Lost(LostReason.Gone),
        (404, "ActivityNotFoundInConversation") => new ConnectorAnswer.Gone(),
        (413, _) => new ConnectorAnswer.TooBig(),
        (429 or 412, _) => new ConnectorAnswer.Later(wait),
        (503, _) when asked => new ConnectorAnswer.Later(wait),
        (408 or >= 500, _) => repeats ? new ConnectorAnswer.Later(wait) : new ConnectorAnswer.Unknown(),
        _ => new ConnectorAnswer.Refused(status, code),
    };

    /// <summary>The code of an error; empty where the body holds none.</summary>
    public static string Code(ReadOnlySpan<byte> body)
    {
        if (Parse(body, ConnectorJson.Default.ErrorBody) is not { } error)
            return "";
        if (error.Error?.Code is { } code)
            return Clean(code);
        var inner = error.Message is { ValueKind: JsonValueKind.String } message ? message.GetString()! : "";
        return Parse(System.Text.Encoding.UTF8.GetBytes(inner), ConnectorJson.Default.InnerErrorBody)?.SubCode is { } sub ? Clean(sub) : "";
    }

    /// <summary>What a body says; null where it is not what was expected.</summary>
    public static T? Parse<T>(ReadOnlySpan<byte> body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // It goes into the log, so it is a word or nothing.
    static string Clean(string code) => code.Length <= 60 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.') ? code : "";
}
