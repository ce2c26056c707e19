using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Writes blocks as JSON. Every text is plain or a leaf of rich text, so Slack reads no markup in any.</summary>
sealed class BlockWriter(Utf8JsonWriter json, BlockSurface surface, string language)
{
    readonly BlockInputs _inputs = new(json, surface, language);

    public void Write(IReadOnlyList<Block> blocks)
    {
        json.WriteStartArray();
        foreach (var block in blocks)
        {
            json.WriteStartObject();
            One(block);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A text that is no markup; what stands between colons in it is not made a picture.</summary>
    public static void Plain(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "plain_text");
        json.WriteString("text", text);
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    /// <summary>The same, for blocks that are put together by hand.</summary>
    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    void One(Block block)
    {
        switch (block)
        {
            case Block.Header header:
                json.WriteString("type", "header");
                Plain(json, "text", header.Text);
                break;
            case Block.Aside aside:
                json.WriteString("type", "context");
                json.WriteStartArray("elements");
                json.WriteStartObject();
                json.WriteString("type", "plain_text");
                json.WriteString("text", aside.Text);
                json.WriteBoolean("emoji", false);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case Block.Paragraph paragraph:
                json.WriteString("type", "rich_text");
                json.WriteStartArray("elements");
                foreach (var (listed, lines) in BlockLeaves.Stretches(paragraph.Lines))
                    if (listed)
                        List(lines);
                    else
                        Section(BlockLeaves.Of(lines));
                json.WriteEndArray();
                break;
            case Block.Divider:
                json.WriteString("type", "divider");
                break;
            case Block.Image image:
                json.WriteString("type", "image");
                json.WriteString("image_url", image.Url);
                json.WriteString("alt_text", image.Alt);
                break;
            case Block.Input input:
                _inputs.Write(input);
                break;
            case Block.Buttons buttons:
                json.WriteString("type", "actions");
                json.WriteStartArray("elements");
                foreach (var button in buttons.Row)
                    Button(button);
                json.WriteEndArray();
                break;
            case Block.Chart chart:
                Chart(chart);
                break;
        }
    }

    void List(IEnumerable<BlockLine> lines)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text_list");
        json.WriteString("style", "bullet");
        json.WriteStartArray("elements");
        foreach (var line in lines)
            Section(BlockLeaves.Of([line]));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Section(List<BlockRun> leaves)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text_section");
        json.WriteStartArray("elements");
        foreach (var leaf in leaves)
        {
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", leaf.Text);
            if (leaf.Bold || leaf.Italic || leaf.Struck)
            {
                json.WriteStartObject("style");
                if (leaf.Bold)
                    json.WriteBoolean("bold", true);
                if (leaf.Italic)
                    json.WriteBoolean("italic", true);
                if (leaf.Struck)
                    json.WriteBoolean("strike", true);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Button(BlockButton button)
    {
        json.WriteStartObject();
        json.WriteString("type", "button");
        json.WriteString("action_id", button.Name);
        Plain(json, "text", button.Title);
        if (button.Url.Length > 0)
            json.WriteString("url", button.Url);
        if (button.Value.Length > 0)
            json.WriteString("value", button.Value);
        if (button.Style.Length > 0)
            json.WriteString("style", button.Style);
        json.WriteEndObject();
    }

    void Chart(Block.Chart chart)
    {
        json.WriteString("type", "data_visualization");
        json.WriteString("title", chart.Title);
        json.WriteStartObject("chart");
        json.WriteString("type", "line");
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("name", series.Name);
            json.WriteStartArray("data");
            for (var i = 0; i < chart.Labels.Length; i++)
            {
                json.WriteStartObject();
                json.WriteString("label", chart.Labels[i]);
                json.WriteNumber("value", series.Values[i]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("axis_config");
        json.WriteStartArray("categories");
        foreach (var label in chart.Labels)
            json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
