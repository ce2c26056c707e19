using System.Buffers;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>
/// Makes Block Kit of a card that has its data (<c>docs/cards.md</c>). Nothing it makes is read as markup by Slack, so what people wrote stays what they wrote; nothing is left out without saying how much.
/// </summary>
public static class BlockKit
{
    /// <param name="card">The card with its data.</param>
    /// <param name="surface">Where it is shown.</param>
    /// <param name="language">Tag of the language the card is in.</param>
    /// <param name="kept">Key of the kept message that it is; its buttons carry it. Empty for an answer.</param>
    /// <exception cref="CardException">The card is not one that the surface can show: a mistake of ours.</exception>
    public static BlockCard Render(BoundCard card, BlockSurface surface, string language, string kept = "")
    {
        try
        {
            using var json = JsonDocument.Parse(card.Json);
            var read = BlockReader.Read(json.RootElement, surface, language, kept, charts: surface != BlockSurface.Modal);
            return new(Written(read, surface, language), BlockFit.Text(card.Text, language))
            {
                Submit = read.Submit,
                Plainer = read.HasCharts ? Written(BlockReader.Read(json.RootElement, surface, language, kept, charts: false), surface, language) : (ReadOnlyMemory<byte>?)null,
            };
        }
        // The second: half of a surrogate pair, written as an escape.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new CardException(new CardFault("*", "", "It is not valid JSON."), e);
        }
    }

    internal static CardException Wrong(string says) => new(new CardFault("*", "", says));

    static ReadOnlyMemory<byte> Written(BlockReader read, BlockSurface surface, string language)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Binding.TemplateReader.Writing))
            new BlockWriter(json, surface, language).Write(new BlockFit(surface, language).Fit(read.Blocks));
        return bytes.WrittenMemory;
    }
}
