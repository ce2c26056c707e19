using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>A piece of a compiled template: writes itself, filled, as UTF-8.</summary>
abstract class Node
{
    public abstract void Write(Utf8JsonWriter to, in Scope scope);

    /// <summary>Says what in it cannot be found in data of this shape.</summary>
    public abstract void Check(ShapeScope scope, ICollection<CardFault> faults);
}

/// <summary>What has no binding in it.</summary>
sealed class FixedNode(byte[] json) : Node
{
    public override void Write(Utf8JsonWriter to, in Scope scope) => to.WriteRawValue(json, skipInputValidation: true);

    public override void Check(ShapeScope scope, ICollection<CardFault> faults) { }
}

/// <summary>A text that is one binding and nothing else: the value keeps its type.</summary>
sealed class WholeNode(CardPath path, bool inList) : Node
{
    public override void Write(Utf8JsonWriter to, in Scope scope)
    {
        if (path.IsIndex)
        {
            to.WriteNumberValue(path.Index(scope));
            return;
        }
        var value = path.Find(scope);
        if (inList && value.ValueKind == JsonValueKind.Array)
            throw path.Fault("is a list within a list");
        value.WriteTo(to);
    }

    public override void Check(ShapeScope scope, ICollection<CardFault> faults)
    {
        if (scope.Find(path, faults) is { Kind: ShapeKind.List } && inList)
            faults.Add(path.Said("is a list within a list"));
    }
}

/// <summary>A list; each of its elements may stand for none, one or many.</summary>
sealed class ListNode(Node[] items) : Node
{
    public override void Write(Utf8JsonWriter to, in Scope scope)
    {
        to.WriteStartArray();
        foreach (var item in items)
            item.Write(to, scope);
        to.WriteEndArray();
    }

    public override void Check(ShapeScope scope, ICollection<CardFault> faults)
    {
        foreach (var item in items)
            item.Check(scope, faults);
    }
}
