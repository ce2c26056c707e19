using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>An object. In a list, <c>$data</c> may repeat it and <c>$when</c> keep it or leave it out; elsewhere it is always one.</summary>
sealed class ElementNode(IReadOnlyList<(JsonEncodedText Name, Node Value)> properties, CardPath? data, CardPath? when, bool inList) : Node
{
    readonly (JsonEncodedText Name, Node Value)[] _properties = [.. properties];

    public override void Write(Utf8JsonWriter to, in Scope scope)
    {
        if (data is null)
        {
            One(to, scope);
            return;
        }
        var part = data.Find(scope);
        if (part.ValueKind == JsonValueKind.Object)
            One(to, scope with { Item = part });
        else if (part.ValueKind == JsonValueKind.Array && inList)
        {
            var index = 0;
            foreach (var item in part.EnumerateArray())
                One(to, scope with { Item = item, Index = index++ });
        }
        else
            throw data.Fault(Expected);
    }

    public override void Check(ShapeScope scope, ICollection<CardFault> faults)
    {
        if (data is not null)
        {
            if (scope.Find(data, faults) is not { } part)
                return;
            if (part.Kind is not (ShapeKind.Record or ShapeKind.List) || (part.Kind == ShapeKind.List && !inList))
            {
                faults.Add(data.Said(Expected));
                return;
            }
            scope = part.Kind == ShapeKind.List ? scope with { Item = part.Item, InList = true } : scope with { Item = part };
        }
        if (when is not null)
        {
            if (scope.Find(when, faults) is { Kind: not ShapeKind.Flag })
                faults.Add(when.Said("is not a yes or no"));
            scope = scope with { Guarded = true };
        }
        foreach (var (_, value) in _properties)
            value.Check(scope, faults);
    }

    string Expected => inList ? "is neither a list nor an object, so $data cannot go through it" : "is not an object, and $data repeats only what stands in a list";

    void One(Utf8JsonWriter to, in Scope scope)
    {
        // Only a real true keeps it, not what some language takes for one.
        if (when is not null && when.Find(scope).ValueKind != JsonValueKind.True)
            return;
        to.WriteStartObject();
        foreach (var (name, value) in _properties)
        {
            to.WritePropertyName(name);
            value.Write(to, scope);
        }
        to.WriteEndObject();
    }
}
