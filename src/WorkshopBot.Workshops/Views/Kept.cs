using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Views;

/// <summary>A message that is kept true: posted once and edited whenever what it shows has changed (storyboard, "Kept messages").</summary>
/// <param name="Key">Its logical name.</param>
/// <param name="Person">Whose private chat it is in; null for the rooms of the workshop.</param>
/// <param name="Must">Posted anew when nobody knows whether it arrived; otherwise it is never repeated.</param>
/// <param name="InThread">It goes under the board, not beside it.</param>
/// <param name="Draw">Makes what it shows. Not asked for a message that is only to be put right, where there is none.</param>
public sealed record Kept(string Key, string? Person, bool Must, bool InThread, Func<ImmutableArray<View>> Draw)
{
    private readonly Lazy<ImmutableArray<View>> pages = new(Draw);

    public Func<ImmutableArray<View>> Draw
    {
        get => () => pages.Value;
        init => pages = new(value);
    }

    /// <summary>What it shows, page by page; only digests have more than one.</summary>
    public ImmutableArray<View> Pages => pages.Value;

    /// <summary>It comes back, once a step, when somebody has deleted it; any other that is deleted stays deleted.</summary>
    public bool Returns { get; init; }

    /// <summary>What was posted for it earlier is put right; where nothing was, nothing is.</summary>
    public bool OnlyEdits { get; init; }
}
