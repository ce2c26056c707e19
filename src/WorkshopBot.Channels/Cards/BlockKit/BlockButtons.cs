using System.Buffers;
using System.Text;
using System.Text.Json;
using WorkshopBot.Channels.Cards.Binding;
using WorkshopBot.Channels.Cards.Twin;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Buttons of a card as those of Slack. One that carries more than Slack takes is said as a line to type instead.</summary>
/// <param name="language">Of what is said instead.</param>
/// <param name="kept">Key of the message they stand on; empty for none.</param>
/// <param name="submits">The first that sends inputs is the modal's own.</param>
/// <param name="inputs">Names of inputs that stand beside the buttons and come with every press, so that no button carries what was in them.</param>
sealed class BlockButtons(string language, string kept, bool submits, IReadOnlySet<string> inputs)
{
    readonly List<string> _said = [];
    int _number;

    public BlockSubmit? Submit { get; private set; }

    public IEnumerable<BlockButton> Read(JsonElement of)
    {
        foreach (var action in Each(of, "actions"))
            if (Button(action) is { } button)
                yield return button;
    }

    /// <summary>What the buttons that were not made would have done.</summary>
    public IReadOnlyList<string> TakeSaid()
    {
        string[] said = [.. _said];
        _said.Clear();
        return said;
    }

    BlockButton? Button(JsonElement action)
    {
        var (type, title, number) = (Text(action, "type"), Text(action, "title"), _number++);
        if (string.IsNullOrWhiteSpace(title) || title.Length > BlockLimits.ButtonText)
            throw BlockKit.Wrong($"A button has a title of 1 to {BlockLimits.ButtonText} characters.");
        switch (type)
        {
            case "Action.OpenUrl":
                // Its name has no verb, so a press on it is nobody's.
                return new(title, $"link-{number}", "", Link(Text(action, "url")), Style(action));
            case "Action.Execute" or "Action.Submit":
                return action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? Button(action, data, title, number) : throw BlockKit.Wrong("What a button carries is an object.");
            default:
                throw BlockKit.Wrong($"'{type}' is not in the card subset here (docs/cards.md).");
        }
    }

    BlockButton? Button(JsonElement action, JsonElement data, string title, int number)
    {
        var verb = Text(action, "verb") is { Length: > 0 } own ? own : Text(data, "verb");
        if (!ActionData.IsVerb(verb))
            throw BlockKit.Wrong("A button has a verb.");
        if (submits && Submit is null && !string.Equals(Text(action, "associatedInputs"), "none", StringComparison.OrdinalIgnoreCase))
        {
            if (title.Length > BlockLimits.Title)
                throw BlockKit.Wrong($"The button that sends a form has at most {BlockLimits.Title} characters.");
            Submit = new(title, verb, Carried(data));
            return null;
        }
        var value = Encoding.UTF8.GetString(Carried(data).Span);
        if (value.Length <= BlockLimits.ButtonValue)
            return new(title, BlockAction.Name(verb, number), value, "", Style(action));
        if (TwinButtons.Typed(action, language) is not { Length: > 0 } typed)
            throw BlockKit.Wrong($"What a button carries has at most {BlockLimits.ButtonValue} characters.");
        _said.Add($"[{title}] {typed}");
        return null;
    }

    ReadOnlyMemory<byte> Carried(JsonElement data)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes, TemplateReader.Writing))
        {
            json.WriteStartObject();
            foreach (var entry in data.EnumerateObject())
                if ((kept.Length == 0 || entry.Name != ActionData.Kept) && !inputs.Contains(entry.Name))
                    entry.WriteTo(json);
            if (kept.Length > 0)
                json.WriteString(ActionData.Kept, kept);
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    static string Link(string url) =>
        url.Length <= BlockLimits.ButtonUrl && Uri.TryCreate(url, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? url : throw BlockKit.Wrong($"A link is https or http, with at most {BlockLimits.ButtonUrl} characters.");

    static string Style(JsonElement action) => Text(action, "style").ToUpperInvariant() switch { "POSITIVE" => "primary", "DESTRUCTIVE" => "danger", _ => "" };
}
