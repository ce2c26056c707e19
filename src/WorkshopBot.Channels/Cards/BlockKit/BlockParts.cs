using System.Collections.Immutable;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Parts a text that is too long for one block into several, between lines or else between words.</summary>
static class BlockParts
{
    public static IEnumerable<Block> Of(Block block) => block switch
    {
        Block.Aside { Text.Length: > BlockLimits.Text } aside => Pieces(aside.Text).Select(piece => aside with { Text = piece }),
        Block.Paragraph paragraph when Size(paragraph.Lines) > BlockLimits.Text => Paragraphs(paragraph),
        _ => [block],
    };

    /// <summary>The line up to so many characters, and what is left of it.</summary>
    public static (BlockLine Head, BlockLine? Tail) Cut(BlockLine line, int most)
    {
        var head = ImmutableArray.CreateBuilder<BlockRun>();
        for (var i = 0; i < line.Runs.Length; i++)
        {
            var run = line.Runs[i];
            if (run.Text.Length > most)
            {
                var end = BlockText.End(run.Text, most);
                if (end > 0)
                    head.Add(run with { Text = run.Text[..end] });
                var rest = line.Runs[(i + 1)..].Insert(0, run with { Text = run.Text[end..].TrimStart() });
                return (line with { Runs = head.ToImmutable() }, line with { Runs = BlockLook.Whole(rest) });
            }
            head.Add(run);
            most -= run.Text.Length;
        }
        return (line, null);
    }

    static IEnumerable<string> Pieces(string text)
    {
        for (var left = text; left.Length > 0;)
        {
            var end = BlockText.End(left, BlockLimits.Text);
            yield return left[..end].TrimEnd();
            left = left[end..].TrimStart();
        }
    }

    static IEnumerable<Block> Paragraphs(Block.Paragraph paragraph)
    {
        var lines = ImmutableArray.CreateBuilder<BlockLine>();
        var size = 0;
        foreach (var line in paragraph.Lines.SelectMany(Pieces))
        {
            if (lines.Count > 0 && size + line.Length + 1 > BlockLimits.Text)
            {
                yield return paragraph with { Lines = lines.ToImmutable() };
                lines.Clear();
                size = 0;
            }
            lines.Add(line);
            size += line.Length + 1;
        }
        yield return paragraph with { Lines = lines.ToImmutable() };
    }

    static IEnumerable<BlockLine> Pieces(BlockLine line)
    {
        for (BlockLine? left = line; left is { Runs.IsEmpty: false };)
        {
            (var head, left) = Cut(left, BlockLimits.Text - 1);
            yield return head;
        }
    }

    static int Size(ImmutableArray<BlockLine> lines) => lines.Sum(line => line.Length + 1);
}
