using System.Collections.Immutable;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>A paragraph as Slack's rich text has it: stretches of lines, plain or listed, and in them as few leaves as their looks allow.</summary>
static class BlockLeaves
{
    /// <summary>Lines that stand together, and whether they are a list.</summary>
    public static IEnumerable<(bool Listed, ImmutableArray<BlockLine> Lines)> Stretches(ImmutableArray<BlockLine> lines)
    {
        for (int from = 0, to; from < lines.Length; from = to)
        {
            for (to = from + 1; to < lines.Length && lines[to].Listed == lines[from].Listed; to++) { }
            yield return (lines[from].Listed, lines[from..to]);
        }
    }

    /// <summary>The leaves of lines that stand in one section; a line ends within a plain one.</summary>
    public static List<BlockRun> Of(IEnumerable<BlockLine> lines)
    {
        var leaves = new List<BlockRun>();
        foreach (var line in lines)
        {
            if (leaves.Count > 0)
                Append(new("\n"));
            foreach (var run in line.Runs)
                Append(run);
        }
        return leaves;

        void Append(BlockRun run)
        {
            if (leaves.Count > 0 && leaves[^1] with { Text = "" } == run with { Text = "" })
                leaves[^1] = run with { Text = leaves[^1].Text + run.Text };
            else
                leaves.Add(run);
        }
    }

    /// <summary>What a paragraph is counted with.</summary>
    public static int Size(ImmutableArray<BlockLine> lines) => Stretches(lines).Sum(stretch =>
        BlockLimits.Around + (stretch.Listed
            ? stretch.Lines.Sum(line => BlockLimits.Around + Size(Of([line])))
            : Size(Of(stretch.Lines))));

    static int Size(List<BlockRun> leaves) => leaves.Sum(leaf => BlockLimits.Around + leaf.Text.Length);
}
