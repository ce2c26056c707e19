using System.Text.Json;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What became of a call, in the words its callers decide by.</summary>
public abstract record SlackReply
{
    private SlackReply() { }

    /// <summary>It is done.</summary>
    public sealed record Done(JsonElement Body) : SlackReply
    {
        /// <summary>A text of the answer; empty where there is none.</summary>
        public string Text(string name) => SlackJson.Text(Body, name) ?? "";

        /// <summary>What the next page is asked for with; null where there is none.</summary>
        internal string? Next => SlackJson.Member(Body, "response_metadata") is { } more ? SlackJson.Said(more, "next_cursor") : null;
    }

    /// <summary>Certainly not done; not before the time given.</summary>
    public sealed record Later(TimeSpan After) : SlackReply;

    /// <summary>What it was about cannot be reached; the reason is a code of <see cref="LostReason"/>.</summary>
    public sealed record Lost(string Reason) : SlackReply;

    /// <summary>Certainly not done, and the same call would be refused again.</summary>
    /// <param name="Error">Slack's own code.</param>
    public sealed record Refused(string Error) : SlackReply;

    /// <summary>It may have been done or not.</summary>
    public sealed record Unknown : SlackReply;
}
