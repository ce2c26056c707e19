using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>
/// Makes blocks fit what a surface takes. Rules between them go first, then the ends of lines that are too long, then the last lines; each says how much is missing. Buttons and inputs stay.
/// </summary>
sealed class BlockFit(BlockSurface surface, string language)
{
    /// <summary>Characters that a line may have where not all fits, so that one line cannot take the place of all others.</summary>
    const int LongLine = 1000;

    readonly int _blocks = surface == BlockSurface.Message ? BlockLimits.MessageBlocks : BlockLimits.ViewBlocks;
    readonly int _content = surface == BlockSurface.Message ? BlockLimits.MessageContent : BlockLimits.ViewContent;

    public IReadOnlyList<Block> Fit(IReadOnlyList<Block> blocks)
    {
        // Parts are never less than the whole.
        List<Block> fit = blocks.Sum(BlockSize.Of) <= _content ? [.. blocks.SelectMany(BlockParts.Of)] : [];
        if (fit.Count > _blocks)
            fit.RemoveAll(block => block is Block.Divider);
        if (fit.Count > 0 && Fits(fit))
            return fit;
        fit = [.. blocks.Where(block => block is not Block.Divider).Select(Shortened).SelectMany(BlockParts.Of)];
        return Fits(fit) ? fit : Cut(fit);
    }

    /// <summary>The text of a message, as its field wants it: nothing in it calls anybody, and it is no longer than an edit may make it.</summary>
    public static string Text(string text, string language)
    {
        var whole = BlockText.Escaped(text);
        if (whole.Length <= BlockLimits.MessageText)
            return whole;
        string[] lines = [.. text.Split('\n').Select(line => BlockText.Escaped(BlockText.Short(line, LongLine / 2)))];
        var (count, length, most) = (0, 0, BlockLimits.MessageText - 100);
        while (count < lines.Length && length + lines[count].Length + 1 <= most)
            length += lines[count++].Length + 1;
        return count == lines.Length ? string.Join('\n', lines) : string.Join('\n', lines.Take(count).Append(Speech.Say("more", language, lines.Skip(count).Count(line => line.Length > 0))));
    }

    bool Fits(List<Block> blocks) => blocks.Count <= _blocks && blocks.Sum(BlockSize.Of) <= _content;

    Block Shortened(Block block) => block switch
    {
        Block.Paragraph paragraph => paragraph with { Lines = [.. paragraph.Lines.Select(Shortened)] },
        Block.Aside { Text.Length: > LongLine } aside => aside with { Text = Shortened(new BlockLine([new(aside.Text)])).Runs.Aggregate("", (text, run) => text + run.Text) },
        _ => block,
    };

    BlockLine Shortened(BlockLine line)
    {
        if (line.Length <= LongLine || BlockParts.Cut(line, LongLine) is not { Tail: { } tail } cut)
            return line;
        return line with { Runs = [.. cut.Head.Runs, new($"… {Speech.Say("more-characters", language, tail.Length)}", Italic: true)] };
    }

    List<Block> Cut(List<Block> blocks)
    {
        var link = blocks.OfType<Block.Buttons>().SelectMany(row => row.Row).LastOrDefault(button => button.Url.Length > 0)?.Title;
        Block.Aside More(int count) => new(link is null ? Speech.Say("more", language, count) : Speech.Say("more-there", language, count, link));
        var places = _blocks - blocks.Count(block => block.Stays) - 1;
        var content = _content - blocks.Where(block => block.Stays).Sum(BlockSize.Of) - BlockSize.Of(More(int.MaxValue));
        if (places < 0 || content < 0)
            throw BlockKit.Wrong("Its buttons and inputs alone are more than the surface takes.");
        var (kept, left, at) = (new List<Block>(blocks.Count), 0, -1);
        foreach (var group in Groups(blocks))
        {
            if (group is [{ Stays: true }])
            {
                kept.Add(group[0]);
                continue;
            }
            var size = group.Sum(BlockSize.Of);
            if (at < 0 && group.Count <= places && size <= content)
            {
                kept.AddRange(group);
                (places, content) = (places - group.Count, content - size);
                continue;
            }
            if (at < 0)
            {
                if (places > 0 && Begun(group, content) is { } begun)
                {
                    kept.Add(begun);
                    left -= BlockSize.Things(begun);
                }
                at = kept.Count;
            }
            left += group[0].Item > 0 ? 1 : group.Sum(BlockSize.Things);
        }
        kept.Insert(at, More(Math.Max(1, left)));
        return kept;
    }

    /// <summary>The lines of a paragraph that still have a place; null for none.</summary>
    static Block.Paragraph? Begun(List<Block> group, int content)
    {
        if (group is not [Block.Paragraph { Item: 0 } paragraph])
            return null;
        var count = paragraph.Lines.Length - 1;
        while (count > 0 && BlockSize.Of(paragraph with { Lines = paragraph.Lines[..count] }) > content)
            count--;
        // What heads nothing is not worth its place.
        while (count > 0 && paragraph.Lines[count - 1].Heads)
            count--;
        return count > 0 ? paragraph with { Lines = paragraph.Lines[..count] } : null;
    }

    /// <summary>The blocks one by one, those of one thing of a list together.</summary>
    static IEnumerable<List<Block>> Groups(List<Block> blocks)
    {
        for (int from = 0, to; from < blocks.Count; from = to)
        {
            for (to = from + 1; blocks[from].Item > 0 && to < blocks.Count && blocks[to].Item == blocks[from].Item; to++) { }
            yield return blocks[from..to];
        }
    }
}
