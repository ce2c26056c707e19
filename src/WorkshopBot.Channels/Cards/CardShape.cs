using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Channels.Cards;

/// <summary>What a card can do with a value.</summary>
public enum ShapeKind
{
    Text,

    /// <summary>A number without decimals.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Has names that can be looked up.</summary>
    Record,

    List,

    /// <summary>Anything else: can only be bound whole, as it is.</summary>
    Other,
}

/// <summary>The shape of the data a card is bound to, as the serializer of the data declares it. Nothing is known here of what the data mean.</summary>
public sealed class CardShape
{
    readonly JsonTypeInfo _type;

    public CardShape(JsonTypeInfo type) : this(type, false) { }

    CardShape(JsonTypeInfo type, bool mayBeNull) => (_type, MayBeNull) = (type, mayBeNull || Nullable.GetUnderlyingType(type.Type) is not null);

    public string Name => _type.Type.Name;

    public bool MayBeNull { get; }

    public ShapeKind Kind => _type.Kind switch
    {
        JsonTypeInfoKind.Object => ShapeKind.Record,
        JsonTypeInfoKind.Enumerable => ShapeKind.List,
        JsonTypeInfoKind.None when Type == typeof(string) => ShapeKind.Text,
        JsonTypeInfoKind.None when Type == typeof(bool) => ShapeKind.Flag,
        JsonTypeInfoKind.None when Type == typeof(int) || Type == typeof(long) || Type == typeof(short) || Type == typeof(byte) => ShapeKind.Whole,
        _ => ShapeKind.Other,
    };

    /// <summary>The shape of what is in a list.</summary>
    public CardShape Item => new(_type.Options.GetTypeInfo(_type.ElementType!), false);

    /// <summary>The shape under a name; null when there is none.</summary>
    public CardShape? Find(string name) =>
        Kind == ShapeKind.Record && _type.Properties.FirstOrDefault(property => property.Name == name && property.Get is not null) is { } found
            ? new(_type.Options.GetTypeInfo(found.PropertyType), found.IsGetNullable && !found.PropertyType.IsValueType) : null;

    Type Type => Nullable.GetUnderlyingType(_type.Type) ?? _type.Type;
}
