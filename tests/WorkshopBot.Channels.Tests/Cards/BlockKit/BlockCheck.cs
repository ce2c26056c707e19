using System.Text.Json;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>Holds blocks and views against what Slack takes: every property known, every text plain and within its limit, nothing in any of them that calls somebody.</summary>
sealed class BlockCheck
{
    readonly List<string> _faults = [];
    readonly HashSet<string> _blockIds = [], _actionIds = [];
    readonly BlockSurface _surface;
    int _content, _charts;

    BlockCheck(BlockSurface surface) => _surface = surface;

    public static IReadOnlyList<string> Blocks(ReadOnlyMemory<byte> blocks, BlockSurface surface)
    {
        using var json = JsonDocument.Parse(blocks, new() { AllowDuplicateProperties = false });
        var check = new BlockCheck(surface);
        check.All(json.RootElement);
        return check._faults;
    }

    public static IReadOnlyList<string> View(ReadOnlyMemory<byte> view)
    {
        using var json = JsonDocument.Parse(view, new() { AllowDuplicateProperties = false });
        var of = json.RootElement;
        var check = new BlockCheck(Text(of, "type") == "modal" ? BlockSurface.Modal : BlockSurface.Home);
        check.That(view.Length <= BlockLimits.ViewBytes, of, "too large");
        if (check._surface == BlockSurface.Modal)
        {
            check.Has(of, "type blocks title close callback_id notify_on_close", "submit private_metadata");
            foreach (var name in (string[])["title", "close", "submit"])
                check.Plain(of, name, BlockLimits.Title, needed: name != "submit");
            check.That(Text(of, "callback_id").Length is > 0 and <= BlockLimits.Id, of, "callback_id");
        }
        else
            check.Has(of, "type blocks", "private_metadata");
        check.That(Text(of, "private_metadata").Length <= BlockLimits.Metadata, of, "private_metadata");
        check.All(of.GetProperty("blocks"));
        check.That(of.TryGetProperty("submit", out _) || check._surface == BlockSurface.Home || !of.GetProperty("blocks").EnumerateArray().Any(block => Text(block, "type") == "input"), of, "inputs and no submit");
        return check._faults;
    }

    void All(JsonElement blocks)
    {
        That(blocks.GetArrayLength() <= (_surface == BlockSurface.Message ? BlockLimits.MessageBlocks : BlockLimits.ViewBlocks), blocks, "too many blocks");
        var before = "";
        foreach (var block in blocks.EnumerateArray())
        {
            One(block, Text(block, "type"));
            That(Text(block, "type") != "divider" || before is not ("" or "divider"), block, "a divider that divides nothing");
            before = Text(block, "type");
        }
        That(before != "divider", blocks, "a divider that divides nothing");
        That(_content <= (_surface == BlockSurface.Message ? BlockLimits.MessageContent : BlockLimits.ViewContent), blocks, $"{_content} characters");
        That(_charts <= BlockLimits.MessageCharts || _surface != BlockSurface.Message, blocks, "charts");
    }

    void One(JsonElement block, string type)
    {
        if (block.TryGetProperty("block_id", out var id))
            That(id.GetString()!.Length is > 0 and <= BlockLimits.Id && _blockIds.Add(id.GetString()!), block, "block_id");
        _content += BlockLimits.Around;
        switch (type)
        {
            case "header":
                Has(block, "type text");
                Plain(block, "text", BlockLimits.Header);
                break;
            case "section":
                Has(block, "type text", "accessory");
                Plain(block, "text", BlockLimits.Text);
                if (block.TryGetProperty("accessory", out var accessory))
                    Button(accessory);
                break;
            case "context":
                Has(block, "type elements");
                Each(block, "elements", BlockLimits.ContextElements, element => Plain(element, BlockLimits.Text));
                break;
            case "divider":
                Has(block, "type");
                break;
            case "image":
                Has(block, "type image_url alt_text");
                That(Text(block, "image_url") is { Length: <= BlockLimits.ImageUrl } url && url.StartsWith("https://", StringComparison.Ordinal), block, "image_url");
                Said(block, Text(block, "alt_text"), BlockLimits.ImageAlt);
                break;
            case "rich_text":
                Has(block, "type elements");
                Each(block, "elements", int.MaxValue, Rich);
                break;
            case "actions":
                Has(block, "type elements");
                Each(block, "elements", BlockLimits.ButtonRow, Button);
                break;
            case "input":
                Has(block, "type block_id optional label element", "hint");
                Plain(block, "label", BlockLimits.InputLabel);
                Plain(block, "hint", BlockLimits.InputHint, needed: false);
                That(BlockAction.Input(Text(block, "block_id")) == Text(block.GetProperty("element"), "action_id"), block, "block_id");
                Input(block.GetProperty("element"));
                break;
            case "data_visualization" when _surface != BlockSurface.Modal:
                _charts++;
                Chart(block);
                break;
            default:
                That(false, block, "no block of this surface");
                break;
        }
    }

