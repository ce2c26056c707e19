using System.Buffers;
using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>An answer as JSON: of a slash command, or to the address that came with what somebody did (slack.md, sections 3.1 and 3.4). Only its person sees it.</summary>
static class AnswerBody
{
    /// <summary>Takes away the message that was pressed.</summary>
    public static ReadOnlyMemory<byte> Gone { get; } = """{"delete_original":true}"""u8.ToArray();

    /// <param name="blocks">A list of blocks; empty for words alone.</param>
    /// <param name="text">All it says.</param>
    /// <param name="replaces">It takes the place of the message that was pressed.</param>
    /// <param name="thread">The message it is shown under.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> blocks, string text, bool replaces = false, string? thread = null)
    {
        var bytes = new ArrayBufferWriter<byte>(blocks.Length + text.Length + 128);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("response_type", "ephemeral");
            json.WriteBoolean("replace_original", replaces);
            if (thread is not null && !replaces)
                json.WriteString("thread_ts", thread);
            json.WriteString("text", text);
            if (!blocks.IsEmpty)
            {
                json.WritePropertyName("blocks");
                json.WriteRawValue(blocks.Span);
            }
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}
