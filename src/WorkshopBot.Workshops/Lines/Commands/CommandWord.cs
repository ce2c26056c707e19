using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>Who may say a command (grammar, "Commands"); the decider enforces it, docs/commands.md says it.</summary>
public enum Who
{
    /// <summary>Everybody who takes part.</summary>
    Anyone,

    /// <summary>Everybody but guests and people of other organisations than the one the workshop belongs to.</summary>
    Members,

    /// <summary>Whoever added it; the facilitator and deputies for everybody.</summary>
    Own,

    /// <summary>The facilitator and deputies.</summary>
    Leads,

    /// <summary>The facilitator alone.</summary>
    Facilitator,

    /// <summary>The facilitator alone, and only one of the organisation the workshop belongs to.</summary>
    Host,

    /// <summary>As <see cref="Host"/>; in a room that was admitted also its own people, for that room.</summary>
    Room,
}

/// <summary>One command: the words it begins with, how it is written, who may say it, and what the rest of the line means.</summary>
/// <param name="Words">The words every line of it begins with; a line whose rest does not fit is no command.</param>
/// <param name="Syntax">As help and docs/commands.md show it.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="English">What it does, in a sentence.</param>
/// <param name="Read">What the rest of the line means; null when it does not fit. Null for a command that is not there yet: then only its shape is known.</param>
public sealed record CommandWord(string Words, string Syntax, Who Who, string English, Func<string, Typed, Line?>? Read)
{
    /// <summary>Recognises a command that a later version brings; such a line is refused, never taken for content.</summary>
    public Func<string, bool>? Later { get; init; }

    /// <summary>It asks for something to be shown: a form, a list, the map.</summary>
    public bool Asks { get; init; }

    public bool IsThere => Read is not null;

    /// <summary><see cref="Syntax"/>, in the reader's language.</summary>
    public Arg Form => new Arg.Word($"command.{Words}.form", Syntax);

    public Arg Does => new Arg.Word($"command.{Words}", English);
}
