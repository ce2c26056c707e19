using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Something with blocks that people see: a message, a window, the app's home.</summary>
public abstract class FakeSlackShown
{
    readonly Dictionary<(string Person, string Block, string Action), JsonObject> _filled = [];

    private protected FakeSlackShown(FakeSlack fake) => Slack = fake;

    /// <summary>The blocks as they are now.</summary>
    public abstract JsonArray Blocks { get; }

    /// <summary>All of it, line by line, as people read it.</summary>
    public virtual string Says => SlackText.Shown(Blocks);

    /// <summary>Every button, wherever it stands.</summary>
    public IReadOnlyList<FakeSlackButton> Buttons =>
        [.. SlackBlocks.Elements(Blocks).Where(one => Strict.Text(one.Element, "type") == "button").Select(one => new FakeSlackButton(SlackBlocks.Words(one.Element["text"]), one.Block, one.Element))];

    /// <summary>Everything that can be filled or chosen.</summary>
    public IReadOnlyList<FakeSlackField> Fields =>
        [.. SlackBlocks.Elements(Blocks).Where(one => SlackState.IsStateful(one.Element)).Select(one => new FakeSlackField(one.Block, one.Element))];

    internal FakeSlack Slack { get; }

    /// <summary>A field by its words, or by a name of its block or its own.</summary>
    internal FakeSlackField Field(string name) =>
        Fields.FirstOrDefault(field => field.Label == name || field.BlockId == name || field.ActionId == name) ?? throw new ArgumentException($"There is no field '{name}' in:\n{Says}");

    internal FakeSlackButton Button(string title) =>
        Buttons.FirstOrDefault(button => button.Title == title || button.ActionId == title) ?? throw new ArgumentException($"There is no button '{title}' in:\n{Says}");

    internal void Put(FakeSlackPerson person, FakeSlackField field, JsonObject value)
    {
        lock (Slack.Gate)
            _filled[(person.Id, field.BlockId, field.ActionId)] = value;
    }

    /// <summary>What a field holds; what was put in stays as long as the field has its names and its kind.</summary>
    internal JsonObject Held(FakeSlackPerson person, FakeSlackField field)
    {
        lock (Slack.Gate)
            return _filled.TryGetValue((person.Id, field.BlockId, field.ActionId), out var filled) && Strict.Text(filled, "type") == field.Type ? filled.DeepClone().AsObject() : SlackState.Initial(field.Element);
    }

    /// <summary>What somebody has put into the fields, as payloads say it.</summary>
    internal JsonObject Values(FakeSlackPerson person)
    {
        var values = new JsonObject();
        foreach (var field in Fields.Where(field => field.Type != "overflow"))
            (values[field.BlockId] ??= new JsonObject())[field.ActionId] = Held(person, field);
        return values;
    }
}

/// <summary>A button that people see.</summary>
/// <param name="Title">What stands on it.</param>
/// <param name="Block">The block it is in.</param>
/// <param name="Element">All there is to it.</param>
public sealed record FakeSlackButton(string Title, JsonObject Block, JsonObject Element)
{
    public string ActionId => Strict.Text(Element, "action_id") ?? "";

    public string BlockId => Strict.Text(Block, "block_id") ?? "";

    public string Value => Strict.Text(Element, "value") ?? "";

    /// <summary>primary, danger or empty.</summary>
    public string Style => Strict.Text(Element, "style") ?? "";
}

/// <summary>Something to fill or to choose.</summary>
/// <param name="Block">The block it is in.</param>
/// <param name="Element">All there is to it.</param>
public sealed record FakeSlackField(JsonObject Block, JsonObject Element)
{
    /// <summary>What stands beside it.</summary>
    public string Label => SlackBlocks.Words(Block["label"]) is { Length: > 0 } label ? label : SlackBlocks.Words(Block["text"]) is { Length: > 0 } text ? text : SlackBlocks.Words(Element["placeholder"]);

    public string Hint => SlackBlocks.Words(Block["hint"]);

    public string Type => Strict.Text(Element, "type") ?? "";

    public string ActionId => Strict.Text(Element, "action_id") ?? "";

    public string BlockId => Strict.Text(Block, "block_id") ?? "";

    public bool IsInput => Strict.Text(Block, "type") == "input";

    /// <summary>It may be left empty.</summary>
    public bool IsOptional => !IsInput || (Block["optional"] is JsonValue value && value.TryGetValue<bool>(out var on) && on);

    /// <summary>Words of what can be chosen; empty where it must be looked for.</summary>
    public IReadOnlyList<string> Choices => [.. SlackBlocks.Options(Element).Select(option => SlackBlocks.Words(option["text"]))];
}
