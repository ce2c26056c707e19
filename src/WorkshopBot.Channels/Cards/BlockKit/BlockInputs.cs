using System.Globalization;
using System.Text.Json;
using WorkshopBot.Channels.Words;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Writes inputs, each in a block of its own, filled in as the card has it.</summary>
sealed class BlockInputs(Utf8JsonWriter json, BlockSurface surface, string language)
{
    readonly BlockChoices _choices = new(json);

    /// <summary>What an input is counted with; what is filled in already or can be chosen is no text of the card.</summary>
    public static int Size(Block.Input input) =>
        (BlockLimits.Around * 3) + input.Hint.Length + Text(input.Of, "label").Length + Math.Min(Text(input.Of, "placeholder").Length, BlockLimits.Placeholder);

    public void Write(Block.Input input)
    {
        var (of, id, label) = (input.Of, Text(input.Of, "id"), BlockText.Folded(Text(input.Of, "label")).Trim());
        if (id.Length == 0 || BlockAction.Block(id).Length > BlockLimits.Id)
            throw BlockKit.Wrong("An input has an id, and it is short.");
        // What is typed into a list on a message that one person sees comes with nothing but the names of its block.
        var asks = Text(of, "dataset") is { Length: > 0 } dataset && BlockAction.Block(id, dataset) is { Length: <= BlockLimits.Id } named ? named : BlockAction.Block(id);
        if (label.Length is 0 or > BlockLimits.InputLabel)
            throw BlockKit.Wrong($"An input has a label of 1 to {BlockLimits.InputLabel} characters.");
        json.WriteString("type", "input");
        json.WriteString("block_id", asks);
        json.WriteBoolean("optional", Text(of, "isRequired") != bool.TrueString);
        BlockWriter.Plain(json, "label", label);
        json.WriteStartObject("element");
        var more = Element(of);
        json.WriteString("action_id", id);
        json.WriteEndObject();
        if ((more.Length == 0 ? input.Hint : input.Hint.Length == 0 ? more : $"{more} {input.Hint}") is { Length: > 0 } hint)
            BlockWriter.Plain(json, "hint", BlockText.Short(hint, BlockLimits.InputHint));
    }

    /// <summary>What has to be said below it too.</summary>
    string Element(JsonElement of)
    {
        switch (Text(of, "type"))
        {
            case "Input.Text":
                return Words(of, Text(of, "isMultiline") == bool.TrueString);
            case "Input.Number" when surface == BlockSurface.Modal:
                Number(of);
                return "";
            case "Input.Number":
                return Words(of, lines: false);
            case "Input.Date":
                Day(of, "datepicker", "initial_date", DateOnly.TryParseExact(Text(of, "value"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
                return "";
            case "Input.Time":
                Day(of, "timepicker", "initial_time", TimeOnly.TryParseExact(Text(of, "value"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
                return "";
            case "Input.Toggle":
                _choices.Toggle(of);
                return "";
            default:
                _choices.Set(of);
                return "";
        }
    }

    string Words(JsonElement of, bool lines)
    {
        var value = Text(of, "value");
        json.WriteString("type", "plain_text_input");
        json.WriteBoolean("multiline", lines);
        var most = of.TryGetProperty("maxLength", out var length) && length.TryGetInt32(out var max) && max > 0 ? Math.Min(max, BlockLimits.InputValue) : BlockLimits.InputValue;
        // What is there already may be too long, which the form says; it has to fit all the same.
        json.WriteNumber("max_length", Math.Clamp(value.Length, most, BlockLimits.InputValue));
        Hint(of, "");
        if (value.Length > 0)
            json.WriteString("initial_value", value.Length <= BlockLimits.InputValue ? value : value[..BlockText.End(value, BlockLimits.InputValue)]);
        return value.Length > BlockLimits.InputValue ? Speech.Say("more-characters", language, value.Length - BlockText.End(value, BlockLimits.InputValue)) : "";
    }

    void Number(JsonElement of)
    {
        json.WriteString("type", "number_input");
        json.WriteBoolean("is_decimal_allowed", true);
        foreach (var (name, its) in (ReadOnlySpan<(string, string)>)[("value", "initial_value"), ("min", "min_value"), ("max", "max_value")])
            if (of.TryGetProperty(name, out var number) && number.TryGetDecimal(out var value))
                json.WriteString(its, value.ToString(CultureInfo.InvariantCulture));
        Hint(of, "");
    }

    // What cannot be shown as a day or a time is shown where an example would stand.
    void Day(JsonElement of, string type, string initial, bool valid)
    {
        json.WriteString("type", type);
        if (valid)
            json.WriteString(initial, Text(of, "value"));
        Hint(of, valid ? "" : Text(of, "value"));
    }

    void Hint(JsonElement of, string instead)
    {
        if (BlockText.Folded(instead.Length > 0 ? instead : Text(of, "placeholder")).Trim() is { Length: > 0 } hint)
            BlockWriter.Plain(json, "placeholder", BlockText.Short(hint, BlockLimits.Placeholder));
    }
}
