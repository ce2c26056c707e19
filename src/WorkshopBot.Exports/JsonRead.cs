using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>Takes pieces out of a stranger's JSON; what is not as it must be is a fault that names the place. Null is the same as absent.</summary>
internal static class JsonRead
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement Whole(this JsonElement element, string where) =>
        element.ValueKind == JsonValueKind.Object ? element : throw new ImportFaultException($"{where} is not an object.");

    public static JsonElement.ArrayEnumerator Row(this JsonElement element, string where) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new ImportFaultException($"{where} is not a list.");

    public static string Words(this JsonElement element, string where) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new ImportFaultException($"{where} is not a text.");

    public static bool Flag(this JsonElement? element, string where) => element?.ValueKind switch
    {
        null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        _ => throw new ImportFaultException($"{where} is not true or false."),
    };

    /// <summary>A whole number within bounds.</summary>
    public static int Count(this JsonElement element, int min, int max, string where) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number >= min && number <= max
            ? (int)number : throw new ImportFaultException(string.Create(CultureInfo.InvariantCulture, $"{where} is not a whole number from {min} to {max}."));

    public static Ref Name(this JsonElement element, string where) =>
        Ref.Read(element.Words(where)) ?? throw new ImportFaultException($"{where} is not a ref such as G1.");

    public static void Only(this JsonElement element, string where, params IEnumerable<string> names)
    {
        foreach (var property in element.EnumerateObject())
            if (!names.Contains(property.Name)) throw new ImportFaultException($"{where} has no field '{Short(property.Name)}'.");
    }

    /// <summary>
    /// Looks at every text once, so that nobody has to later: no longer than a whole message of the chat may be, no control characters.
    /// Half characters leave it as the reader of the framework leaves them, with an InvalidOperationException.
    /// </summary>
    public static void Inspect(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Inspect(property.Name);
                    Inspect(property.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var inner in element.EnumerateArray()) Inspect(inner);
                break;
            case JsonValueKind.String:
                Inspect(element.GetString()!);
                break;
        }
    }

    /// <summary>A stranger's word within a sentence of ours.</summary>
    public static string Short(string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune)).Take(40));
        return plain.Length < text.Length ? plain + "…" : plain;
    }

    private static void Inspect(string text)
    {
        if (text.Length > Limits.MessageBytes) throw new ImportFaultException(string.Create(CultureInfo.InvariantCulture, $"A text is longer than {Limits.MessageBytes} characters: '{Short(text)}'."));
        if (text.Any(char.IsControl)) throw new ImportFaultException($"A text holds control characters: '{Short(text)}'.");
    }
}
