using System.Globalization;

namespace WorkshopBot.Fakes.Connector;

/// <summary>Something that goes wrong with a call, as the Connector or what stands before it would have it.</summary>
public sealed record Fault
{
    Fault(int status, string body = "", string type = "application/json; charset=utf-8") => (Status, Body, Type) = (status, body, type);

    internal int Status { get; }

    internal string Body { get; }

    internal string Type { get; }

    internal string? RetryAfter { get; init; }

    internal string? Location { get; init; }

    internal TimeSpan Wait { get; init; }

    /// <summary>The connection is dropped; what was asked is not done.</summary>
    public static Fault DropBefore { get; } = new(0);

    /// <summary>What was asked is done, and the connection dropped instead of an answer.</summary>
    public static Fault DropAfter { get; } = new(-1);

    /// <summary>What was asked is done, after a while.</summary>
    public static Fault Delay(TimeSpan wait) => new(-2) { Wait = wait };

    /// <summary>429; without a Retry-After when null.</summary>
    public static Fault Throttled(int? seconds = null) => Of(429, "Throttled") with { RetryAfter = seconds?.ToString(CultureInfo.InvariantCulture) };

    /// <summary>429 with a date.</summary>
    public static Fault ThrottledUntil(DateTimeOffset date) => Of(429, "Throttled") with { RetryAfter = date.ToString("r", CultureInfo.InvariantCulture) };

    public static Fault Conflict { get; } = Of(412, "PreconditionFailed");

    /// <summary>500, 502 or 504 in the Connector's own form.</summary>
    public static Fault Error(int status = 500) => Of(status, "ServiceError");

    /// <summary>503; without a Retry-After when null.</summary>
    public static Fault Unavailable(int? seconds = null) => Of(503, "ServiceError") with { RetryAfter = seconds?.ToString(CultureInfo.InvariantCulture) };

    public static Fault Blocked { get; } = Of(403, "ConversationBlockedByUser");

    public static Fault Disabled { get; } = Of(403, "BotDisabledByAdmin");

    public static Fault NotInRoster { get; } = Of(403, "BotNotInConversationRoster");

    public static Fault NoPermission { get; } = Of(403, "NotEnoughPermissions");

    /// <summary>An archived team, in the older form of an error.</summary>
    public static Fault WritesBlocked { get; } = new(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"Nobody can write here.\",\"errorCode\":null,\"errorSubCode\":null}"}""");

    public static Fault WrongHost { get; } = Of(403, "InvalidBotApiHost");

    public static Fault NotRegistered { get; } = Of(401, "BotNotRegistered");

    public static Fault ConversationGone { get; } = Of(404, "ConversationNotFound");

    public static Fault ActivityGone { get; } = Of(404, "ActivityNotFoundInConversation");

    public static Fault TooBig { get; } = Of(413, "MessageSizeTooBig");

    /// <summary>A page of a gateway.</summary>
    public static Fault Page(int status) => new(status, "<html><body><h1>It did not work</h1></body></html>", "text/html");

    public static Fault Empty(int status) => new(status);

    /// <summary>Any status with any body.</summary>
    public static Fault Says(int status, string body) => new(status, body);

    /// <summary>Another address to ask at.</summary>
    public static Fault Redirect(Uri to) => new(307) { Location = to.AbsoluteUri };

    internal static Fault Of(int status, string code, string message = "It did not work.") =>
        new(status, System.Text.Json.JsonSerializer.Serialize(new { error = new { code, message } }));

    internal bool IsDropBefore => Status == 0;

    internal bool IsDropAfter => Status == -1;

    internal bool IsDelay => Status == -2;
}
