using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Where the app wants its deliveries.</summary>
public sealed record FakeSlackDoors(Uri Events, Uri Commands, Uri Interactions, Uri Options)
{
    /// <summary>All of them under one address: events, commands, interactions, options.</summary>
    public static FakeSlackDoors At(Uri root) => new(new(root, "events"), new(root, "commands"), new(root, "interactions"), new(root, "options"));

    internal Uri Of(FakeSlackKind kind) => kind switch { FakeSlackKind.Event => Events, FakeSlackKind.Command => Commands, FakeSlackKind.Interaction => Interactions, _ => Options };
}

/// <summary>What kind of a delivery it is.</summary>
public enum FakeSlackKind { Event, Command, Interaction, Options }

/// <summary>What the app answered to a delivery.</summary>
/// <param name="Status">HTTP status; over a web socket 200 for what was acknowledged; 0 for no answer in time.</param>
/// <param name="Text">The body.</param>
public sealed record FakeSlackAnswer(int Status, string Text)
{
    /// <summary>Nothing was sent, or nothing came back.</summary>
    public static readonly FakeSlackAnswer None = new(0, "");

    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>An answer that forbids another try.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonNode? Body
    {
        get
        {
            try
            {
                return Text.Length == 0 ? null : JsonNode.Parse(Text);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}

/// <summary>Something that was delivered, or was to be, with what came of each try.</summary>
public sealed class FakeSlackDelivery
{
    readonly List<FakeSlackAnswer> _answers = [];

    internal FakeSlackDelivery(FakeSlackKind kind, JsonObject payload) => (Kind, Payload) = (kind, payload);

    public FakeSlackKind Kind { get; }

    /// <summary>The same for every try.</summary>
    public JsonObject Payload { get; }

    /// <summary>The event within it, its subtype behind a dot; or the type of the interaction; or the command.</summary>
    public string Type =>
        Payload["event"] is JsonObject inner ? string.Join('.', new[] { Connector.Strict.Text(inner, "type"), Connector.Strict.Text(inner, "subtype") }.OfType<string>())
        : Connector.Strict.Text(Payload, "type") ?? Connector.Strict.Text(Payload, "command") ?? "";

    public IReadOnlyList<FakeSlackAnswer> Answers
    {
        get
        {
            lock (_answers)
                return [.. _answers];
        }
    }

    internal void Add(FakeSlackAnswer answer)
    {
        lock (_answers)
            _answers.Add(answer);
    }
}

/// <summary>One call that came, whatever became of it.</summary>
/// <param name="Method">The method; response_url, upload, authorize or what else was asked for.</param>
/// <param name="Channel">The channel it named; null for none.</param>
/// <param name="Arguments">What it said.</param>
/// <param name="Token">What it was proved with.</param>
/// <param name="Status">HTTP status of the answer; 0 for a connection that was dropped.</param>
/// <param name="Error">Slack's code; null where it went well.</param>
public sealed record FakeSlackRequest(string Method, string? Channel, JsonObject Arguments, string? Token, int Status, string? Error);
