using System.Globalization;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Something that goes wrong with a call of Slack's, or with the way to it.</summary>
public sealed record SlackFault
{
    SlackFault(int status, string body = "", string type = "application/json; charset=utf-8") => (Status, Body, Type) = (status, body, type);

    internal int Status { get; }

    internal string Body { get; }

    internal string Type { get; }

    internal string? RetryAfter { get; private init; }

    /// <summary>How long nothing of its kind is taken.</summary>
    internal TimeSpan? Held { get; private init; }

    internal TimeSpan? Wait { get; private init; }

    /// <summary>What was asked is done all the same.</summary>
    internal bool IsDone { get; private init; }

    internal bool IsDrop => Status == 0;

    /// <summary>The connection is dropped; what was asked is not done.</summary>
    public static SlackFault DropBefore { get; } = new(0);

    /// <summary>What was asked is done, and the connection dropped instead of an answer.</summary>
    public static SlackFault DropAfter { get; } = new(0) { IsDone = true };

    /// <summary>What was asked is done, and answered after a while of the fake's clock.</summary>
    public static SlackFault Slow(TimeSpan wait) => new(200) { IsDone = true, Wait = wait };

    /// <summary>429, and again until the time is up; without a Retry-After when null.</summary>
    public static SlackFault Throttled(int? seconds = 1) => Error("ratelimited", 429) with { RetryAfter = seconds?.ToString(CultureInfo.InvariantCulture), Held = seconds is { } some ? TimeSpan.FromSeconds(some) : null };

    /// <summary>An error of Slack's by its code; not done.</summary>
    public static SlackFault Error(string code, int status = 200) => new(status, $$"""{"ok":false,"error":"{{code}}"}""");

    /// <summary>Done, and yet an error of Slack's.</summary>
    public static SlackFault ErrorAfter(string code) => Error(code) with { IsDone = true };

    public static SlackFault Internal { get; } = Error("internal_error");

    public static SlackFault Fatal { get; } = Error("fatal_error");

    public static SlackFault Revoked { get; } = Error("token_revoked");

    /// <summary>A page of what stands before Slack.</summary>
    public static SlackFault Page(int status) => new(status, "<html><body><h1>It did not work</h1></body></html>", "text/html");

    /// <summary>Done, and the answer is no JSON.</summary>
    public static SlackFault Garbled { get; } = new(200, """{"ok":tru""") { IsDone = true };

    /// <summary>Any status with any body; not done.</summary>
    public static SlackFault Says(int status, string body) => new(status, body);
}
