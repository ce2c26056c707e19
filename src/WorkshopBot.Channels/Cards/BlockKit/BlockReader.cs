using System.Collections.Immutable;
using System.Text.Json;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Reads a bound card into blocks, in its order; how much of them fits is not its business.</summary>
sealed class BlockReader
{
    readonly List<Block> _blocks = [];
    readonly BlockSurface _surface;
    readonly string _language;
    readonly bool _charts;
    readonly BlockButtons _buttons;
    int _item, _items, _drawn;
    bool _apart = true;

    BlockReader(BlockSurface surface, string language, string kept, bool charts, IReadOnlySet<string> inputs) =>
        (_surface, _language, _charts, _buttons) = (surface, language, charts, new(language, kept, submits: inputs.Count > 0 && surface == BlockSurface.Modal, surface == BlockSurface.Modal ? inputs : new HashSet<string>()));

    public IReadOnlyList<Block> Blocks => _blocks;

    public BlockSubmit? Submit => _buttons.Submit;

    public bool HasCharts => _drawn > 0;

    public static BlockReader Read(JsonElement card, BlockSurface surface, string language, string kept, bool charts)
    {
        var inputs = Inputs(card, "body").ToHashSet(StringComparer.Ordinal);
        var reader = new BlockReader(surface, language, kept, charts, inputs);
        reader.Body(card, "body");
        reader.Buttons(card);
        return inputs.Count > 0 && surface == BlockSurface.Modal && reader.Submit is null ? throw BlockKit.Wrong("It has inputs and no button that sends them.") : reader;
    }

    static IEnumerable<string> Inputs(JsonElement of, string name) =>
        Each(of, name).SelectMany(part => Text(part, "type").StartsWith("Input.", StringComparison.Ordinal) ? [Text(part, "id")] : Inputs(part, "items").Concat(Inputs(part, "columns")));

    void Body(JsonElement of, string name)
    {
        var elements = Each(of, name).ToArray();
        for (var i = 0; i < elements.Length; i++)
        {
            if (Is(elements[i], "separator", bool.TrueString) && _blocks.Count > 0 && _blocks[^1] is not Block.Divider)
                Add(new Block.Divider());
            _apart |= !(Is(elements[i], "spacing", "none") || Is(elements[i], "spacing", "small"));
            var next = i + 1 < elements.Length ? elements[i + 1] : default;
            if (Element(elements[i], next))
                i++;
        }
    }

    /// <summary>True when it has taken the next along.</summary>
    bool Element(JsonElement element, JsonElement next)
    {
        switch (Text(element, "type"))
        {
            case "TextBlock":
                TextBlock(element, next);
                break;
            case "RichTextBlock":
                Runs(element);
                break;
            case "FactSet":
                foreach (var fact in Each(element, "facts"))
                    Line([new(Pair(Text(fact, "title"), " ").TrimEnd() + " ", Bold: true), new(Text(fact, "value"))]);
                break;
            case "Container":
                Container(element);
                break;
            case "ColumnSet":
                Columns(element);
                break;
            case "Image":
                Image(Text(element, "url"), BlockText.Folded(Text(element, "altText")));
                break;
            case "ActionSet":
                Buttons(element);
                break;
            case "Chart.Line":
                Chart(element);
                break;
            case "Input.Text" or "Input.Number" or "Input.Date" or "Input.Time" or "Input.ChoiceSet" or "Input.Toggle":
                var hint = BlockLook.Hint(next);
                Add(new Block.Input(element.Clone(), hint) { Stays = true });
                return hint.Length > 0;
            case var other:
                throw BlockKit.Wrong($"'{other}' is not in the card subset (docs/cards.md).");
        }
        return false;
    }

    void TextBlock(JsonElement element, JsonElement next)
    {
        var text = Text(element, "text");
        if (Is(element, "style", "heading"))
        {
            if (Is(element, "size", "small") && BlockLook.IsTitle(next))
                Aside(text);
            else
                Heading([new(text, Bold: true)]);
        }
        else if (BlockLook.IsSubtle(element) || Is(element, "size", "small"))
            Aside(text);
        else
            Line([BlockLook.Run(element)]);
    }

