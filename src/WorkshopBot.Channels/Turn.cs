using System.Collections.Immutable;

namespace WorkshopBot.Channels;

/// <summary>What one person typed or pressed in one place, the same whatever chat it came from. It only names things; nothing in it grants a right.</summary>
/// <param name="Id">Names what the person did: the same on every delivery, and on no other turn.</param>
/// <param name="Person">Who did it.</param>
/// <param name="Room">Where; the person's own chat with the bot when <paramref name="Private"/>.</param>
/// <param name="Text">What was typed, of any length and kind, but whole characters; empty when something was pressed.</param>
/// <param name="Private">Nobody but the person sees the line and its answer.</param>
/// <param name="Action">What was pressed; null when something was typed.</param>
/// <param name="Addressed">The person named the bot in the line (a mention, a slash command), so that it is no answer to an open question.</param>
public sealed record Turn(string Id, Person Person, Room Room, string Text, bool Private, ChatAction? Action = null, bool Addressed = false)
{
    /// <summary>What it says of an earlier message; null for a turn of its own.</summary>
    public TurnChange? Change { get; init; }

    /// <summary>Its answer would be read by everybody in the room: there is no private one. Never together with <see cref="Private"/>.</summary>
    public bool Shared { get; init; }

    /// <summary>A form cannot be shown in answer to it, only by a button that somebody presses.</summary>
    public bool Offers { get; init; }

    /// <summary>Nobody addressed the bot: it was said to others, in a thread, and counts only as far as it cannot be mistaken (settled: "Who hears what"). Never together with <see cref="Private"/>.</summary>
    public bool Overheard { get; init; }

    /// <summary>The platform's id of the message it stands under; null at the top, and where there are no threads.</summary>
    public string? Thread { get; init; }

    /// <summary>The platform's id of the message that a workshop opened by this turn has its others under; null where the turn is no message, or the place has no threads.</summary>
    public string? Root { get; init; }

    /// <summary>Who was mentioned in the text: the name that stands there, and the person's key.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Mentions { get; init; } = [];
}

/// <summary>Somebody changed a message they had sent before; the new text, if any, is the turn's.</summary>
/// <param name="Of">Id of the turn that the message was.</param>
/// <param name="Kind">What they did with it.</param>
public sealed record TurnChange(string Of, TurnChangeKind Kind);

/// <summary>What somebody did with a message of theirs.</summary>
public enum TurnChangeKind
{
    /// <summary>Other words; what it made follows them.</summary>
    Edited,

    /// <summary>Taken away; what it made goes with it.</summary>
    Deleted,

    /// <summary>Brought back after it was deleted.</summary>
    Restored,
}
