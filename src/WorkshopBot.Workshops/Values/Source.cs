namespace WorkshopBot.Workshops.Values;

/// <summary>How we know (S1-08, S1-46, S1-47): what the person named, the level it amounts to, when, how many, and where to look.</summary>
/// <param name="Text">The source as written, such as "web analytics"; null when only numbers were given.</param>
/// <param name="Level">One of <see cref="Levels"/>; null where the words name none.</param>
/// <param name="Period">Month, quarter, year or range, as written.</param>
/// <param name="N">Sample size.</param>
/// <param name="Link">A link, kept and never fetched.</param>
public sealed record Source(string? Text, string? Level, string? Period, decimal? N, string? Link)
{
    /// <summary>Evidence levels, weakest first (settled: "Evidence levels").</summary>
    public static readonly string[] Levels = ["assumption", "anecdote", "interviews", "survey", "analytics"];

    /// <summary>True for anything better than an assumption. A source that names no level is somebody's word: an anecdote.</summary>
    public bool IsEvidence => Level is not "assumption";
}
