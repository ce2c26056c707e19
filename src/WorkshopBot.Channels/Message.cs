using System.Collections.Immutable;

namespace WorkshopBot.Channels;

/// <summary>Something to show, before it has a form: which card, and the data it is bound to. Not a post; where and whether it goes is not its business.</summary>
/// <param name="Key">The logical name of a kept message; empty for an answer.</param>
/// <param name="Card">Name of the card, one file in <c>cards/</c>.</param>
/// <param name="Data">The card's data, one JSON object in UTF-8.</param>
/// <param name="Brief">What is said instead where the card's whole text would be too long: headline, counts, open points, where to read on.</param>
/// <param name="Language">Tag of the language the data are in.</param>
public sealed record Message(string Key, string Card, ReadOnlyMemory<byte> Data, string Brief, string Language)
{
    /// <summary>Said above all the card shows, such as what became of something else; empty for nothing.</summary>
    public string Notice { get; init; } = "";

    /// <summary>What is shown below it in the same message, where a place has no threads for it to be under.</summary>
    public ImmutableArray<Message> Below { get; init; } = [];

    /// <summary>Pages that can be opened from it, after all its buttons.</summary>
    public ImmutableArray<MessageLink> Links { get; init; } = [];

    /// <summary>The workshop it tells of; empty for none.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>Keys of people who may see it each in their own way; empty where it reads the same for everybody.</summary>
    public ImmutableArray<string> Views { get; init; } = [];
}

/// <summary>A page that a message leads to.</summary>
public sealed record MessageLink(string Title, string Url);
