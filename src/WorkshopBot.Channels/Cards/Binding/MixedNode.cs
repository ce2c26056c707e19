using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>A text with bindings in it. What is filled in is text, a whole number or a yes or no; anything else is written differently in different languages, so the view has to write it.</summary>
sealed class MixedNode(IReadOnlyList<MixedNode.Part> parts) : Node
{
    /// <summary>The largest whole number that every reader of JSON holds exactly.</summary>
    const long Largest = (1L << 53) - 1;

    public override void Write(Utf8JsonWriter to, in Scope scope)
    {
        foreach (var part in parts)
            to.WriteStringValueSegment(part.Text ?? Written(part.Path!, scope), isFinalSegment: false);
        to.WriteStringValueSegment("", isFinalSegment: true);
    }

    public override void Check(ShapeScope scope, ICollection<CardFault> faults)
    {
        foreach (var path in parts.Select(part => part.Path).OfType<CardPath>())
            if (scope.Find(path, faults) is { Kind: not (ShapeKind.Text or ShapeKind.Whole or ShapeKind.Flag) })
                faults.Add(path.Said("is not a text, a whole number or a yes or no, so it cannot be part of a text"));
    }

    static string Written(CardPath path, in Scope scope)
    {
        if (path.IsIndex)
            return Digits(path.Index(scope));
        var value = path.Find(scope);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number when value.TryGetInt64(out var number) && number is >= -Largest and <= Largest => Digits(number),
            _ => throw path.Fault("is not a text, a whole number or a yes or no, so it cannot be part of a text"),
        };
    }

    static string Digits(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A piece of the text: as it stands, or a binding.</summary>
    public readonly record struct Part(string? Text, CardPath? Path);
}
