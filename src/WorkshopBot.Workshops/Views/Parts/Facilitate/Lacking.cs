using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Workshops.Views;

/// <summary>What the open step lacks, as who leads is told of it; nothing once the workshop is closed.</summary>
internal static class Lacking
{
    public static IReadOnlyList<Open> Hard(Workshop w) => [.. Missing(w).Where(point => point.Hard)];

    public static IReadOnlyList<Open> Soft(Workshop w) => [.. Missing(w).Where(point => !point.Hard)];

    /// <summary>What earlier steps left open. The last step is left by closing, and that looks at all of them.</summary>
    public static IReadOnlyList<(Step Step, Open Point)> Left(Workshop w)
    {
        if (Progress.Open(w) != w.Playbook.Steps[^1]) return [];
        var hard = Hard(w);
        return [.. Deciding.Closing.Left(w).Where(left => !hard.Contains(left.Point))];
    }

    private static IEnumerable<Open> Missing(Workshop w) => Progress.Open(w)?.Missing(w) ?? [];
}
