using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Channels.Cards.Binding;

namespace WorkshopBot.Channels.Cards;

/// <summary>
/// A card before it has data, compiled once into what writes it. Data go in as values and are never read as a template, whatever is written in them; every
/// binding finds its value, or the card is not made. Which elements a card may have is not its business.
/// </summary>
public sealed class CardTemplate
{
    readonly Node _root;

    CardTemplate(string name, Node root) => (Name, _root) = (name, root);

    public string Name { get; }

    /// <exception cref="CardException">With all that is wrong with it.</exception>
    public static CardTemplate Compile(string name, ReadOnlyMemory<byte> json)
    {
        var faults = ImmutableArray.CreateBuilder<CardFault>();
        try
        {
            using var template = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (template.RootElement.ValueKind != JsonValueKind.Object)
                throw new CardException(new CardFault(name, "", "It is not a JSON object."));
            var root = new TemplateReader(name, faults).Read(template.RootElement);
            return faults.Count == 0 ? new(name, root) : throw new CardException(faults.ToImmutable());
        }
        catch (JsonException e)
        {
            throw new CardException(new CardFault(name, "", $"It is not valid JSON, line {e.LineNumber + 1}."), e);
        }
    }

    /// <summary>What in it cannot be found in data of this shape.</summary>
    public ImmutableArray<CardFault> Check(CardShape shape)
    {
        var faults = ImmutableArray.CreateBuilder<CardFault>();
        _root.Check(new(shape, shape, InList: false, Guarded: false), faults);
        return faults.ToImmutable();
    }

    /// <summary>The card with these data, a JSON object, as UTF-8.</summary>
    /// <exception cref="CardException">Something that is bound is missing, null, or of a kind that does not go there.</exception>
    public byte[] Bind(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            var bytes = new ArrayBufferWriter<byte>(data.Length + 1024);
            using var writer = new Utf8JsonWriter(bytes, TemplateReader.Writing);
            _root.Write(writer, new(json.RootElement, json.RootElement, -1));
            writer.Flush();
            return bytes.WrittenSpan.ToArray();
        }
        // The second: half of a surrogate pair, written as an escape.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new CardException(new CardFault(Name, "", "Its data are not valid JSON."));
        }
    }
}
