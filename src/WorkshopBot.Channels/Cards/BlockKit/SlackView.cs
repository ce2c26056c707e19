using System.Buffers;
using System.Text.Json;
using WorkshopBot.Channels.Cards.Binding;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Views of Slack around a card: a modal, a person's home, and what stands in a modal until there is something to show. Null where what a view has to carry is too much for it.</summary>
public static class SlackView
{
    /// <param name="card">What is in it.</param>
    /// <param name="title">Our words; what is too long for the head of a window ends in an ellipsis.</param>
    /// <param name="close">Words of the button that closes it.</param>
    /// <param name="callbackId">What it is called when it is sent or closed.</param>
    /// <param name="metadata">Comes back with everything that is done in it; at most <see cref="BlockLimits.Metadata"/> characters.</param>
    public static ReadOnlyMemory<byte>? Modal(BlockCard card, string title, string close, string callbackId, string metadata) =>
        Written("modal", card.Blocks, metadata, json =>
        {
            Window(json, title, close, callbackId);
            if (card.Submit is { } submit)
                BlockWriter.Plain(json, "submit", submit.Title);
        });

    public static ReadOnlyMemory<byte>? Home(BlockCard card) => Written("home", card.Blocks, "", _ => { });

    /// <summary>Shown at once where what was asked for takes longer than Slack waits.</summary>
    public static ReadOnlyMemory<byte>? Loading(string title, string close, string callbackId, string language)
    {
        var blocks = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(blocks, TemplateReader.Writing))
            new BlockWriter(json, BlockSurface.Modal, language).Write([new Block.Aside(Speech.Say("loading", language))]);
        return Written("modal", blocks.WrittenMemory, "", json => Window(json, title, close, callbackId));
    }

    static void Window(Utf8JsonWriter json, string title, string close, string callbackId)
    {
        BlockWriter.Plain(json, "title", BlockText.Short(title, BlockLimits.Title));
        BlockWriter.Plain(json, "close", BlockText.Short(close, BlockLimits.Title));
        json.WriteString("callback_id", callbackId);
        json.WriteBoolean("notify_on_close", true);
    }

    static ReadOnlyMemory<byte>? Written(string type, ReadOnlyMemory<byte> blocks, string metadata, Action<Utf8JsonWriter> head)
    {
        if (metadata.Length > BlockLimits.Metadata)
            return null;
        var bytes = new ArrayBufferWriter<byte>(blocks.Length + 512);
        using (var json = new Utf8JsonWriter(bytes, TemplateReader.Writing))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            head(json);
            if (metadata.Length > 0)
                json.WriteString("private_metadata", metadata);
            json.WritePropertyName("blocks");
            json.WriteRawValue(blocks.Span, skipInputValidation: true);
            json.WriteEndObject();
        }
        return bytes.WrittenCount <= BlockLimits.ViewBytes ? bytes.WrittenMemory : (ReadOnlyMemory<byte>?)null;
    }
}
