using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What Slack is answered where the answer itself says what becomes of a modal, or what can be chosen (slack.md, section 3).</summary>
static class ViewAnswer
{
    /// <summary>Choices Slack shows at once.</summary>
    public const int MostOptions = 100;

    /// <summary>All modals are closed.</summary>
    public static readonly SlackAck Clear = Made(json => json.WriteString("response_action", "clear"));

    /// <summary>Another view takes its place.</summary>
    public static SlackAck Update(ReadOnlyMemory<byte> view) => Made(json =>
    {
        json.WriteString("response_action", "update");
        json.WritePropertyName("view");
        json.WriteRawValue(view.Span);
    });

    /// <summary>What is wrong, beside the inputs it is wrong with.</summary>
    public static SlackAck Errors(ImmutableSortedDictionary<string, string> blocks, IEnumerable<KeyValuePair<string, string>> faults) => Made(json =>
    {
        json.WriteString("response_action", "errors");
        json.WriteStartObject("errors");
        foreach (var (input, said) in faults)
            json.WriteString(blocks[input], said);
        json.WriteEndObject();
    });

    /// <summary>What can be chosen.</summary>
    public static SlackAck Options(IReadOnlyList<ChatChoice> choices) => Made(json =>
    {
        json.WriteStartArray("options");
        foreach (var choice in choices.Where(choice => BlockText.Folded(choice.Title).Trim().Length > 0 && choice.Value.Length is > 0 and <= BlockLimits.OptionValue).Take(MostOptions))
            BlockChoices.Option(json, choice.Title, choice.Value);
        json.WriteEndArray();
    });

    static SlackAck Made(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return new(SlackAckKind.Taken, bytes.WrittenMemory);
    }
}
