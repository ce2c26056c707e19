using System.Globalization;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Tests.Http;

/// <summary>What the inputs of a card take and send: a list only what is in it, a date field only a date.</summary>
static class Inputs
{
    /// <summary>The inputs of a form by the field they are for.</summary>
    public static Dictionary<string, JsonObject> Fields(this JsonNode form) => form.Inputs().Where(input => ((string)input["id"]!).StartsWith("f.", StringComparison.Ordinal)).ToDictionary(input => ((string)input["id"]!)[2..], StringComparer.Ordinal);

    public static bool IsRequired(JsonObject input) => (bool?)input["isRequired"] == true;

    /// <summary>What a client sends of an input that nobody touched.</summary>
    public static string AsItStands(JsonObject input) => input["value"] is null or JsonValue && input["value"]?.ToString() is { Length: > 0 } value ? value : (string?)input["type"] == "Input.Toggle" ? "false" : "";

    /// <summary>What a client sends when somebody wants a value there.</summary>
    public static string Chosen(JsonObject input, string value, DateTimeOffset now) => (string?)input["type"] switch
    {
        "Input.ChoiceSet" => (bool?)input["isMultiSelect"] == true ? string.Join(',', value.Split([',', '+'], StringSplitOptions.TrimEntries).Select(one => Choice(input, one)).Distinct()) : Choice(input, value),
        "Input.Date" => Date(value, now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>The one choice that somebody means who says so.</summary>
    public static (string Title, string Value) Fits(IEnumerable<(string Title, string Value)> offered, string value)
    {
        var choices = offered.ToList();
        // What a box would send, where its two answers are a list.
        var folded = Tidy.Fold(value is "true" or "false" && choices.Exists(choice => choice.Value == "yes") ? value == "true" ? "yes" : "no" : value);
        foreach (var fits in (Func<(string Title, string Value), bool>[])[choice => Tidy.Fold(choice.Value) == folded, choice => Tidy.Fold(choice.Title) == folded, choice => Tidy.Fold(choice.Title).EndsWith(" " + folded, StringComparison.Ordinal), choice => Tidy.Fold(choice.Title).StartsWith(folded + " ", StringComparison.Ordinal)])
            if (choices.Where(fits).ToList() is [var only])
                return only;
        throw new InvalidOperationException($"Nobody can choose \"{value}\" among {string.Join(" / ", choices.Select(choice => $"{choice.Title} = {choice.Value}"))}.");
    }

    static string Choice(JsonObject input, string value) => Fits(input["choices"]!.AsArray().Select(choice => ((string)choice!["title"]!, (string)choice["value"]!)), value).Value;

    /// <summary>The day somebody means.</summary>
    public static DateOnly Date(string value, DateTimeOffset now)
    {
        if (value.StartsWith("in ", StringComparison.Ordinal))
            return DateOnly.FromDateTime(now.UtcDateTime).AddMonths(int.Parse(value.Split(' ')[1], CultureInfo.InvariantCulture));
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : DateOnly.ParseExact($"{value} {now.Year}", value.Contains('.', StringComparison.Ordinal) ? "d. MMMM yyyy" : "d MMMM yyyy", CultureInfo.GetCultureInfo(value.Contains('.', StringComparison.Ordinal) ? "de-DE" : ""));
    }
}
