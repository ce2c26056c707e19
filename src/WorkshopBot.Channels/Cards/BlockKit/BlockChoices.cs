using System.Text.Json;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Writes what is chosen from: boxes and round buttons where they are few and meant to be seen, else a list; a list that is looked up elsewhere where there are too many.</summary>
sealed class BlockChoices(Utf8JsonWriter json)
{
    public void Set(JsonElement of)
    {
        var choices = Each(of, "choices").ToArray();
        var many = Text(of, "isMultiSelect") == bool.TrueString;
        var chosen = many ? Text(of, "value").Split(',', StringSplitOptions.RemoveEmptyEntries) : [Text(of, "value")];
        JsonElement[] initial = [.. choices.Where(choice => chosen.Contains(Text(choice, "value"), StringComparer.Ordinal))];
        var elsewhere = Text(of, "dataset").Length > 0;
        if (!elsewhere && choices.Length is 0 or > BlockLimits.Options)
            throw BlockKit.Wrong($"There are 1 to {BlockLimits.Options} choices, or they are looked up.");
        var seen = !elsewhere && choices.Length <= BlockLimits.Boxes && string.Equals(Text(of, "style"), "expanded", StringComparison.OrdinalIgnoreCase);
        json.WriteString("type", (elsewhere, seen, many) switch
        {
            (true, _, true) => "multi_external_select",
            (true, _, false) => "external_select",
            (_, true, true) => "checkboxes",
            (_, true, false) => "radio_buttons",
            (_, _, true) => "multi_static_select",
            _ => "static_select",
        });
        if (elsewhere)
            json.WriteNumber("min_query_length", 0);
        else
            Options("options", choices);
        if (many && initial.Length > 0)
            Options("initial_options", initial);
        else if (initial.Length > 0)
        {
            json.WritePropertyName("initial_option");
            Option(initial[0]);
        }
        if (!seen && BlockText.Folded(Text(of, "placeholder")).Trim() is { Length: > 0 } hint)
            BlockWriter.Plain(json, "placeholder", BlockText.Short(hint, BlockLimits.Placeholder));
    }

    public void Toggle(JsonElement of)
    {
        var on = Text(of, "valueOn") is { Length: > 0 } declared ? declared : "true";
        json.WriteString("type", "checkboxes");
        foreach (var name in Text(of, "value") == on ? (ReadOnlySpan<string>)["options", "initial_options"] : ["options"])
        {
            json.WriteStartArray(name);
            Option(json, Text(of, "title"), on);
            json.WriteEndArray();
        }
    }

    void Options(string name, IEnumerable<JsonElement> choices)
    {
        json.WriteStartArray(name);
        foreach (var choice in choices)
            Option(choice);
        json.WriteEndArray();
    }

    void Option(JsonElement choice) => Option(json, Text(choice, "title"), Text(choice, "value"));

    /// <summary>One choice. A long title goes on in the line below, and says so where even that ends.</summary>
    public static void Option(Utf8JsonWriter json, string title, string value)
    {
        title = BlockText.Folded(title).Trim();
        if (title.Length == 0 || value.Length is 0 or > BlockLimits.OptionValue)
            throw BlockKit.Wrong($"A choice has a title and sends 1 to {BlockLimits.OptionValue} characters.");
        var end = BlockText.End(title, BlockLimits.OptionText);
        json.WriteStartObject();
        BlockWriter.Plain(json, "text", title[..end].TrimEnd());
        json.WriteString("value", value);
        if (end < title.Length)
            BlockWriter.Plain(json, "description", BlockText.Short(title[end..].TrimStart(), BlockLimits.OptionDescription));
        json.WriteEndObject();
    }
}
