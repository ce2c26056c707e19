using System.Collections.Immutable;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What somebody did in Slack as a turn. Pure; who they are and where was found out before.</summary>
/// <param name="Person">The person, as the house knows people.</param>
/// <param name="Room">The room, as the house knows rooms.</param>
/// <param name="IsPrivate">The room is the person's own chat with the bot.</param>
sealed record SlackTurns(Person Person, Room Room, bool IsPrivate)
{
    // What our own cards keep for themselves.
    static readonly string[] Own = [SlackVerbs.Kept, SlackVerbs.Retries];

    /// <summary>A message, or what became of one. What is said in a channel without naming the bot was said to others.</summary>
    public Turn Typed(SlackInput.Typed typed, string text, ImmutableArray<KeyValuePair<string, string>> mentions) => Made(typed, text) with
    {
        Addressed = typed.Mentions,
        Overheard = !IsPrivate && !typed.Mentions,
        // What is typed brings nothing to open a form with.
        Offers = !IsPrivate,
        Thread = IsPrivate ? null : typed.Thread,
        // What goes under a message that is itself under another goes under that one.
        Root = IsPrivate ? null : typed.Thread ?? typed.Ts,
        Mentions = mentions,
        Change = typed is { Change: { } kind, Of: { } of } ? new(of, kind) : null,
    };

    /// <summary>A slash command: it names the bot, and stands in no thread.</summary>
    public Turn Typed(SlackInput.Command command, string text, ImmutableArray<KeyValuePair<string, string>> mentions) => Made(command, text) with { Addressed = true, Mentions = mentions };

    /// <summary>A button that was pressed or a form that was sent.</summary>
    public Turn Pressed(SlackInput input, string verb, ImmutableSortedDictionary<string, string> data) => Made(input, "") with { Action = new(verb, data.RemoveRange(Own)) };

    Turn Made(SlackInput input, string text) => new(input.TurnId, Person, Room, text, IsPrivate);
}
