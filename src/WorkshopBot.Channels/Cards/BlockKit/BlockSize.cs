namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>What a block is counted with: the characters people read in it, and something for each of its parts.</summary>
static class BlockSize
{
    public static int Of(Block block) => BlockLimits.Around + block switch
    {
        Block.Header header => Text(header.Text),
        Block.Aside aside => Text(aside.Text),
        Block.Paragraph paragraph => BlockLeaves.Size(paragraph.Lines),
        Block.Image image => image.Alt.Length,
        Block.Buttons buttons => buttons.Row.Sum(button => BlockLimits.Around + Text(button.Title)),
        Block.Chart chart => Text(chart.Title) + chart.Series.Sum(series => Text(series.Name) + chart.Labels.Sum(label => Text(label) * 2)),
        Block.Input input => BlockInputs.Size(input),
        _ => 0,
    };

    /// <summary>How many things it says, for whoever does not get to see it.</summary>
    public static int Things(Block block) => block switch
    {
        Block.Paragraph paragraph => paragraph.Lines.Count(line => !line.Heads),
        Block.Aside or Block.Image or Block.Chart => 1,
        _ => 0,
    };

    static int Text(string text) => BlockLimits.Around + text.Length;
}