    void Rich(JsonElement part)
    {
        _content += BlockLimits.Around;
        Has(part, Text(part, "type") == "rich_text_list" ? "type style elements" : "type elements");
        if (Text(part, "type") == "rich_text_list")
            Each(part, "elements", int.MaxValue, Rich);
        else
        {
            That(Text(part, "type") == "rich_text_section", part, "no part of rich text");
            // Nobody is called and nothing is linked by a leaf: there is no other kind than text.
            Each(part, "elements", int.MaxValue, leaf =>
            {
                Has(leaf, "type text", "style");
                That(Text(leaf, "type") == "text" && Text(leaf, "text").Length is > 0 and <= BlockLimits.Text, leaf, "a leaf that is no text");
                if (leaf.TryGetProperty("style", out var style))
                    That(style.EnumerateObject().Any() && style.EnumerateObject().All(look => look.Name is "bold" or "italic" or "strike" && look.Value.ValueKind == JsonValueKind.True), leaf, "style");
                _content += BlockLimits.Around + Text(leaf, "text").Length;
            });
        }
    }

    void Button(JsonElement button)
    {
        Has(button, "type text action_id", "value url style");
        That(Text(button, "type") == "button" && Text(button, "action_id") is { Length: > 0 and <= BlockLimits.Id } name && _actionIds.Add(name), button, "action_id");
        Plain(button, "text", BlockLimits.ButtonText);
        That(Text(button, "style") is "" or "primary" or "danger", button, "style");
        if (button.TryGetProperty("url", out var url))
            That(Uri.TryCreate(url.GetString(), UriKind.Absolute, out var link) && link.Scheme is "https" or "http" && url.GetString()!.Length <= BlockLimits.ButtonUrl && BlockAction.Verb(Text(button, "action_id")).Length == 0, button, "url");
        else
            That(Text(button, "value").Length <= BlockLimits.ButtonValue && BlockAction.Data(Text(button, "value")) is not null && ActionData.IsVerb(BlockAction.Verb(Text(button, "action_id"))), button, "value");
    }

    void Input(JsonElement element)
    {
        var type = Text(element, "type");
        That(_actionIds.Add(Text(element, "action_id")), element, "action_id");
        Plain(element, "placeholder", BlockLimits.Placeholder, needed: false);
        switch (type)
        {
            case "plain_text_input":
                Has(element, "type action_id multiline max_length", "initial_value placeholder");
                That(element.GetProperty("max_length").GetInt32() is > 0 and <= BlockLimits.InputValue and var most && Text(element, "initial_value").Length <= most, element, "max_length");
                break;
            case "number_input" when _surface == BlockSurface.Modal:
                Has(element, "type action_id is_decimal_allowed", "initial_value min_value max_value placeholder");
                break;
            case "datepicker":
                Has(element, "type action_id", "initial_date placeholder");
                That(Text(element, "initial_date").Length is 0 or 10, element, "initial_date");
                break;
            case "timepicker":
                Has(element, "type action_id", "initial_time placeholder");
                That(Text(element, "initial_time").Length is 0 or 5, element, "initial_time");
                break;
            case "external_select" or "multi_external_select":
                Has(element, "type action_id min_query_length", "initial_option initial_options placeholder");
                Chosen(element, null);
                break;
            case "conversations_select" when _surface == BlockSurface.Modal:
                Has(element, "type action_id default_to_current_conversation filter");
                break;
            case "static_select" or "multi_static_select":
                Has(element, "type action_id options", "initial_option initial_options placeholder");
                Chosen(element, BlockLimits.Options);
                break;
            case "radio_buttons" or "checkboxes":
                Has(element, "type action_id options", "initial_option initial_options");
                Chosen(element, BlockLimits.Boxes);
                break;
            default:
                That(false, element, "no input of this surface");
                break;
        }
    }

