using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>A message in a conversation, the bot's or somebody's, with all it has ever shown.</summary>
public sealed class FakeMessage
{
    readonly List<JsonObject> _versions = [];
    readonly List<string> _reactions = [];

    internal FakeMessage(string id, FakePlace place, string? root, FakePerson? by, JsonObject first)
    {
        (Id, Place, Root, By) = (id, place, root, by);
        _versions.Add(first);
    }

    public string Id { get; }

    public FakePlace Place { get; }

    /// <summary>The thread it is in; its own id for the first message of a thread; null where there are no threads.</summary>
    public string? Root { get; }

    /// <summary>Who wrote it; null for the bot.</summary>
    public FakePerson? By { get; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public string? Only { get; internal init; }

    public bool IsReply => Root is not null && Root != Id;

    public bool IsDeleted { get; internal set; }

    /// <summary>Every activity it was, oldest first.</summary>
    public IReadOnlyList<JsonObject> Versions
    {
        get
        {
            lock (Place.Gate)
                return [.. _versions];
        }
    }

    /// <summary>Types of the reactions the bot has put under it and not taken away.</summary>
    public IReadOnlyList<string> Reactions
    {
        get
        {
            lock (Place.Gate)
                return [.. _reactions];
        }
    }

    public JsonObject Shown => Versions[^1];

    /// <summary>What it says; empty for a card.</summary>
    public string Text => Shown["text"]?.GetValue<string>() ?? "";

    /// <summary>The card it shows; null for none.</summary>
    public JsonObject? Card => Shown["attachments"] is JsonArray { Count: > 0 } all && all[0]!["contentType"]?.GetValue<string>() == Strict.CardType ? all[0]!["content"]!.AsObject() : null;

    /// <summary>Every button of the card it shows, wherever it stands.</summary>
    public IReadOnlyList<FakeAction> Actions => Card is { } card ? [.. FakeAction.All(card)] : [];

    internal List<JsonObject> Written => _versions;

    internal List<string> Reacted => _reactions;
}

/// <summary>A button of a card.</summary>
/// <param name="Type">Such as <c>Action.Execute</c>.</param>
/// <param name="Title">What stands on it.</param>
/// <param name="Verb">Of an Execute; empty else.</param>
/// <param name="Data">What it carries; empty for nothing.</param>
public sealed record FakeAction(string Type, string Title, string Verb, JsonObject Data)
{
    internal static IEnumerable<FakeAction> All(JsonNode? node) => node switch
    {
        JsonObject some => (Of(some) is { } action ? [action] : Enumerable.Empty<FakeAction>()).Concat(some.Where(pair => pair.Key is not ("fallback" or "data")).SelectMany(pair => All(pair.Value))),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };

    static FakeAction? Of(JsonObject some) => some["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.StartsWith("Action.", StringComparison.Ordinal)
        ? new(name, some["title"]?.GetValue<string>() ?? "", some["verb"]?.GetValue<string>() ?? "", some["data"] is JsonObject data ? data.DeepClone().AsObject() : [])
        : null;
}
