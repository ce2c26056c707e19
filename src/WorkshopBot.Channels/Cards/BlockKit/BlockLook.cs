using System.Collections.Immutable;
using System.Text.Json;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>What the looks of a text in a card stand for.</summary>
static class BlockLook
{
    /// <summary>How a card begins a line of a list.</summary>
    public const string Bullet = "• ";

    public static bool IsSubtle(JsonElement text) => Is(text, "isSubtle", bool.TrueString);

    /// <summary>A line so large throughout that it is the title of what it stands on.</summary>
    public static bool IsTitle(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && Text(element, "type") == "RichTextBlock" && Each(element, "inlines").All(run => Is(run, "size", "large") || Is(run, "size", "extraLarge"));

    public static BlockRun Run(JsonElement text) => new(Text(text, "text"), Is(text, "weight", "bolder"), Is(text, "italic", bool.TrueString), Is(text, "strikethrough", bool.TrueString));

    /// <summary>What an input's next neighbour says of it; empty where it says nothing of it.</summary>
    public static string Hint(JsonElement next) =>
        next.ValueKind == JsonValueKind.Object && Text(next, "type") == "RichTextBlock" && Each(next, "inlines").All(IsSubtle)
        && BlockText.Folded(string.Concat(Each(next, "inlines").Select(run => Text(run, "text")))).Trim() is { Length: <= BlockLimits.InputHint } hint ? hint : "";

    /// <summary>The runs as one line: nothing in them begins another, nothing empty among them, no space at either end.</summary>
    public static ImmutableArray<BlockRun> Whole(ImmutableArray<BlockRun> runs)
    {
        var whole = runs.Select(run => run with { Text = BlockText.Folded(run.Text) }).Where(run => run.Text.Length > 0).ToList();
        while (whole.Count > 0 && whole[0].Text.TrimStart() is var first && first.Length < whole[0].Text.Length)
            Set(0, first);
        while (whole.Count > 0 && whole[^1].Text.TrimEnd() is var last && last.Length < whole[^1].Text.Length)
            Set(whole.Count - 1, last);
        return [.. whole];

        void Set(int at, string text)
        {
            whole[at] = whole[at] with { Text = text };
            if (text.Length == 0)
                whole.RemoveAt(at);
        }
    }

    static bool Is(JsonElement of, string name, string value) => string.Equals(Text(of, name), value, StringComparison.OrdinalIgnoreCase);
}
