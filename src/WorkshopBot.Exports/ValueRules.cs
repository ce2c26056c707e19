using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Shapes;

namespace WorkshopBot.Exports;

/// <summary>Whether a value of the file is one the field could hold: the core loads only what it stored itself, and a stranger may write anything.</summary>
internal static class ValueRules
{
    /// <summary>The names a source has, in the item or the duration it belongs to.</summary>
    public static readonly string[] Source = ["source", "level", "n", "period", "link"];

    private static readonly string[] Span = ["min", "typical", "max", "unit", .. Source], Cost = ["amount", "currency", "per"], SourceTexts = ["source", "period", "link"];

    public static bool Fits(Field field, Kind kind, JsonElement value) => field.Shape switch
    {
        "text" or "person" => IsText(value),
        "choice" or "teams" => IsText(value) && MayBeTyped(field, kind, value.GetString()!),
        "number" or "percent" => IsNumber(value) && MayBeTyped(field, kind, Num.Show(value.GetDecimal())),
        "measure" => IsNumber(value),
        "date" => IsDay(value),
        "texts" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText),
        "readings" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsReading),
        "span" => IsSpan(value),
        "cost" => IsCost(value),
        "source" => IsSource(value),
        // A shape this room does not know loads what it stored itself.
        _ => true,
    };

    /// <summary>Bounds and choices are the field's own; it refuses here what it refuses when it is typed.</summary>
    private static bool MayBeTyped(Field field, Kind kind, string text) =>
        field.Fill(kind.Blank, text, new Reading(JourneyMap.Empty(Nothing), Crew.Nobody, default, Zone.Utc)).Fault is null;

    private static readonly Catalogue Nothing = new([]);

    private static bool IsSpan(JsonElement value)
    {
        if (!IsObjectOf(value, Span) || !IsSource(value) || !Numbers(value, "min", "typical", "max") || value.Get("unit") is not { } unit || !IsOneOf(unit, Workshops.Values.Span.Units)) return false;
        decimal? Part(string name) => value.Get(name)?.GetDecimal();
        return (Part("min"), Part("typical"), Part("max")) switch
        {
            (null, >= 0, null) => true,
            ( >= 0 and var min, null, { } max) => min <= max,
            ( >= 0 and var min, { } typical, { } max) => min <= typical && typical <= max,
            _ => false,
        };
    }

    private static bool IsCost(JsonElement value) =>
        IsObjectOf(value, Cost) && value.Get("amount") is { } amount && IsNumber(amount) && amount.GetDecimal() >= 0
        && value.Get("currency") is { } currency && IsText(currency) && currency.GetString()! is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
        && (value.Get("per") is not { } per || IsOneOf(per, MoneyText.Pers));

    private static bool IsSource(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Numbers(value, "n") && (value.Get("level") is not { } level || IsOneOf(level, Workshops.Values.Source.Levels))
        && SourceTexts.All(name => value.Get(name) is not { } text || IsText(text));

    private static bool IsReading(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && IsDay(value[0]) && IsNumber(value[1]);

    private static bool IsObjectOf(JsonElement value, string[] names) => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(part => names.Contains(part.Name));

    private static bool Numbers(JsonElement value, params string[] names) => names.All(name => value.Get(name) is not { } number || IsNumber(number));

    private static bool IsOneOf(JsonElement value, string[] known) => IsText(value) && known.Contains(value.GetString());

    private static bool IsDay(JsonElement value) => IsText(value) && DateOnly.TryParseExact(value.GetString(), FieldForm.Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
