using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>What a card becomes before it is JSON: a closed family, each a block that every surface shows.</summary>
abstract record Block
{
    private Block() { }

    /// <summary>The thing of a list it belongs to, buttons and all; 0 for none.</summary>
    public int Item { get; init; }

    /// <summary>It stays, whatever else has to give way.</summary>
    public bool Stays { get; init; }

    public sealed record Header(string Text) : Block;

    /// <summary>Lines of one paragraph.</summary>
    public sealed record Paragraph(ImmutableArray<BlockLine> Lines) : Block;

    /// <summary>Something said in passing.</summary>
    public sealed record Aside(string Text) : Block;

    public sealed record Divider : Block;

    public sealed record Image(string Url, string Alt) : Block;

    /// <summary>Something to fill in.</summary>
    /// <param name="Of">The input of the card.</param>
    /// <param name="Hint">Said below it; empty for nothing.</param>
    public sealed record Input(JsonElement Of, string Hint) : Block;

    public sealed record Buttons(ImmutableArray<BlockButton> Row) : Block;

    public sealed record Chart(string Title, ImmutableArray<string> Labels, ImmutableArray<BlockSeries> Series) : Block;
}

/// <summary>A line of text; listed, it is one of a list and has a bullet.</summary>
sealed record BlockLine(ImmutableArray<BlockRun> Runs, bool Listed = false)
{
    public int Length => Runs.Sum(run => run.Text.Length);

    /// <summary>It is bold throughout, so it heads what comes below it.</summary>
    public bool Heads => Runs.All(run => run.Bold);
}

/// <summary>Text of one look within a line.</summary>
readonly record struct BlockRun(string Text, bool Bold = false, bool Italic = false, bool Struck = false);

/// <summary>A button: its value is what it carries, as JSON, and empty for a link; its url is empty for all others.</summary>
sealed record BlockButton(string Title, string Name, string Value, string Url, string Style);

/// <summary>A line of a chart, a number for each label.</summary>
sealed record BlockSeries(string Name, ImmutableArray<decimal> Values);