    void Runs(JsonElement element)
    {
        var runs = Each(element, "inlines").ToArray();
        if (BlockLook.IsTitle(element))
            Heading([.. runs.Select(BlockLook.Run)]);
        else if (runs.All(BlockLook.IsSubtle))
            Aside(string.Concat(runs.Select(run => Text(run, "text"))));
        else if (runs.Length > 1 && Text(runs[0], "text") == BlockLook.Bullet)
            Line([.. runs.Skip(1).Select(BlockLook.Run)], listed: true);
        else
            Line([.. runs.Select(BlockLook.Run)]);
    }

    void Heading(ImmutableArray<BlockRun> runs)
    {
        if (BlockLook.Whole(runs) is not { IsEmpty: false } whole)
            return;
        if (whole.Sum(run => run.Text.Length) <= BlockLimits.Header)
            Add(new Block.Header(string.Concat(whole.Select(run => run.Text))) { Stays = !_blocks.Exists(block => block is Block.Header) });
        else
            Line([.. whole.Select(run => run with { Bold = true })]);
        _apart = true;
    }

    void Aside(string text)
    {
        if (BlockText.Folded(text).Trim() is { Length: > 0 } whole)
            Add(new Block.Aside(whole));
    }

    void Line(ImmutableArray<BlockRun> runs, bool listed = false)
    {
        if (BlockLook.Whole(runs) is not { IsEmpty: false } whole)
            return;
        if (!_apart && _blocks.LastOrDefault() is Block.Paragraph paragraph && paragraph.Item == _item)
            _blocks[^1] = paragraph with { Lines = paragraph.Lines.Add(new(whole, listed)) };
        else
            Add(new Block.Paragraph([new(whole, listed)]));
    }

    void Container(JsonElement element)
    {
        var outer = _item;
        if (Each(element, "items").Any(item => Text(item, "type") == "ActionSet"))
            _item = ++_items;
        _apart = true;
        Body(element, "items");
        _apart = true;
        _item = outer;
    }

    // What stands side by side in one line each is one line; anything longer is read one after the other.
    void Columns(JsonElement set)
    {
        var columns = Each(set, "columns").Select(column =>
        {
            var from = _blocks.Count;
            _apart = true;
            Body(column, "items");
            var read = _blocks[from..];
            _blocks.RemoveRange(from, read.Count);
            return read;
        }).Where(column => column.Count > 0).ToArray();
        _apart = true;
        if (columns.All(column => column is [Block.Paragraph { Lines.Length: 1 }]))
            Line([.. columns.SelectMany((column, i) => i == 0 ? ((Block.Paragraph)column[0]).Lines[0].Runs : ((Block.Paragraph)column[0]).Lines[0].Runs.Insert(0, new(" · ")))]);
        else
            foreach (var block in columns.SelectMany(column => column))
                Add(block);
    }

    void Image(string url, string alt)
    {
        if (url.StartsWith("https://", StringComparison.Ordinal) && url.Length <= BlockLimits.ImageUrl && alt.Trim() is { Length: > 0 and <= BlockLimits.ImageAlt } said)
            Add(new Block.Image(url, said));
        else
            Line([new(alt)]);
    }

    void Chart(JsonElement element)
    {
        if (_charts && (_surface != BlockSurface.Message || _drawn < BlockLimits.MessageCharts) && BlockChart.Read(element) is { } chart)
        {
            _drawn++;
            Add(chart);
        }
        else
            Element(element.GetProperty("fallback"), default);
    }

    void Buttons(JsonElement of)
    {
        foreach (var row in _buttons.Read(of).Chunk(BlockLimits.ButtonRow))
            Add(new Block.Buttons([.. row]) { Stays = _item == 0 });
        foreach (var said in _buttons.TakeSaid())
        {
            _apart = true;
            Line([new(said)]);
        }
    }

    void Add(Block block)
    {
        _blocks.Add(block with { Item = block.Item == 0 ? _item : block.Item });
        _apart = false;
    }

    static bool Is(JsonElement of, string name, string value) => string.Equals(Text(of, name), value, StringComparison.OrdinalIgnoreCase);
}
