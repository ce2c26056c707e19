using System.Collections.Immutable;

namespace WorkshopBot.Channels;

/// <summary>What the person who acted is told, once: what became of the turn, in words and as a card. Where and how it is told is the chat's business.</summary>
/// <param name="Kind">What became of the turn.</param>
/// <param name="Text">All of it in words.</param>
public sealed record ChatAnswer(ChatAnswerKind Kind, string Text)
{
    /// <summary>The same as a card; null where there is none.</summary>
    public Message? Message { get; init; }

    /// <summary>What is wrong with the inputs that were sent, by their names; empty when nothing is, or it is no one input's fault.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Faults { get; init; } = [];

    /// <summary>A file that was asked for; null for none.</summary>
    public ChatFile? File { get; init; }

    /// <summary>The form begins with what its person had typed before; this asks for it with nothing. Null for any other answer.</summary>
    public ImmutableSortedDictionary<string, string>? Afresh { get; init; }

    /// <summary>The talk goes on in the person's own chat with the bot.</summary>
    public bool Private { get; init; }

    /// <summary>A workshop was opened in the room.</summary>
    public bool Opened { get; init; }

    /// <summary>There is something to read: it must be shown even where a sign would do to say "heard".</summary>
    public bool Shows { get; init; }

    /// <summary>Where the workshop was when it answered (its id and step): what was said for another place is over. Empty for no workshop.</summary>
    public string At { get; init; } = "";
}

/// <summary>A file for the person who asked for it.</summary>
public sealed record ChatFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What became of a turn, as a chat needs to know it.</summary>
public enum ChatAnswerKind
{
    /// <summary>Heard; what it changed is in the journal.</summary>
    Accepted,

    /// <summary>Heard, and at least a part of it was refused or not understood.</summary>
    Refused,

    /// <summary>Not saved; the same turn may be delivered again.</summary>
    NotSaved,

    /// <summary>It was not for the bot: nobody is told anything.</summary>
    Ignored,

    /// <summary>A fault of ours; nothing was saved, and the same turn would fail again.</summary>
    Failed,
}
