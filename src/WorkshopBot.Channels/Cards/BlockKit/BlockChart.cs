using System.Collections.Immutable;
using System.Text.Json;
using static WorkshopBot.Channels.Cards.Twin.TextTwin;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>A chart of lines as Slack draws it, where it can: few enough lines and points, and every line with the same points.</summary>
static class BlockChart
{
    /// <summary>Null when Slack could not draw it.</summary>
    public static Block.Chart? Read(JsonElement chart)
    {
        var lines = Each(chart, "data").Select(line => (Name: Text(line, "legend"), Points: Each(line, "values").ToArray())).ToArray();
        if (lines.Length is 0 or > BlockLimits.ChartSeries || lines[0].Points.Length is 0 or > BlockLimits.ChartPoints || string.IsNullOrWhiteSpace(Text(chart, "title")))
            return null;
        string[] labels = [.. lines[0].Points.Select(point => Text(point, "x"))];
        if (lines.Any(line => !line.Points.Select(point => Text(point, "x")).SequenceEqual(labels) || line.Points.Any(point => !point.TryGetProperty("y", out var y) || y.ValueKind != JsonValueKind.Number || !y.TryGetDecimal(out _))))
            return null;
        var (names, categories) = (Unlike([.. lines.Select(line => line.Name)]), Unlike(labels));
        return names is null || categories is null ? null : new(
            BlockText.Short(BlockText.Folded(Text(chart, "title")).Trim(), BlockLimits.ChartTitle), categories.Value,
            [.. lines.Select((line, i) => new BlockSeries(names.Value[i], [.. line.Points.Select(point => point.GetProperty("y").GetDecimal())]))]);
    }

    /// <summary>The labels, short enough and no two alike; null when one is empty.</summary>
    static ImmutableArray<string>? Unlike(string[] labels)
    {
        var unlike = ImmutableArray.CreateBuilder<string>(labels.Length);
        foreach (var label in labels.Select(label => BlockText.Folded(label).Trim()))
        {
            if (label.Length == 0)
                return null;
            var (own, number) = (BlockText.Short(label, BlockLimits.ChartLabel), 1);
            while (unlike.Contains(own))
                own = $"{BlockText.Short(label, BlockLimits.ChartLabel - 3)} {++number}";
            unlike.Add(own);
        }
        return unlike.ToImmutable();
    }
}