    void Chosen(JsonElement element, int? most)
    {
        var all = new List<string>();
        var many = Text(element, "type") is "checkboxes" or "multi_static_select" or "multi_external_select";
        if (most is not null)
            Each(element, "options", most.Value, option =>
            {
                Option(option);
                all.Add(option.GetRawText());
            });
        That(!element.TryGetProperty(many ? "initial_option" : "initial_options", out _), element, "chosen");
        if (element.TryGetProperty("initial_option", out var one))
            That(most is null || all.Contains(one.GetRawText()), element, "initial_option");
        if (element.TryGetProperty("initial_options", out var some))
            That(some.GetArrayLength() > 0 && (most is null || some.EnumerateArray().All(option => all.Contains(option.GetRawText()))), element, "initial_options");
    }

    void Option(JsonElement option)
    {
        Has(option, "text value", "description");
        // What can be chosen is no text of the message.
        var content = _content;
        Plain(option, "text", BlockLimits.OptionText);
        Plain(option, "description", BlockLimits.OptionDescription, needed: false);
        _content = content;
        That(Text(option, "value").Length is > 0 and <= BlockLimits.OptionValue, option, "value");
    }

    void Chart(JsonElement block)
    {
        Has(block, "type title chart");
        Said(block, Text(block, "title"), BlockLimits.ChartTitle);
        var chart = block.GetProperty("chart");
        Has(chart, "type series axis_config");
        var labels = chart.GetProperty("axis_config").GetProperty("categories").EnumerateArray().Select(label => label.GetString()!).ToArray();
        That(Text(chart, "type") == "line" && labels.Length is > 0 and <= BlockLimits.ChartPoints && labels.Distinct().Count() == labels.Length, block, "categories");
        foreach (var label in labels)
            Said(block, label, BlockLimits.ChartLabel);
        var names = new HashSet<string>();
        Each(chart, "series", BlockLimits.ChartSeries, series =>
        {
            Has(series, "name data");
            Said(series, Text(series, "name"), BlockLimits.ChartLabel);
            That(names.Add(Text(series, "name")) && series.GetProperty("data").EnumerateArray().Select(point => Text(point, "label")).SequenceEqual(labels) && series.GetProperty("data").EnumerateArray().All(point => point.GetProperty("value").ValueKind == JsonValueKind.Number), series, "series");
        });
    }

    void Plain(JsonElement of, string name, int most, bool needed = true)
    {
        if (of.TryGetProperty(name, out var text))
            Plain(text, most);
        else
            That(!needed, of, $"no {name}");
    }

    void Plain(JsonElement text, int most)
    {
        Has(text, "type text emoji");
        That(Text(text, "type") == "plain_text" && text.GetProperty("emoji").ValueKind == JsonValueKind.False, text, "not plain");
        Said(text, Text(text, "text"), most);
    }

    void Said(JsonElement of, string text, int most)
    {
        That(!string.IsNullOrWhiteSpace(text) && text.Length <= most && text.Trim().Length == text.Length && !text.Contains('\n', StringComparison.Ordinal), of, "a text that is empty, too long or no line");
        _content += text.Length;
    }

    void Each(JsonElement of, string name, int most, Action<JsonElement> check)
    {
        That(of.GetProperty(name).GetArrayLength() is > 0 and var count && count <= most, of, name);
        foreach (var item in of.GetProperty(name).EnumerateArray())
            check(item);
    }

    void Has(JsonElement of, string needed, string also = "")
    {
        string[] names = [.. of.EnumerateObject().Select(property => property.Name)], must = needed.Split(' ');
        That(must.All(names.Contains) && names.Except(must).All(name => also.Split(' ').Contains(name)), of, $"properties {string.Join(' ', names)}");
    }

    void That(bool holds, JsonElement of, string fault)
    {
        if (!holds)
            _faults.Add($"{fault}: {of.GetRawText()[..Math.Min(300, of.GetRawText().Length)]}");
    }

    static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
