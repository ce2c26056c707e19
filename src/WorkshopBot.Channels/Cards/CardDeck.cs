using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using WorkshopBot.Channels.Cards.Subset;
using WorkshopBot.Channels.Cards.Twin;

namespace WorkshopBot.Channels.Cards;

/// <summary>All cards, compiled and held against the views they show. Makes cards of messages; posts nothing.</summary>
public sealed class CardDeck
{
    readonly FrozenDictionary<string, (CardTemplate Template, byte[] Hash)> _cards;

    CardDeck(Dictionary<string, (CardTemplate, byte[])> cards) => _cards = cards.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Loads every <c>*.json</c> of a folder; the name of the file is the name of the card.</summary>
    /// <param name="folder">Where the cards are.</param>
    /// <param name="shapes">What the data of each card look like; one a card.</param>
    /// <exception cref="CardException">With every fault of every card.</exception>
    public static CardDeck Load(string folder, IReadOnlyDictionary<string, JsonTypeInfo> shapes) =>
        Directory.Exists(folder)
            ? Of(Directory.EnumerateFiles(folder, "*.json").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes), shapes)
            : throw new CardException(new CardFault("*", "", $"There is no folder {folder}."));

    public static CardDeck Of(IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, JsonTypeInfo> shapes)
    {
        var faults = ImmutableArray.CreateBuilder<CardFault>();
        var cards = new Dictionary<string, (CardTemplate, byte[])>();
        faults.AddRange(shapes.Keys.Except(files.Keys).Order(StringComparer.Ordinal).Select(name => new CardFault(name, "", "There is a view for this card, but no card.")));
        foreach (var (name, json) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            try
            {
                var template = CardTemplate.Compile(name, json);
                faults.AddRange(CardRules.Check(name, json));
                if (shapes.TryGetValue(name, out var shape))
                    faults.AddRange(template.Check(new(shape)));
                else
                    faults.Add(new(name, "", "There is a card, but no view for it."));
                cards[name] = (template, SHA256.HashData(json));
            }
            catch (CardException e)
            {
                faults.AddRange(e.Faults);
            }
        return faults.Count == 0 ? new(cards) : throw new CardException(faults.ToImmutable());
    }

    public IEnumerable<string> Names => _cards.Keys;

    /// <exception cref="CardException">There is no such card, or the data do not fit it.</exception>
    public BoundCard Bind(Message message)
    {
        var json = CardFrame.Around(Find(message.Card).Template.Bind(message.Data), message, below => Find(below.Card).Template.Bind(below.Data));
        var text = TextTwin.Of(json, message.Language);
        return new(json, text.Length <= TextTwin.Most ? text : message.Notice.Length > 0 ? $"{message.Notice}\n{message.Brief}" : message.Brief);
    }

    /// <summary>
    /// Marks what a message shows: two messages with one mark look the same. Made of card, language and data before anything is rendered, so that a message that
    /// has not changed costs no card.
    /// </summary>
    public string Mark(Message message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Find(message.Card).Hash);
        // The length says where the brief ends, whatever is in it.
        hash.AppendData(Encoding.UTF8.GetBytes($"{message.Language}\n{message.Brief.Length}\n{message.Brief}"));
        if (message.Notice.Length > 0)
            hash.AppendData(Encoding.UTF8.GetBytes($"{message.Notice.Length}\n{message.Notice}"));
        foreach (var part in (IEnumerable<string>)[.. message.Links.Select(link => $"{link.Title}\n{link.Url}"), .. message.Below.Select(Mark), .. message.Views])
            hash.AppendData(Encoding.UTF8.GetBytes($"{part.Length}\n{part}"));
        hash.AppendData(message.Data.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    (CardTemplate Template, byte[] Hash) Find(string card) =>
        _cards.TryGetValue(card, out var found) ? found : throw new CardException(new CardFault(card, "", "There is no such card."));
}
