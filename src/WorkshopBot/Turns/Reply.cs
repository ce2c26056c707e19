using WorkshopBot.Channels;
using WorkshopBot.Exports;

namespace WorkshopBot.Turns;

/// <summary>What the person who acted is told, once, after the commit; not to be mistaken for the messages that a room keeps.</summary>
/// <param name="Text">All of it in words.</param>
/// <param name="Kind">What became of the turn.</param>
/// <param name="File">A file that was asked for.</param>
/// <param name="Message">The same as a card; null where there is none.</param>
/// <param name="Private">The talk goes on in the person's own chat.</param>
public sealed record Reply(string Text, ReplyKind Kind, ExportedFile? File = null, Message? Message = null, bool Private = false)
{
    /// <summary>Where the file can be fetched; null where there is none, or no page.</summary>
    public string? FileLink { get; init; }

    /// <summary>What it is made of; null for what the hall says itself.</summary>
    internal AnswerParts? Parts { get; init; }

    /// <summary>The workshop that gave it; empty for none, null for what the hall says itself.</summary>
    internal string? Workshop { get; init; }

    /// <summary>The step that was open after it.</summary>
    internal string Step { get; init; } = "";

    /// <summary>It opened a workshop.</summary>
    internal bool Opens { get; init; }

    /// <summary>The same, with something else said before it, in the words and on the card.</summary>
    internal Reply After(string said) =>
        this with { Text = $"{said}\n{Text}", Message = Message is { } card ? card with { Notice = card.Notice.Length > 0 ? $"{said}\n{card.Notice}" : said } : null };

    /// <summary>This and then another, as one: what both say is said once, at the end, and the card is the other's.</summary>
    internal Reply Then(Reply next)
    {
        var after = next.Text.Split('\n');
        var said = string.Join('\n', Text.Split('\n').Where(line => !after.Contains(line, StringComparer.Ordinal)));
        var both = next with { Kind = next.Kind == ReplyKind.Answered ? Kind : next.Kind, File = next.File ?? File, Private = next.Private || Private };
        return said.Length == 0 ? both : both.After(said);
    }

    /// <summary>The same, behind what came of others before it, if anything did.</summary>
    internal Reply Behind(Reply? before) => before is null ? this : before.Then(this);
}
