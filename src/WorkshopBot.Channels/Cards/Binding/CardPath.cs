using System.Text;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>Where a binding finds its value: names parted by dots, from the item or from <c>$root</c>; <c>$data</c>, the item itself; or <c>$index</c>. There are no functions and no operators.</summary>
sealed class CardPath
{
    readonly string _card, _where;
    readonly byte[][] _utf8;

    CardPath(string card, string where, string written, string[] names, bool fromRoot, bool isIndex)
    {
        (_card, _where, Written, Names, FromRoot, IsIndex) = (card, where, written, names, fromRoot, isIndex);
        _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    public string Written { get; }

    public string[] Names { get; }

    public bool FromRoot { get; }

    public bool IsIndex { get; }

    /// <summary>Null when it is not a path.</summary>
    public static CardPath? Parse(string card, string where, string written)
    {
        if (written == "$index")
            return new(card, where, written, [], false, true);
        if (written == "$data")
            return new(card, where, written, [], false, false);
        var fromRoot = written.StartsWith("$root.", StringComparison.Ordinal);
        var names = (fromRoot ? written["$root.".Length..] : written).Split('.');
        return names.All(IsName) ? new(card, where, written, names, fromRoot, false) : null;
    }

    /// <summary>The value, which is there and not null.</summary>
    public JsonElement Find(in Scope scope)
    {
        var at = FromRoot ? scope.Root : scope.Item;
        foreach (var name in _utf8)
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                throw Fault("is not in the data");
        return at.ValueKind == JsonValueKind.Null ? throw Fault("is null") : at;
    }

    public int Index(in Scope scope) => scope.Index >= 0 ? scope.Index : throw Fault("is outside a list");

    public CardException Fault(string says) => new(Said(says));

    public CardFault Said(string says) => new(_card, _where, $"${{{Written}}} {says}.");

    // What other readers of such templates take for a value of its own is no name here.
    static bool IsName(string name) =>
        name is not ("" or "true" or "false" or "null") && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
